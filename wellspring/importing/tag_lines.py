"""Tell lines of tags from others; called by tail and by sections."""

import re
from collections.abc import Sequence

from wellspring.importing.line import Line, ends_sentence, ends_with_mark

SEPARATOR = re.compile(r", | ?[|·•] ?|; | / ")
# Behind these are words of menus.
BEHIND = frozenset({"comments", "commenter", "closed", "more", "footer"})
BOX = frozenset({"author", "profile"})
WITHIN = frozenset({"follow", "count", "share"})
LONGEST_TAG, TAG_WORDS, MOST_TAGS, LEAST_TAGS = 28, 3, 6, 3


def tag_run(lines: Sequence[Line], cut: int, start: int, small: frozenset[str]) -> int:
    """Return where a run of tags right above the tail starts; the tail's start if there is none.

    A word alone is a tag if the page has it elsewhere, in `small` letters; else somebody signed.
    """
    first = cut
    count = 0
    for index in range(cut - 1, start - 1, -1):
        text = lines[index].text
        if not text:
            continue
        if not (is_tag(text) or is_tag_line(text)) or count == MOST_TAGS:
            break
        first, count = index, count + 1
    first = below_odd(lines, first, cut)
    lone = lines[first].text if count == 1 else ""
    words = {word for word in lone.casefold().split() if len(word) > len("to")}
    if lone and not (lone.startswith("#") or is_tag_line(lone) or (bool(words) and words <= small)):
        return cut
    text = lines[first].text if first < cut else ""
    if cut == len(lines) and not (is_barred(text) or text.startswith("#")):
        return cut
    above = next((line.text for line in reversed(lines[start:first]) if line.text), "")
    listed = above.startswith(("- ", "•", "* ")) and is_tag(above.lstrip("-•* "))
    return cut if not above or above.endswith(":") or listed else first


def below_odd(lines: Sequence[Line], first: int, cut: int) -> int:
    """Return where tags start if the first is written as none of the others is: it is no tag."""
    run = [index for index in range(first, cut) if lines[index].text]
    large = [lines[index].text[0].isupper() for index in run]
    odd = len(run) > LEAST_TAGS and len(set(large[1:])) == 1 and large[0] != large[1]
    return run[1] if odd else first


def mark_runs(lines: Sequence[Line], kinds: list[frozenset[str]], cut: int) -> None:
    """Mark two or more tags in a row within the tail, above what leads elsewhere or is a thread."""
    run: list[int] = []
    above: frozenset[str] = frozenset()
    told = False
    for index in range(cut, len(lines)):
        text = lines[index].text
        # “support” right below a story is rather a tag than a word of the page's foot.
        foot = index == cut and kinds[index] == {"footer"} and is_tag(text)
        if kinds[index] & BEHIND and not foot:
            mark_run(run, kinds, above)
            break
        twice = text in (
            lines[index - 1].text,
            *(line.text for line in lines[index + 1 : index + 2]),
        )
        if text and (foot or not kinds[index]) and not twice and is_tagged(text):
            run.append(index)
        elif text:
            mark_run(run, kinds, above)
            run = []
            # Buttons do not end the box on the author before it has said who that is.
            within = not kinds[index] or (kinds[index] <= WITHIN and not told)
            told = within and (told or (bool(above & BOX) and ends_sentence(text)))
            above = above | kinds[index] if within else kinds[index]


def mark_run(run: Sequence[int], kinds: list[frozenset[str]], above: frozenset[str]) -> None:
    """Mark a run of tags, unless a box on the author or a form to fill stands above it."""
    form = bool(above & {"subscribe", "hint"})
    if len(run) > 1 + form and not above & BOX:
        for index in run:
            kinds[index] = frozenset({"tags"})


def is_tagged(text: str, words: int = 0) -> bool:
    """Tell whether a line can be a tag of so many `words`, or of the usual number, or several."""
    long = len(text.split()) <= words and not ends_with_mark(text)
    return long or is_tag(text) or is_tag_line(text)


def is_tag_line(text: str) -> bool:
    """Tell whether a line can be several tags with commas or bars between them."""
    parts = SEPARATOR.split(text)
    return len(parts) > LEAST_TAGS - 1 and all(is_tag(part) for part in parts)


def is_barred(text: str) -> bool:
    """Tell whether a line is several tags with bars or dots between them."""
    return is_tag_line(text) and ", " not in text


def is_tag(text: str) -> bool:
    """Tell whether a line can be a tag: a word or three, and no mark."""
    plain = text.removeprefix("#")
    words = plain.split()
    return (
        len(plain) <= LONGEST_TAG
        and 0 < len(words) <= TAG_WORDS
        and all(
            word.replace("-", "").replace("'", "").replace("&", "n").isalnum() for word in words
        )
    )
