"""What of a second look does not count against what rules know better; called by overrule."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from wellspring.importing.know_more import ADDRESS, NEXT
from wellspring.importing.line import Line, ends_with_mark
from wellspring.importing.names import match_form, original
from wellspring.importing.second_look import BODY, SecondLook
from wellspring.importing.tables import tables_in
from wellspring.importing.titles import read_title, unquoted
from wellspring.importing.told import Told
from wellspring.model.importing import ImportStyle

LONGEST_SIGNED = 30
# Who breaks lines does so behind more letters.
SHORTEST = 24
LEAST_WORDS = 3
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bago\b")
WORD = re.compile(r"\w+")
WHOLE = re.compile(ADDRESS)
WHOLE_ONLY = frozenset({"paragraph", "subtitle"})
# Below these stands what a publication says of itself.
TAGGED = re.compile(
    r"follow publication|(?:(?:bi-?)?weekly|daily|monthly|fortnightly) newsletter", re.IGNORECASE
)


def hold(
    look: SecondLook,
    told: Told,
    lines: Sequence[Line],
    roles: Mapping[int, str],
    style: ImportStyle,
) -> SecondLook:
    """Return a second look with what rules know better; `roles` are what they made of each line."""
    if not look.roles:
        return look
    look = without_taglines(without_contents(look, told), lines)
    look = with_labels(with_whole_title(look, lines), told, lines, style)
    look = with_signature(look, lines, roles)
    look = with_addresses(with_rows(look, lines), lines)
    look = with_broken_lines(look, lines)
    return without_islands(look, lines, roles)


def with_labels(
    look: SecondLook, told: Told, lines: Sequence[Line], style: ImportStyle
) -> SecondLook:
    """Return a second look whose title is that which a line names so, as its subtitle is."""
    held = dict(look.roles)
    titles = look.all_of("title", lines)
    for line in takewhile(lambda line: not look.is_body(line), lines):
        found = match_form(style.forms["label"], line)
        value = original(line, found, "value") if found else ""
        role = ""
        if value and read_title(value, style).title == told.head.title:
            short = any(is_like(value, title.text) for title in titles if title is not line)
            role = "" if short else "title"
        elif value and unquoted(value) == told.head.subtitle:
            role = "subtitle"
        if role:
            # That line itself is noted, as all lines are that say more than is kept of them.
            held |= {number: "page" for number, other in held.items() if other == role}
            held[line.number] = "page"
    return replace(look, roles=held)


def without_taglines(look: SecondLook, lines: Sequence[Line]) -> SecondLook:
    """Return a second look whose title is not what a publication says of itself, if one follows."""
    held = dict(look.roles)
    head = list(takewhile(lambda line: not look.is_body(line), lines))
    for at, (above, line) in enumerate(pairwise(head)):
        if held.get(line.number) == "title" and TAGGED.fullmatch(above.text):
            below = dropwhile(lambda it: it.text, head[at + 1 :])
            titles = (it for it in below if may_be_title(it, look))
            if title := next(titles, None):
                held |= {line.number: "page", title.number: "title"}
    return replace(look, roles=held)


def may_be_title(line: Line, look: SecondLook) -> bool:
    """Tell whether a line says enough for a title, and neither who wrote it nor when."""
    says = len(line.text.split()) >= LEAST_WORDS and not YEAR.search(line.text)
    return says and look.roles.get(line.number) != "byline" and not line.text.startswith("By ")


def with_whole_title(look: SecondLook, lines: Sequence[Line]) -> SecondLook:
    """Return a second look whose title is whole where a trail above it had its first words."""
    filled = [line for line in takewhile(lambda line: not look.is_body(line), lines) if line.text]
    for above, line in pairwise(filled):
        longer = line.plain.casefold().startswith(f"{above.plain.casefold()}: ")
        if longer and look.roles.get(above.number) == "title":
            roles = {**look.roles, above.number: "page", line.number: "title"}
            return replace(look, roles=roles)
    return look


def is_like(subject: str, title: str) -> bool:
    """Tell whether a title below is what a subject is short for: “No. 14: on lying flat”."""
    said, own = (set(WORD.findall(text.casefold())) for text in (subject, title))
    return bool(own) and subject != title and len(said & own) * 2 >= min(len(said), len(own))


def without_contents(look: SecondLook, told: Told) -> SecondLook:
    """Return a second look without the lines that name the headings before the story does."""
    named = {note.line: "page" for note in told.stripped() if note.kind == "contents"}
    return replace(look, roles={**look.roles, **named})


def with_signature(look: SecondLook, lines: Sequence[Line], roles: Mapping[int, str]) -> SecondLook:
    """Return a second look with the words that sign a letter, where rules see them: “Love, Lee”."""
    own = [line for line in lines if line.text and roles[line.number] in BODY]
    signed = [
        pair
        for pair in pairwise(own)
        if pair[0].text.endswith(",") and max(len(line.text) for line in pair) <= LONGEST_SIGNED
    ]
    return replace(
        look, roles={**look.roles, **{line.number: "paragraph" for pair in signed for line in pair}}
    )


def with_rows(look: SecondLook, lines: Sequence[Line]) -> SecondLook:
    """Return a second look with all rows of a table below a line of the story."""
    held = dict(look.roles)
    for table in tables_in(lines):
        above = [line for line in lines if line.text and line.number < table[0].number][-1:]
        if above and look.is_body(above[0]):
            held |= {row.number: "paragraph" for row in table}
    return replace(look, roles=held)


def with_broken_lines(look: SecondLook, lines: Sequence[Line]) -> SecondLook:
    """Return a second look in which no sentence of a paragraph or a subtitle is seen in part.

    A text that was broken into lines goes on with a small letter right below.
    """
    held = dict(look.roles)
    pairs = [(above, line) for above, line in pairwise(lines) if goes_on(above, line)]
    for above, line in pairs:
        if held.get(above.number) == "paragraph" and held.get(line.number) == "page":
            held[line.number] = "paragraph"
    for above, line in reversed(pairs):
        if held.get(line.number) in WHOLE_ONLY and held.get(above.number) == "page":
            held[above.number] = held[line.number]
    return replace(look, roles=held)


def goes_on(above: Line, line: Line) -> bool:
    """Tell whether a line goes on with a sentence of the line right above it."""
    broken = line.text[:1].islower() and len(above.text) >= SHORTEST
    return broken and not ends_with_mark(above.text)


def with_addresses(look: SecondLook, lines: Sequence[Line]) -> SecondLook:
    """Return a second look in which an address alone belongs to what else to read above it."""
    held = dict(look.roles)
    filled = [line for line in lines if line.text]
    for above, line in pairwise(filled):
        near = line.number - above.number <= NEXT
        if held.get(above.number) == "link" and near and WHOLE.fullmatch(line.text):
            held[line.number] = "link"
    return replace(look, roles=held)


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
