"""Tell what each line would be as a part of a tail; called by tail."""

from collections.abc import Sequence

from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line
from wellspring.importing.names import (
    ABOUT,
    is_name,
    is_told,
    is_told_by_first,
    match_form,
    tells_of,
)
from wellspring.importing.signed import signatures
from wellspring.model.importing import TAIL, ImportStyle

# An author's name alone on its line, with so many lines of a bio below it at most.
TOLD_OF = "told of"
SIGNED = "signed"
# A line that leads elsewhere; LEADS if it names what it leads to.
KNOW_MORE, LEADS, POSTED = "know-more", "leads", "posted"
# What readers wrote, and what stands around it.
THREAD = frozenset({"comments", "closed", "commenter", "thread"})
NEAR = 6
Kinds = frozenset[str]


def opens_list(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line stands above others that lead elsewhere, and names nothing itself."""
    found = match_form(style.forms["know-more"], line)
    return found is not None and not found["rest"]


def kinds_of(lines: Sequence[Line], furniture: Furniture, style: ImportStyle) -> list[Kinds]:
    """Return what each line would be as a part of the tail."""
    kinds: list[Kinds] = []
    for line in lines:
        found = furniture.kinds(line, TAIL)
        if match_form(style.forms["know-more"], line) and not found & {"comments", "closed"}:
            found = frozenset({KNOW_MORE} if opens_list(line, style) else {KNOW_MORE, LEADS})
        elif match_form(style.forms["tags"], line):
            found |= {"tags"}
        elif is_posted(line, style):
            found |= {POSTED}
        kinds.append(found)
    return kinds


def is_posted(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line says who posted the story, as some platforms do below it."""
    found = match_form(style.forms["byline"], line)
    return found is not None and line.plain.casefold().startswith(("posted by", "published by"))


def mark_signatures(
    lines: Sequence[Line], kinds: list[Kinds], style: ImportStyle, start: int
) -> None:
    """Mark names with days: below them readers speak, or above them stand other stories."""
    found = signatures(lines, style, start)
    said = [signature for signature in found if signature.says]
    for signature in found:
        first, last = signature.lines[0], signature.lines[-1]
        around = kinds[max(first - NEAR, 0) : first] + kinds[last + 1 : last + 1 + NEAR]
        in_thread = any(near & THREAD for near in around)
        kind = "commenter" if signature.says and (len(said) > 1 or in_thread) else ""
        if not signature.says and len(found) - len(said) > 1:
            kind = "more"
        for index in signature.lines if kind else ():
            kinds[index] = kinds[index] | {kind}


def mark_author(lines: Sequence[Line], kinds: list[Kinds], start: int, author: str) -> None:
    """Mark where the author is named or told of below the body, but not among the comments."""
    filled = [index for index in range(start, len(lines)) if lines[index].text]
    for at, index in enumerate(filled):
        if kinds[index] & (THREAD - {"thread"}):
            return
        text, below = lines[index].text, [lines[i].text for i in filled[at + 1 : at + 3]]
        if author and at + 1 < len(filled) and kinds[filled[at + 1]] and is_told(text, author):
            kinds[index] |= {"author", TOLD_OF}
        elif is_headed(text, below) or (author and tells_of(text, author)):
            kinds[index] |= {"author"}
        elif text.casefold() == author.casefold() or (not author and is_boxed(text, below)):
            kinds[index] |= {"author", SIGNED}


def is_boxed(name: str, below: Sequence[str]) -> bool:
    """Tell whether a line is a name, and the words below it say who that is."""
    named = len(name.split()) > 1 and is_name(name)
    return named and any(is_told_by_first(text, name) for text in below)


def is_headed(text: str, below: Sequence[str]) -> bool:
    """Tell whether a line such as “Meet Robin Example” stands above words on who that is."""
    found = ABOUT.fullmatch(text.strip("*_ "))
    who = found["who"].strip() if found else ""
    return is_boxed(who.title() if who.isupper() else who, below)
