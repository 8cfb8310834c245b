"""Where a text names its sources: links, footnotes, DOIs, PMIDs, and (Smith et al., 2020).

Called by reading. A link within the blog is no source.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from wellspring.model.reading import Sentence

DATES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Since|In"
    "|From|Between|Until|Updated|Spring|Summer|Autumn|Fall|Winter|Early|Late|Mid|Circa|About|By|As"
)
NAME = rf"(?!(?:{DATES})\b)[A-Z][\w’'.-]+"
CITATION = re.compile(
    rf"""
      \]\(\s*<?(?:https?:|doi:)                           # a link
    | \[\^[^\]\n]+\](?!:)                                 # a footnote's mark
    | \]\[[^\]\n]*\]                                      # a link whose address stands below
    | (?<!\()https?://\S                                  # a bare address
    | \bdoi:\s*10\.\d | \b10\.\d{{4,9}}/\S | \bPMID:?\s*\d | \bNCT\d{{8}}\b
    | \({NAME}(?:\s+(?:et\s+al\.?,?|&|and)(?:\s+{NAME})?)*,?\s+
        (?:in\s+)?(?:19|20)\d\d[a-z]?[^()\n]{{0,60}}\)
    | {NAME}\s+(?:et\s+al\.?|(?:&|and)\s+{NAME})\s*,?\s*\(?(?:19|20)\d\d
    | \b(?:19|20)\d\d\s*;\s*\d+\s*(?:\(\d+\))?\s*:\s*\d+   # a journal's year;volume:page
    """,
    re.VERBOSE,
)
# Every citation holds a digit, a bracket or an address; most sentences hold none of them.
MAY_CITE = re.compile(r"[\d\[]|http|doi:")
FOOTNOTE_TEXT = re.compile(r"\s*\[\^[^\]\n]+\]:")
LINKED = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)|\[\^[^\]\n]+\]|https?://\S+|\([^)\n]*\)")
ONLY_CITES = re.compile(
    r"\W*(?:sources?|see|via|refs?|references?|cited|read|data|figures?|from|full|here(?:'s| is)"
    r"|more|reported|published|details?|links?"
    r"|(?:the|th(?:is|at|ese|ose)|all|both) (?:figures?|numbers?|data|stat(?:istic)?s|paper|study"
    r"|report|trial|survey|review|article)(?: all)? (?:comes?|appear(?:s|ed)?|can be (?:found|read)"
    r"|(?:is|are) (?:at|from|in|on|here)|(?:was|were) published))\b",
)
FEW_WORDS = 3
# Who says something, however short, does not only cite.
SAYS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "is", "are"}
)
# A picture is no source, and neither is a link that sells.
NO_SOURCE = re.compile(
    r"!\[[^\]\n]*\]\([^)\n]*\)"
    r"|(?i:\[[^\]\n]*\b(?:shop|buy|book|order|cart|store|subscribe|sign up|checkout|add to"
    r"|get yours|claim your|use code|discount|coupon|save \d+)\b[^\]\n]*\]\([^)\n]*\))"
)


def cited_sentences(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the numbers of the sentences that a source stands beside.

    In the sentence itself, in the next one if that only cites, anywhere in the same footnote or
    table row, or in the sentence that introduces the list.
    """
    own = {sentence.number for sentence in sentences if has_citation(sentence)}
    cited = set(own)
    for first, second in pairwise(sentences):
        if second.number in own and first.block.kind != "heading" and only_cites(second):
            cited.add(first.number)
    footnotes = {id(sentences[number].block) for number in own if in_footnote(sentences[number])}
    cited |= {sentence.number for sentence in sentences if id(sentence.block) in footnotes}
    return frozenset(cited | listed(sentences, own))


def has_citation(sentence: Sentence) -> bool:
    """Tell whether a source stands in a sentence, or right after its full stop."""
    source = sentence.block.source[before_mark(sentence) : sentence.end]
    return bool(MAY_CITE.search(source) and CITATION.search(NO_SOURCE.sub("", source)))


def before_mark(sentence: Sentence) -> int:
    """Return where a sentence starts in its block's source, a link's bracket included."""
    source, start = sentence.block.source, sentence.start
    while start and source[start - 1] in "[*_(":
        start -= 1
    return start


def only_cites(sentence: Sentence) -> bool:
    """Tell whether a sentence says nothing but where something comes from."""
    source = sentence.block.source[before_mark(sentence) : sentence.end]
    words = re.findall(r"\w+", LINKED.sub(" ", source))
    few = len(words) <= FEW_WORDS and not SAYS.intersection(word.lower() for word in words)
    return few or bool(ONLY_CITES.match(sentence.text))


def in_footnote(sentence: Sentence) -> bool:
    """Tell whether a sentence is part of a footnote's text."""
    return sentence.block.kind == "footnote"


def listed(sentences: Sequence[Sentence], own: set[int]) -> set[int]:
    """Return the items of lists whose introduction names a source."""
    found: set[int] = set()
    covered = False
    for sentence in sentences:
        if sentence.block.kind in {"item", "table"}:
            if covered:
                found.add(sentence.number)
        else:
            covered = sentence.number in own and sentence.text.endswith(":")
    return found
