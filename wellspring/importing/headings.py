"""Tell headings without marks from short paragraphs; called by blocks.

Sure ones are written as headings are: capitals, a count. The others are short lines without an
end that stand alone above prose; questions count if the other headings are no titles in capitals.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.block import Block
from wellspring.importing.interviews import (
    ASKS,
    INNER_END,
    LABELLED,
    LONGEST_MAYBE,
    QUOTES,
    asked_between,
    texts_at,
)
from wellspring.importing.letters import is_signature
from wellspring.importing.line import Line, ends_sentence, ends_with_mark, is_prose
from wellspring.importing.names import match_form
from wellspring.model.importing import ImportStyle

LONGEST, MOST_WORDS = 90, 14
# Behind a dash stands who has said something.
SAID_BY = "—–"
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Words that titles write small.
SMALL = re.compile(
    "a|an|the|and|but|or|nor|for|so|yet|of|in|on|at|to|by|from|with|as|into|over|is|it|its|via|vs"
    "|your|my|our|be|are|was|you|i|we|not|than|that|then|if|when|up|out|off|do|does"
)
# Of a title's words, so many begin with a capital; so many short lines in a row are verse.
CAPITALS, VERSE = 0.8, 3
SURE, MAYBE, NONE = "sure", "maybe", ""
LEAST_CAPITALS = 4
LETTER = 30
# So many short lines in small letters, each between paragraphs, are a writer's headings.
LEAST_SMALL = 3
# A quotation of more words, written as titles are, may head a section.
LEAST_SAID = 2


def look(line: Line, style: ImportStyle) -> str:
    """Return whether a line by itself looks like a heading."""
    text, words = line.text, WORDS.findall(line.text)
    if not words or len(text) > LONGEST or len(words) > MOST_WORDS:
        return NONE
    if "http" in text or text[0] in SAID_BY:
        return NONE
    if text[0] in QUOTES and text[-1] in f"{QUOTES}?.!":
        titled = len(words) > LEAST_SAID and (is_titled(words) or is_shouted(text))
        return SURE if titled and text[-2] not in ".," else NONE
    counted = match_form(style.forms["step"], line) and not text.endswith((".", ",", ";"))
    if counted or match_form(style.forms["heading"], line):
        return SURE
    if text.endswith("?"):
        return look_of_question(line, words, style)
    return look_of_words(text, words)


def look_of_words(text: str, words: Sequence[str]) -> str:
    """Return whether a line that asks nothing looks like a heading."""
    if INNER_END.search(text) or (ends_with_mark(text) and not text.endswith("!")):
        return NONE
    if is_titled(words) or is_shouted(text):
        return SURE
    begins = text[0].isdigit() or (text[0].isalpha() and not text[0].islower())
    return MAYBE if begins and not ends_with_mark(text) and len(text) <= LONGEST_MAYBE else NONE


def look_of_question(line: Line, words: Sequence[str], style: ImportStyle) -> str:
    """Return whether a question looks like a heading."""
    if INNER_END.search(line.text[:-1]):
        return NONE
    raised_all = len(words) > 1 and all(word[0].isupper() for word in words)
    if (is_titled(words) and len(words) > 1) or raised_all or is_shouted(line.text):
        return SURE
    return ASKS if match_form(style.forms["question"], line) else NONE


def is_titled(words: Sequence[str]) -> bool:
    """Tell whether words are written as in a title: all but the small ones with capitals."""
    large = [word for word in words if not SMALL.fullmatch(word.casefold())]
    if len(words) == 1 or not large or words[0][0].islower():
        return False
    later = [word for word in words[1:] if word in large]
    capital = sum(not word[0].islower() for word in large)
    return capital >= CAPITALS * len(large) and any(word[0].isupper() for word in later)


def is_shouted(text: str) -> bool:
    """Tell whether a line is all capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= LEAST_CAPITALS and text.upper() == text and text.lower() != text


def find_headings(entries: Sequence[Block | Line], style: ImportStyle) -> dict[int, str]:
    """Return the lines, by index, that are headings, with how they look."""
    small = writes_small(entries)
    looks = [
        look(raised(entry, small=small), style) if isinstance(entry, Line) else ""
        for entry in entries
    ]
    looks = with_said(entries, looks)
    titled = sum(kind == SURE for kind in looks)
    found: dict[int, str] = {}
    for index, kind in enumerate(looks):
        goes_on = kind == MAYBE and not small and begins_small(entries[index + 1 : index + 2])
        if kind and not goes_on and stands_as_heading(index, entries, looks, found, titled):
            found[index] = kind
    return found | asked_between(entries, found)


