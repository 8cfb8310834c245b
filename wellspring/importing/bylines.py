"""The author's name in the lines that the second look takes for a byline; called by overrule.

A name alone is told from that of a site by what else says it: a bio, another line of the page.
"""

import re
from collections.abc import Sequence

from wellspring.importing.full_names import CREDIT, CREDITED, is_full_name, may_be_name
from wellspring.importing.line import LONGEST_MARK, Line
from wellspring.importing.names import (
    BESIDES,
    DEGREES_AHEAD,
    NAME,
    TOGETHER,
    WORD,
    is_name,
    names_of,
)
from wellspring.importing.second_look import SecondLook
from wellspring.importing.titles import unmarked
from wellspring.importing.told import Told
from wellspring.model.importing import Form

BY = re.compile(
    r"\b(?:posted by|by|with|from|author|words|text|story|interview|host(?:ed by)?|owner|reporter"
    r"|written|posted|shared|contributor|post by)\b(?: by\b)?:?\s*",
    re.IGNORECASE,
)
APART = re.compile(
    r"\s*[|·•,;:+()\[\]»]\s*|\s[–—-]{1,2}\s|\s{2,}|\s(?:on|in|at|for|about|is|was|says?|said)\b"
    r"|(?<=\w{4})\.\s|(?<![\w.-])\d",
    re.IGNORECASE,
)
# What may stand around a name: signs and emoji; a word that leads to a profile.
AROUND = re.compile(r"^\W+|[^\w.’')]+$|^By(?=[A-Z][a-z])")
BESIDE_NAME = re.compile(r"[|\d]")
OWNED, LOUD = re.compile(r"['’]s?(?:\s.*)?$"), re.compile(r"['’]S\b.*$")
VIEW = re.compile(r"^(?:view|meet|about|more from|your|(?:hi,? )?i['’]m)\s+", re.IGNORECASE)
EMOJI = re.compile(r"\s+[^\w\s.,'’\"“”()&-].*$")
AND = re.compile(r" (?:and|&) ")
WITH_ROLES = re.compile(rf", [^.!?]{{3,80}}?, (?:and|&) (?P<name>{NAME}),")
# What parts a byline, but not a name from its degrees.
PARTS = re.compile(r"\s*[|·•]\s*|\s*(?:\((?!Hons)|(?<!Hons)\))\s*|\s{2,}|\s[–—-]\s")
OPENS_BIO = re.compile(
    r"(?:About |Meet |(?:Words|Text|Story):? (?:by )?|You['’]re reading |.*?\bI['’]m |.*?\bI am "
    r"|.*?\b[Ww]ritten by |\W*)"
    rf"(?P<name>{NAME})(?=[,.]| \(|['’]s\b| [a-z]|$)"
)
# As people begin who tell their story to a charity: “My name’s Robin Example, I’m 58 …”.
OWN_NAME = re.compile(rf"(?:(?:Hi|Hello|Hey),? )?[Mm]y name(?: is|['’]s) (?P<name>{NAME})(?=[,. ])")
FIRST_NAME = re.compile(r"(?:(?:Hi|Hello|Hey)[,!]? )?I['’]m (?P<name>[A-Z][\w-]+)[.,!]")
# As charities and local papers say whose story it is.
STANDFIRST = re.compile(
    rf"(?:(?:Mrs|Mr|Ms|Miss|Dr) )?(?:(?P<aged>{WORD}(?: {WORD}){{0,2}}),? (?:aged )?\d\d\b"
    rf"|(?P<full>{NAME})(?:, .{{3,60}},)? (?:was \d\d\b|(?:tells|writes|explains|remembers|shares"
    r"|describes|reflects|recalls|talks|looks back)\b|on (?:how|why|living|losing)\b))"
)
# How much speaks for a name: a bio that says it, that rules read it, that it is a full one.
IN_BIO, BY_RULES, FULL, LARGE, BEHIND_BY, LONGEST = 3, 1, 2, 1, 1, 90


