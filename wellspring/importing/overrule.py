"""A story told again where the second look sees other things in its lines; called by story.

What rules have read from a line (a day, the words of a label) stays as they read it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wellspring.importing.blocks import blocks_of
from wellspring.importing.body import read_body
from wellspring.importing.bylines import author_of, name_told
from wellspring.importing.days_seen import day_seen, first_day
from wellspring.importing.fuller_names import fuller_name
from wellspring.importing.head_found import Head
from wellspring.importing.held import hold
from wellspring.importing.know_more import (
    Link,
    cut_from,
    read_links,
    with_addresses_below,
    without_lead,
    without_sites,
)
from wellspring.importing.line import Line, Note, ends_sentence, is_prose
from wellspring.importing.names import bare_bio
from wellspring.importing.second_look import BODY, SecondLook
from wellspring.importing.sections import VIEW_ALL, Found
from wellspring.importing.tags_seen import tags_seen
from wellspring.importing.titles import COUNTED, as_subject, read_title, unmarked, unquoted
from wellspring.importing.told import Told
from wellspring.model.importing import ImportStyle

# What a box is drawn with; the least width of a line that was broken to one.
BARS, WRAPPED = re.compile(r"^[│┃|]\s+|\s[│┃|]$"), 40
WORD = re.compile(r"\w")
NOTED = {"byline": "byline", "tag": "tags"}


def overrule(
    told: Told,
    lines: Sequence[Line],
    look: SecondLook,
    roles: Mapping[int, str],
    style: ImportStyle,
) -> Told:
    """Return what is told of a source with each line in the role that the second look gives it.

    `roles` are what rules made of the lines.
    """
    look = hold(look, told, lines, roles, style)
    if all(roles[number] == role for number, role in look.roles.items()):
        # Nobody has looked, or sees the same.
        author = told.author or name_told(lines, look)
        return replace(told, author=fuller_name(author, lines, look))
    inside = [at for at, line in enumerate(lines) if look.is_body(line)]
    if not inside:
        return told
    head = replace(told.head, kept=[], bio=[], tags=[], notes=[], labels=list(told.head.labels))
    retitle(head, lines, look, style)
    author = fuller_name(author_of(told, lines, look, style.forms["day"]), lines, look)
    head.day = first_day(lines, look, style) or head.day or day_seen(lines, look, style)
    kept = [
        line for line in lines[inside[0] : inside[-1] + 1] if not line.text or look.is_body(line)
    ]
    body = read_body(kept, style, author, told.platform)
    blocks, doubts = blocks_of(body.lines, style, look, markdown=told.markdown)
    doubts += overruled(lines, look, roles)
    links, cut = shortened(links_of(told, lines, look, style), style)
    bio = bio_of(told, lines, look)
    notes = [*notes_of(told, lines, look, head, links), *cut]
    noted = {note.line for note in notes}
    notes += [note for note in cut_from_bio(bio, lines, look) if note.line not in noted]
    tags = tags_seen(told, lines, look, style)
    found = Found(told.found.name, bio, tags, links, notes)
    return replace(
        told, head=head, body=body, found=found, author=author, blocks=blocks, doubts=doubts
    )


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
    head.title = as_subject(head.title, lines)
    if not head.labelled:
        head.subtitle = unquoted(joined(run_of(look.all_of("subtitle", lines))))


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


def bio_of(told: Told, lines: Sequence[Line], look: SecondLook) -> list[Line]:
    """Return what is said of the author: as rules have read it, where they have."""
    known = {line.number: line for line in told.bio()}
    found = [
        (known.get(part[0].number) if len(part) == 1 else None)
        or Line(part[0].number, unmarked(bare_bio(VIEW_ALL.sub("", joined(part)))))
        for part in bio_parts(lines, look)
    ]
    return [line for line in found if line.text]


def joined(lines: Sequence[Line]) -> str:
    """Return the words of lines, as one line, without the box around them."""
    return " ".join(BARS.sub("", line.text).strip() for line in lines)


def bio_parts(lines: Sequence[Line], look: SecondLook) -> list[list[Line]]:
    """Return the lines of each paragraph of a bio; what another line says as well is none."""
    seen = with_ends(look.all_of("bio", lines), lines, look)
    texts = [line.plain.casefold() for line in seen]
    parts = list[list[Line]]()
    for at, line in enumerate(seen):
        others = [*texts[:at], *(text for text in texts[at + 1 :] if text != texts[at])]
        if any(texts[at] in other for other in others):
            continue
        last = parts[-1][-1] if parts else None
        if last and last.number + 1 == line.number and not ends_sentence(last.text):
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def with_ends(seen: Sequence[Line], lines: Sequence[Line], look: SecondLook) -> Sequence[Line]:
    """Return the lines of a bio with those that begin and end its sentences, if it was broken."""
    if not seen:
        return seen
    at = {line.number: line for line in lines if line.text and not look.is_body(line)}
    first, last = at.get(seen[0].number - 1), at.get(seen[-1].number + 1)
    begins = first and len(first.text) >= WRAPPED and not ends_sentence(first.text)
    ends = last and len(seen[-1].text) >= WRAPPED and not ends_sentence(seen[-1].text)
    begun = [first] if first and begins and seen[0].text[0].islower() else []
    whole = last and last.text[0].islower() and ends_sentence(BARS.sub("", last.text))
    ended = [last] if last and ends and whole and look.roles.get(last.number) == "page" else []
    return [*begun, *seen, *ended]


def links_of(told: Told, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> list[Link]:
    """Return what else to read: as rules have read it, where they have."""
    by_rules = told.links()
    links = list[Link]()
    for line in look.all_of("link", lines):
        known = [link for link in by_rules if link.line == line.number]
        again = any(link.title in line.text for link in by_rules if link.line != line.number)
        read = known or ([] if again else read_links(line, style.forms["know-more"]))
        links += read
    return with_addresses_below(links)


def shortened(links: Sequence[Link], style: ImportStyle) -> tuple[list[Link], list[Note]]:
    """Return links without what leads to their titles or names a site, and notes on that."""
    shorter = without_sites([without_lead(link, style.forms["lead"]) for link in links])
    return shorter, cut_from(links, shorter)


def cut_from_bio(bio: Sequence[Line], lines: Sequence[Line], look: SecondLook) -> Iterator[Note]:
    """Yield notes on the words of a bio’s lines that are not in it, such as “About me:”."""
    whole = " ".join(line.text for line in bio)
    for line in with_ends(look.all_of("bio", lines), lines, look):
        plain = joined([line])
        inside = max((part.text for part in bio if part.text in plain), key=len, default="")
        rest = plain.replace(inside, "", 1).strip() if inside else plain
        if plain not in whole and WORD.search(rest):
            yield Note(line.number, "author", rest)


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
            # Of such a line a part may go.
            cut = VIEW_ALL.search(line.text)
            part = Note(line.number, "author", cut[0].strip()) if cut else note
            found += [part] if part and part.text and part.text != line.text else []
        elif line.text and not look.is_body(line):
            found.append(note or note_on(line, look, end))
    return found


def placed_by(look: SecondLook, lines: Sequence[Line], head: Head) -> set[int]:
    """Return the numbers of the lines that are the title, the subtitle or the bio."""
    titles = look.all_of("title", lines)
    same = [line for line in titles if unmarked(line.text) == head.title]
    # What stands before a title in a list of contents is noted with the whole line.
    free = [line for line in titles if not COUNTED.match(line.text)]
    like = [line for line in free if head.title in unmarked(line.text)]
    some = [
        *(same or like)[:1],
        *run_of(look.all_of("subtitle", lines)),
        *with_ends(look.all_of("bio", lines), lines, look),
    ]
    return {line.number for line in some}


def note_on(line: Line, look: SecondLook, end: int) -> Note:
    """Return a note on a line that is left out; what readers may have said is not repeated."""
    kind = NOTED.get(look.roles[line.number], "page")
    return Note(line.number, kind, "" if line.number > end and is_prose(line.text) else line.text)


def overruled(lines: Sequence[Line], look: SecondLook, roles: Mapping[int, str]) -> Iterator[Note]:
    """Yield notes on lines that rules had in the story, or out of it."""
    end = max(line.number for line in lines if look.is_body(line))
    for line in lines:
        was, is_ = roles.get(line.number, "page") in BODY, look.is_body(line)
        if line.text and was != is_ and (is_ or line.number <= end or not is_prose(line.text)):
            yield Note(line.number, "kept" if is_ else "page", line.text)
