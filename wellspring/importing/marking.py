"""Tell what each line would be as a part of a tail; called by tail."""

import re
from collections.abc import Sequence

from wellspring.importing.evidence import is_said, kinds_below
from wellspring.importing.furniture import Furniture
from wellspring.importing.line import Line
from wellspring.importing.names import (
    ABOUT,
    DEGREES,
    TOLD,
    is_name,
    is_told,
    is_told_by_first,
    is_told_on,
    match_byline,
    match_form,
    tells_of,
)
from wellspring.importing.signed import signatures
from wellspring.importing.tag_lines import is_barred
from wellspring.model.importing import TAIL, ImportStyle

# An author's name alone on its line, with so many lines of a bio below it at most.
TOLD_OF = "told of"
SIGNED = "signed"
# A line that leads elsewhere; LEADS if it names what it leads to.
KNOW_MORE, LEADS, POSTED = "know-more", "leads", "posted"
# What readers wrote, and what stands around it.
THREAD = frozenset({"comments", "closed", "commenter", "thread"})
# What platforms have behind the comments, so that nothing is told of the author there.
BEHIND = frozenset({"footer"})
NEAR = 6
# What readers wrote in quotation marks has a name below it; elsewhere one stands before it.
SIGNS = re.compile(r"[—–-] ?[A-Z][^.!?]{1,50}|[A-Z][\w.]{1,20}(?: [A-Z][\w.]{0,20}){0,2}: .{4,}")
SAID = re.compile(r"(?P<who>.{1,60}?) (?:says|said|wrote|writes|replied|commented)\b.*[:…]$")
PRONOUNS = frozenset({"i", "he", "she", "they", "we", "you", "it", "everybody", "everyone", "who"})
# Whose name stands alone so often speaks there.
SPEAKS = 3
ABOUT_ALONE = re.compile(r"about(?: me)?|profile", re.IGNORECASE)
LONGEST_CARD, LONGEST_NAME = 160, 60
MINUTES = re.compile(
    r"(?:[\w &]{2,30} ?[|·•–-] ?)?\d+[ -]min(?:ute)?s?\.?(?: read)?", re.IGNORECASE
)
# A name with two lines of fewer words below it has no bio there: a day, a button.
LEAST_BIO = 3
BARS = re.compile(r" ?[|•] ?")
# Who posted a story, below it, in the languages that blogs are written in.
POSTED_BY = re.compile(
    r"(?:posted|published|publicad[oa]|postado|publié|eingestellt|veröffentlicht|pubblicato|gepost"
    r"|geplaatst) (?:by|por|par|von|da|door)\b.*",
    re.IGNORECASE,
)
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
        if "commenter" in found and (told := SAID.match(line.text)) and not can_speak(told["who"]):
            found -= {"commenter"}
        if match_form(style.forms["know-more"], line) and not found & {"comments", "closed"}:
            found = frozenset({KNOW_MORE} if opens_list(line, style) else {KNOW_MORE, LEADS})
        elif not found and (parts := furniture_in(line, furniture)):
            found = parts
        elif match_form(style.forms["tags"], line) or (not found and is_barred(line.text)):
            found |= {"tags"}
        elif is_posted(line, style):
            found |= {POSTED}
        kinds.append(found)
    return kinds


def furniture_in(line: Line, furniture: Furniture) -> Kinds:
    """Return what a line is that is nothing but furniture with bars between: “Print | Share”."""
    parts = [Line(line.number, part.strip()) for part in BARS.split(line.text)]
    found = [furniture.kinds(part, TAIL) for part in parts] if len(parts) > 1 else []
    return frozenset().union(*found) if found and all(found) else frozenset()


def can_speak(who: str) -> bool:
    """Tell whether a name stands before “says:”, and nobody that a story tells of."""
    return is_name(who) and who.casefold() not in PRONOUNS


