"""A story told again where the second look sees other things in its lines; called by story.

What rules have read from a line (a day, tags, the words of a label) stays as they read it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from wellspring.importing.blocks import blocks_of
from wellspring.importing.body import read_body
from wellspring.importing.fates import fates_of
from wellspring.importing.head_found import Head
from wellspring.importing.know_more import Link, read_links
from wellspring.importing.line import Line, Note, is_prose
from wellspring.importing.names import bare_bio, is_name, read_day
from wellspring.importing.second_look import BODY, SecondLook
from wellspring.importing.sections import Found
from wellspring.importing.titles import read_title, unmarked, unquoted
from wellspring.importing.told import Told
from wellspring.model.importing import ImportStyle

BY = re.compile(
    r"(?:.*\b)?(?:by|from|author|words|text|story|interview|written|posted|shared|contributor)\b:?\s+",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[A-Z][\w.'’-]*(?:\s+(?:(?:van|de|von|der|la|di|al|bin)\s+)*[A-Z][\w.'’-]*){0,3}"
)
DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?[A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\b"
)
# Signs and emoji before a name.
LEAD = re.compile(r"^[^\w]+")
APART = re.compile(r"\s*(?:[|·•,;(]|\s[–—-]\s|\s{2,}|\bon\b|\bin\b|\d)")


def overrule(told: Told, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> Told:
    """Return what is told of a source with each line in the role that the second look gives it."""
    roles = fates_of(told, lines)
    look = without_islands(look, lines, roles)
    if all(roles[number] == role for number, role in look.roles.items()):
        return told
    inside = [at for at, line in enumerate(lines) if look.is_body(line)]
    if not inside:
        return told
    head = replace(told.head, kept=[], bio=[], notes=[], labels=list(told.head.labels))
    first = lines[inside[0]].number
    retitle(head, lines, look, style)
    author = author_of(told, lines, look)
    head.day = head.day or day_above(lines[: first - 1], look, style)
    kept = [
        line for line in lines[inside[0] : inside[-1] + 1] if not line.text or look.is_body(line)
    ]
    body = read_body(kept, style, author, told.platform)
    blocks, doubts = blocks_of(body.lines, style, look, markdown=told.markdown)
    doubts += overruled(lines, look, roles)
    links = links_of(told, lines, look, style)
    notes = notes_of(told, lines, look, head, links)
    found = Found(told.found.name, bio_of(told, lines, look), told.found.tags, links, notes)
    return replace(
        told, head=head, body=body, found=found, author=author, blocks=blocks, doubts=doubts
    )


def without_islands(
    look: SecondLook, lines: Sequence[Line], roles: Mapping[int, str]
) -> SecondLook:
    """Return a second look without stories that only it sees, apart from the one that rules see.

    What stands below “Read next” may be a story as well.
    """
    filled = [line for line in lines if line.text]
    both = [
        at for at, line in enumerate(filled) if look.is_body(line) and roles[line.number] in BODY
    ]
    if not both:
        return look
    first, last = both[0], both[-1]
    while first and look.is_body(filled[first - 1]):
        first -= 1
    while last + 1 < len(filled) and look.is_body(filled[last + 1]):
        last += 1
    apart = [line for line in (*filled[:first], *filled[last + 1 :]) if look.is_body(line)]
    return replace(look, roles={**look.roles, **{line.number: "page" for line in apart}})


def retitle(head: Head, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> None:
    """Give a head the title and subtitle of the second look; one that is right stays as it is."""
    titles = look.all_of("title", lines)
    own = [line for line in titles if read_title(line.text, style).title == head.title]
    if titles and not own:
        best = max(titles, key=lambda line: look.shares[line.number]["title"])
        found = read_title(best.text, style)
        head.title, head.labels = found.title, [*head.labels, *found.labels]
    elif not titles and any(look.is_body(line) for line in titled(head, lines, style)):
        head.title = ""
    seen = look.all_of("subtitle", lines)
    head.subtitle = unquoted(" ".join(line.text for line in run_of(seen)))


def titled(head: Head, lines: Sequence[Line], style: ImportStyle) -> list[Line]:
    """Return the lines that are the title of a head."""
    filled = [line for line in lines if line.text and head.title]
    return [line for line in filled if read_title(line.text, style).title == head.title]


def run_of(lines: Sequence[Line]) -> list[Line]:
    """Return the first of some lines, and those right below it."""
    found = list(lines[:1])
    for line in lines[1:]:
        if line.number != found[-1].number + 1:
            break
        found.append(line)
    return found


def author_of(told: Told, lines: Sequence[Line], look: SecondLook) -> str:
    """Return the author's name: as rules read it, unless all bylines say another."""
    bylines = look.all_of("byline", lines)
    known = told.author.casefold()
    if not bylines or (known and any(known in line.text.casefold() for line in bylines)):
        return told.author
    named = [name for line in bylines if is_name(name := name_in(line.text))]
    return next((name for name in named if " " in name), next(iter(named), told.author))