def with_said(entries: Sequence[Block | Line], looks: list[str]) -> list[str]:
    """Return how lines look if two or more headings are quotations: a short one is one as well."""
    said = [index for index, entry in enumerate(entries) if is_said_title(entry)]
    known = [index for index in said if looks[index] == SURE]
    return [SURE if index in said and len(known) > 1 else kind for index, kind in enumerate(looks)]


def is_said_title(entry: Block | Line) -> bool:
    """Tell whether a line is a quotation that is written as titles are."""
    text = entry.text if isinstance(entry, Line) else ""
    return (
        len(text) <= LONGEST_MAYBE
        and text[:1] in QUOTES
        and text[-1:] in QUOTES
        and is_titled(WORDS.findall(text))
    )


def begins_small(below: Sequence[Block | Line]) -> bool:
    """Tell whether what stands below a line goes on with a small letter, as verse does."""
    return any(isinstance(entry, Line) and entry.text[0].islower() for entry in below)


def writes_small(entries: Sequence[Block | Line]) -> bool:
    """Tell whether a writer begins most sentences, or at least headings, with a small letter."""
    texts = [entry.text if isinstance(entry, Line) else "" for entry in entries]
    prose = [text for text in texts if is_prose(text)]
    heads = [
        text
        for above, text, below in zip(texts, texts[1:], texts[2:], strict=False)
        if is_small(text) and not is_small(above)
        if is_prose(below) or (ends_sentence(above) and ends_sentence(below))
    ]
    small = sum(text[0].islower() for text in prose)
    return small > len(prose) / 2 or len(heads) >= LEAST_SMALL


def is_small(text: str) -> bool:
    """Tell whether a short line without an end, and without a label, begins with a small letter."""
    short = len(text) <= LONGEST_MAYBE and not ends_with_mark(text) and ": " not in text
    return text[:1].islower() and short


def raised(line: Line, *, small: bool) -> Line:
    """Return a line as somebody would write it who begins with a capital."""
    return replace(line, text=line.text[0].upper() + line.text[1:]) if small else line


def stands_as_heading(
    index: int,
    entries: Sequence[Block | Line],
    looks: Sequence[str],
    found: dict[int, str],
    titled: int,
) -> bool:
    """Tell whether a line that looks like a heading has a heading's place."""
    if index + 1 >= len(entries):
        return False
    above, kind = entries[index - 1] if index else None, looks[index]
    if signs(index, entries):
        return False
    if kind == SURE:
        return not in_verse(index, entries, looks)
    if index - 1 in found or (isinstance(above, Line) and above.text.endswith(":")):
        return False
    if kind == ASKS:
        return titled <= 1 and reads_on(index, entries, longer=True)
    alone = not isinstance(above, Line) or looks[index - 1] != MAYBE
    alone = alone or (isinstance(above, Line) and LABELLED.match(above.text) is not None)
    return alone and reads_on(index, entries, longer=False)


def signs(index: int, entries: Sequence[Block | Line]) -> bool:
    """Tell whether a line signs a letter that stands in a story."""
    if not index:
        return False
    # A letter is a page at most.
    above = [texts_at(entries, place) for place in range(max(index - LETTER, 0), index)]
    return is_signature(above, texts_at(entries, index), texts_at(entries, index + 1))


def reads_on(index: int, entries: Sequence[Block | Line], *, longer: bool) -> bool:
    """Tell whether prose or a list stands below a line; `longer` asks that it be longer."""
    below = entries[index + 1]
    if isinstance(below, Block):
        return below.kind != "heading"
    text = below.text
    if text.endswith(":"):
        return True
    prose = is_prose(text) or ends_sentence(text)
    entry = entries[index]
    return prose and not (longer and isinstance(entry, Line) and len(text) <= len(entry.text))


def in_verse(index: int, entries: Sequence[Block | Line], looks: Sequence[str]) -> bool:
    """Tell whether a line is one of three or more short ones, none of which has prose below it."""
    run = 1
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(entries) and isinstance(entries[place], Line) and looks[place]:
            run, place = run + 1, place + step
    below = entries[index + 1]
    return (
        run >= VERSE
        and isinstance(below, Line)
        and bool(looks[index + 1])
        and not LABELLED.match(below.text)
    )