def is_posted(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line says who posted the story, as some platforms do below it."""
    found = match_form(style.forms["byline"], line)
    return found is not None and POSTED_BY.fullmatch(line.plain) is not None


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


def mark_signs(lines: Sequence[Line], kinds: list[Kinds], start: int) -> None:
    """Mark names before or below what readers wrote, where comments are headed."""
    filled = [index for index in range(start, len(lines)) if lines[index].text]
    for at, index in enumerate(filled):
        if "comments" not in kinds[index]:
            continue
        near = [place for place in filled[at + 1 : at + 1 + NEAR] if not kinds[place]]
        signs = [place for place in near if SIGNS.fullmatch(lines[place].text)]
        for place in signs if len(signs) > 1 else ():
            kinds[place] |= {"commenter"}


def mark_cards(lines: Sequence[Line], kinds: list[Kinds], style: ImportStyle, start: int) -> None:
    """Mark when other stories came out, by whom, and how long they take to read."""
    filled = [index for index in range(start, len(lines)) if lines[index].text]
    found = [
        index
        for above, index, below in zip(filled, filled[1:], [*filled[2:], -1], strict=False)
        if is_meta(lines[index], style)
        and not kinds[above] & THREAD
        and len(lines[above].text) < LONGEST_CARD
        and (below < 0 or kinds[below] or not is_said(lines[below].text))
    ]
    for index in found if len(found) > 1 else ():
        kinds[index] |= {"more"}


def is_meta(line: Line, style: ImportStyle) -> bool:
    """Tell whether a line says of a story when it came out, by whom, or how long it takes."""
    if not line.text[:1].isalnum() or len(line.text) > LONGEST_NAME:
        return False
    forms = style.forms
    if match_form(forms["stamp"], line) or MINUTES.fullmatch(line.text):
        return True
    return line.plain.casefold().startswith("by ") and bool(match_byline(forms["byline"], line))


def mark_author(lines: Sequence[Line], kinds: list[Kinds], start: int, author: str) -> None:
    """Mark where the author is named or told of below the body, but not among the comments."""
    filled = [index for index in range(start, len(lines)) if lines[index].text]
    author = DEGREES.sub("", author)
    named = sum(lines[index].text.casefold() == author.casefold() for index in filled)
    threaded = False
    for at, index in enumerate(filled):
        threaded = threaded or "commenter" in kinds[index] or is_thread(kinds, index)
        text, below = lines[index].text, [lines[i].text for i in filled[at + 1 : at + 3]]
        after = kinds[filled[at + 1]] if at + 1 < len(filled) else frozenset()
        if not after and not threaded and author and is_told(text, author):
            after = mark_told_on(lines, kinds, filled[at + 1 : at + 3])
        if is_profile(text, below, after):
            kinds[index] |= {"profile"} if ABOUT_ALONE.fullmatch(text) else {"profile", SIGNED}
        elif not threaded:
            found = kinds_of_author(text, below, after, author)
            # In an interview, a name stands above each question.
            asks = named >= SPEAKS or any(line.endswith("?") for line in below[:1])
            kinds[index] |= frozenset() if asks and SIGNED in found else found


def mark_told_on(lines: Sequence[Line], kinds: list[Kinds], below: Sequence[int]) -> Kinds:
    """Mark the second paragraph of a bio above furniture, and return what it is."""
    if len(below) > 1 and kinds[below[1]] and is_told_on(lines[below[0]].text):
        kinds[below[0]] = frozenset({"author", TOLD_OF})
    return kinds[below[0]] if below else frozenset()


def kinds_of_author(text: str, below: Sequence[str], after: Kinds, author: str) -> Kinds:
    """Return what a line above the comments is in a box on the author; nothing if in none."""
    if author and after and is_told(text, author):
        return frozenset({"author", TOLD_OF})
    if is_headed(text, below) or tells_of(text, author):
        return frozenset({"author"})
    thread = [len(words.split()) < LEAST_BIO for words in below]
    signed = text.casefold() == author.casefold() and not (len(thread) > 1 and all(thread))
    boxed = not author and " " in text and is_boxed(text, below)
    return frozenset({"author", SIGNED} if signed or boxed else ())


def is_profile(text: str, below: Sequence[str], after: Kinds) -> bool:
    """Tell whether a line heads a box beside the page on who writes there, or is the name in it."""
    if ABOUT_ALONE.fullmatch(text):
        return bool(below) and TOLD.match(below[0]) is not None
    return "profile" in after and len(text.split()) > 1 and is_name(text)


def is_thread(kinds: Sequence[Kinds], index: int) -> bool:
    """Tell whether a line heads what readers wrote; a body may have a heading “Comments”."""
    heads = kinds[index] & THREAD and not kinds[index] & {"share", "count", "follow", "subscribe"}
    return bool(heads and kinds_below(kinds, index) & (THREAD | BEHIND))


def is_boxed(name: str, below: Sequence[str]) -> bool:
    """Tell whether a line is a name, and the words below it say who that is."""
    return is_name(name) and any(is_told_by_first(text, name) for text in below)


def is_headed(text: str, below: Sequence[str]) -> bool:
    """Tell whether a line such as “Meet Robin Example” stands above words on who that is."""
    found = ABOUT.fullmatch(text.strip("*_ "))
    who = found["who"].strip() if found else ""
    return is_boxed(who.title() if who.isupper() else who, below)