def name_in(text: str) -> str:
    """Return the name in a byline: behind “by”, or what the line begins with."""
    plain = LEAD.sub("", unmarked(text))
    behind = BY.match(plain)
    rest = plain[behind.end() :] if behind else plain
    first = APART.split(rest.strip(" @:–—-"), maxsplit=1)[0].strip()
    if is_name(first):
        return first
    found = NAME.match(rest)
    return found[0] if found else first


def day_above(lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> date | None:
    """Return the first day that a line above a story names, whatever stands beside it."""
    around = [line for line in lines if look.roles.get(line.number) in {"page", "byline"}]
    found = (read_day(part[0], style.months) for line in around for part in DAY.finditer(line.text))
    return next((day for day in found if day), None)


def bio_of(told: Told, lines: Sequence[Line], look: SecondLook) -> list[Line]:
    """Return what is said of the author: as rules have read it, where they have."""
    known = {line.number: line for line in told.bio()}
    return [
        known.get(line.number, Line(line.number, unmarked(bare_bio(line.text))))
        for line in look.all_of("bio", lines)
    ]


def links_of(told: Told, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> list[Link]:
    """Return what else to read: as rules have read it, where they have."""
    links = list[Link]()
    for line in look.all_of("link", lines):
        known = [link for link in told.links() if link.line == line.number]
        links += known or read_links(line, style.forms["know-more"])
    return links


def notes_of(
    told: Told, lines: Sequence[Line], look: SecondLook, head: Head, links: Sequence[Link]
) -> list[Note]:
    """Return notes on the lines that go nowhere; rules often know why."""
    known = {note.line: note for note in told.stripped()}
    placed = placed_by(look, lines, head) | {link.line for link in links}
    end = max(line.number for line in lines if look.is_body(line))
    found = list[Note]()
    for line in lines:
        note = known.get(line.number)
        if line.number in placed:
            # Of such a line a part may go: “View all posts by …”.
            found += [note] if note and note.text and note.text != line.text else []
        elif line.text and not look.is_body(line):
            found.append(note or note_on(line, look, end))
    return found


def placed_by(look: SecondLook, lines: Sequence[Line], head: Head) -> set[int]:
    """Return the numbers of the lines that are the title, the subtitle or the bio."""
    titles = look.all_of("title", lines)
    same = [line for line in titles if unmarked(line.text) == head.title]
    like = [line for line in titles if head.title in unmarked(line.text)]
    some = [
        *(same or like)[:1],
        *run_of(look.all_of("subtitle", lines)),
        *look.all_of("bio", lines),
    ]
    return {line.number for line in some}


def note_on(line: Line, look: SecondLook, end: int) -> Note:
    """Return a note on a line that is left out; what readers may have said is not repeated."""
    kind = "byline" if look.roles[line.number] == "byline" else "page"
    return Note(line.number, kind, "" if line.number > end and is_prose(line.text) else line.text)


def overruled(lines: Sequence[Line], look: SecondLook, roles: Mapping[int, str]) -> Iterator[Note]:
    """Yield notes on lines that rules had in the story, or out of it."""
    end = max(line.number for line in lines if look.is_body(line))
    for line in lines:
        was, is_ = roles.get(line.number, "page") in BODY, look.is_body(line)
        if line.text and was != is_ and (is_ or line.number <= end or not is_prose(line.text)):
            yield Note(line.number, "kept" if is_ else "page", line.text)
