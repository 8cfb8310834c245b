"""Titles that a page names once more, in its trail or above its comments; called by read_story."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from wellspring.importing.line import LONGEST_MARK, Line, ends_sentence, is_prose, texts_of
from wellspring.importing.names import is_name

TRAIL = re.compile(r"(?:you are here: )?\S.{0,80}? [>›»/] (?:.{2,60} [>›»/] )*(?P<title>.{6,160})")
COMMENTED = re.compile(
    r"(?:\d+|one|two|three|no) (?:thoughts?|comments?|responses?|replies)(?: so far)? (?:on|to) "
    r"\"?(?P<title>.{6,160}?)\"?"
)
# What feeds put below a story.
FOOTED = re.compile(
    r"the post \[?(?P<title>.{6,160}?)\]?(?:\(\S+\))? (?:appeared first|first appeared) on .{2,160}"
)
CROSSED = re.compile(
    r"\[?(?P<title>.{6,160}?)\]?(?:\(\S+\))? was (?:originally|first) published (?:in|on|at) "
    r".{2,400}"
)
COVER = re.compile(
    r"(?:cover|header|featured|hero|title) (?:image|photo|picture) (?:for|of) (?P<title>.{4,160})"
)
# So many words and more are a title when they stand twice, and no name of a site or a person.
LEAST_WORDS = 5
# So many are enough among the first lines, where a page shows its title for sharing as well.
NEAR_WORDS, MOST_ABOVE = 4, 25


def echoes_of(lines: Sequence[Line]) -> frozenset[str]:
    """Return the texts, in small letters, that a page names as its title."""
    texts = [line.plain.casefold() for line in lines if 0 < len(line.text) <= LONGEST_MARK]
    found = {
        hit["title"]
        for text in texts
        for form in (TRAIL, COMMENTED, COVER, FOOTED, CROSSED)
        if (hit := form.fullmatch(text))
    }
    counted = Counter(texts)
    twice = {
        text
        for text, times in counted.items()
        if times > 1 and len(text.split()) >= LEAST_WORDS and not ends_sentence(text)
    }
    filled = texts_of(lines)
    # A name stands twice where a picture of somebody has one as well.
    row = {
        text.casefold()
        for text, again in pairwise(filled)
        if text == again and " " in text and not is_prose(text) and not is_name(text)
    }
    above = Counter(text.casefold() for text in filled[:MOST_ABOVE])
    near = {
        text
        for text, times in above.items()
        if times > 1 and len(text.split()) >= NEAR_WORDS and not ends_sentence(text)
    }
    return frozenset(twice | row | near | {title for title in found if title in counted})