def author_of(told: Told, lines: Sequence[Line], look: SecondLook, days: Form) -> str:
    """Return the author's name: of those that bylines and the bio say, that which most speaks for.

    Without any it is as rules have read it. `days` have words that look like names.
    """
    bylines = [days.either.sub(" | ", line.text) for line in look.all_of("byline", lines)]
    bio = " ".join(line.text for line in look.all_of("bio", lines))
    known = told.author.casefold()
    if known and any(known in text.casefold() for text in bylines):
        if told.platform and not BESIDE_NAME.search(told.author):
            return whole(told.author, bylines)
        bylines = [told.author, *bylines] if is_alone(told.author) else bylines
    named = [name for text in bylines for name in names_in(text)]
    first = {names[0] for text in bylines if "," in text and (names := names_in(text))}
    short = [line.plain.casefold() for line in lines if 0 < len(line.text) <= LONGEST]

    def weigh(name: str) -> int:
        small = name.casefold()
        again = sum(small in text for text in short) > 1
        return (
            IN_BIO * (small in bio.casefold())
            + BY_RULES * (small == known)
            + FULL * (" " in name)
            + FULL * (name in first)
            + LARGE * name[0].isupper()
            + BEHIND_BY * any(re.search(rf"\bby:? {re.escape(small)}", text) for text in short)
            + again
        )

    best = max(named, key=weigh, default="")
    own = own_name(lines, look)
    if " " in best and not (own and weigh(best) <= FULL + LARGE):
        return whole(best, bylines)
    known = name_of_bio(lines, look) or own or best or name_in_standfirst(lines, look)
    return known or told.author or name_at_end(lines, look) or first_name_of_bio(lines, look)


def whole(name: str, bylines: Sequence[str]) -> str:
    """Return a name with those of who else has written the story, or with its degrees."""
    parts = [part for text in bylines for part in BY.split(text)]
    for together in (found[0] for part in parts for found in TOGETHER.finditer(part)):
        names = names_of(together)
        if name in names and all(map(is_full_name, names)):
            return together
    for text in bylines:
        # “By Robin Example, a nurse, and Kim Sample, a cook”.
        second = WITH_ROLES.match(text.partition(name)[2])
        if second and may_be_name(second["name"]):
            return f"{name} and {second['name']}"
    rests = [PARTS.split(text.partition(name)[2])[0].rstrip(" ,") for text in bylines]
    degrees = (found[0] for rest in rests if (found := DEGREES_AHEAD.match(rest)))
    return name + next(degrees, "")


def is_alone(name: str) -> bool:
    """Tell whether a name that rules read is nothing but a name."""
    return names_in(name)[:1] == [name]


def names_in(text: str) -> list[str]:
    """Return what may be names in a byline: first what stands behind “by”, then the rest."""
    plain = unmarked(text[:LONGEST_MARK])
    said = [found for found in BY.finditer(plain) if not CREDIT.search(plain[: found.start()])]
    behind = [plain[found.end() :] for found in said]
    rest = [part for part in split(plain) if not BY.match(part.strip())]
    parts = [*(BESIDES.sub("", part) for after in behind for part in split(after)[:1]), *rest]
    named = dict.fromkeys(bare(part) for part in parts)
    return [name for name in named if is_name(name) and not CREDITED.match(name)]


def split(text: str) -> list[str]:
    """Return the parts of a byline, and the halves of those that may name two."""
    parts = [part for part in APART.split(text) if part]
    return [*parts, *(half for part in parts if AND.search(part) for half in AND.split(part))]


def bare(part: str) -> str:
    """Return a part of a byline without what is no name."""
    plain = AROUND.sub("", EMOJI.sub("", part.strip()))
    return LOUD.sub("", plain) if plain.isupper() else OWNED.sub("", VIEW.sub("", plain)).strip()


def name_told(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the name that a bio begins with, or a story ends with."""
    return name_of_bio(lines, look) or name_at_end(lines, look)


def name_in_standfirst(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the name that the words below a title begin with: “Robin, 26, writes about …”."""
    for line in (*look.all_of("subtitle", lines), *look.all_of("bio", lines)):
        found = STANDFIRST.match(line.text)
        name = (found["aged"] or found["full"]) if found else ""
        if name and may_be_name(name):
            return name
    return ""


def own_name(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the name that a story’s first words give: “My name’s Robin Example, …”."""
    first = next((line.text for line in lines if look.roles.get(line.number) == "paragraph"), "")
    found = OWN_NAME.match(first)
    return found["name"] if found and may_be_name(found["name"]) else ""


def name_at_end(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the full name that a story ends with."""
    last = [line.text for line in lines if look.is_body(line)][-1:]
    return next((text for text in last if is_full_name(text)), "")


def name_of_bio(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the name that a bio begins with: “Robin Example lives …”."""
    for line in look.all_of("bio", lines):
        found = OPENS_BIO.match(line.text)
        if found and may_be_name(found["name"]):
            return found["name"]
    return ""


def first_name_of_bio(lines: Sequence[Line], look: SecondLook) -> str:
    """Return the name of who says nothing but a first one: “Hello, I’m Robin. I mend clocks”."""
    found = [FIRST_NAME.match(line.text) for line in look.all_of("bio", lines)]
    return next((name["name"] for name in found if name and may_be_name(name["name"])), "")
