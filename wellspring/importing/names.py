"""Tell names of people from other short lines, and days from both; called by head and tail."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from wellspring.importing.line import LONGEST_MARK, Line, unsigned
from wellspring.model.importing import Form

LONGEST_NAME, LONGEST_TOGETHER, MOST_WORDS = 60, 90, 7
# Words that names write small.
SMALL = re.compile(
    "de|da|di|du|del|der|den|van|von|la|le|el|al|bin|ibn|y|e|af|av|zu|zur|the|of|and"
)
INITIAL = re.compile(r"(?:^|\s)(?:[A-Z]|Dr|Jr|Sr|Mr|Mrs|Ms|St|Prof|PhD|M\.D|Ph\.D)\.")
# What stands behind a name, as in “Robin Example, RN, MSc”; no country, employer or post.
DEGREE = (
    r"(?:,? (?!(?:USA?|UK|EU|NZ|BBC|CNN|NHS|NPR|C[EFOT]O|EDITOR|STAFF|WRITER|GUEST|AUTHOR|HOST)\b)"
    r"(?:[A-Z]{2,6}(?:-[A-Z]{1,4})?|(?:[A-Z][a-z]{0,3}\.){2,5}|(?:Ph|M|Psy)\.?D\.?"
    r"|[BM]Sc(?: \(Hons\)(?: [A-Z][a-z]+)?)?|MEd|[DM]Phil"
    r"|D[A-Z][a-z]{2,4}(?:[A-Z][a-z]{2,4})?|Jr\.?|Sr\.?))+"
)
DEGREES = re.compile(rf"{DEGREE}$")
DEGREES_AHEAD = re.compile(rf"{DEGREE}(?=,|$)")
WORD = r"[A-Z][\w'’-]*"
NAME = rf"{WORD}(?: (?:[A-Z]\.|{WORD}|van|de|von|der|la)){{1,3}}"
# Two who have written together, or more; what stands between them.
WITH_DEGREES = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?{NAME}(?:{DEGREE})?"
TOGETHER = re.compile(rf"{WITH_DEGREES}(?:, {WITH_DEGREES})*,? (?:and|&|with) {WITH_DEGREES}")
SHARED = re.compile(rf"(?P<one>{WORD}) (?:and|&) (?P<other>{WORD}) (?P<name>{WORD})")
BETWEEN = re.compile(r",? (?:and|&|with) |, ")
# Who has done something else for a page, in the same line: “Words Robin Example Photography …”.
BESIDES = re.compile(
    r"(?<!\band)(?<!&)[.,;]?\s+(?:photo(?:s|graphs?|graphy)?|pictures?|illustrat(?:ions?|ed|or)|edit(?:ed|or))\b.*$"
    r"|, as told to .*$",
    re.IGNORECASE,
)
# What stands between names in capitals.
APART = re.compile(r"(, | AND | WITH | & )")
# A paper or a column, not somebody: “The Long Evening”.
ARTICLE = re.compile(r"(?:The|An?) ")
ELIDED = re.compile(r"(?:d|l|o|dell|n|t)['’][^\W\d_]", re.IGNORECASE)
HANDLE = re.compile(r"@?\w[\w.-]{1,29}")
# “Billie”, between a first name and the last one.
NICKNAME = re.compile(
    r"(?<=\w )(?:[\"“][^\W\d_][\w .-]{0,20}[\"”]|['‘][^\W\d_][\w.-]{0,20}['’])(?= \w)"
)
# “Robin Example (a nurse)”; pronouns stay.
ROLE = re.compile(r"\s+\((?!(?:s?he|they|her|him)\b)[a-z][^()]*\)")
# “Robin Example Community Reporter”.
NO_NAMES = "A|An|Daily|Features|Guest|Health|News|Our|Senior|Staff|The"
POST = re.compile(
    rf"^(?P<name>(?!(?:{NO_NAMES})\b){WORD} (?!(?:{NO_NAMES})\b){WORD}) (?:{WORD} )?"
    r"(?:Columnist|Contributor|Correspondent|Editor|Journalist|Reporter|Writer)$"
)
BRACKETED = re.compile(r"[(\[{][^)\]}]*[)\]}]")
LETTERS = re.compile(r"[^\W\d_]")
# “Season 4”, “Year 2”; not “Jo2go”, nor who left a school in ’94.
NUMBER = re.compile(r"(?<!['’])\b\d+\b")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
FORMS = (
    *("%m/%d/%Y", "%d/%m/%Y", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d"),
    *("%Y/%m/%d", "%Y %m %d", "%d %m %Y", "%d-%b-%Y", "%d-%B-%Y"),
)
WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? ", re.IGNORECASE)
FOREIGN = re.compile(
    r"(?P<day>\d{1,2})(?:er|º|\.)?(?: de)? (?P<month>[^\W\d_]{3,})(?: del?)?,? (?P<year>\d{4})$"
)
FILLING = re.compile(r"^the |(?<=\d) of(?= )", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Tell whether a short line can be a person's name: a few words, most with a capital."""
    if TOGETHER.fullmatch(text):
        return len(text) <= LONGEST_TOGETHER
    bare = BRACKETED.sub(" ", INITIAL.sub(" X ", DEGREES.sub("", NICKNAME.sub("", text))))
    words = [word for word in bare.split() if LETTERS.search(word)]
    if text.startswith("#") or (" " in bare.strip() and NUMBER.search(bare)):
        return False
    if not 0 < len(words) <= MOST_WORDS or len(text) > LONGEST_NAME:
        return False
    if re.search(r"[.!?:;…\"“”]$|[!?:;,\"“”]|https?:", bare.strip()):
        return False
    capital = [
        word
        for word in words
        if not word[:1].islower() or SMALL.fullmatch(word) or ELIDED.match(word)
    ]
    return len(capital) == len(words) or HANDLE.fullmatch(text) is not None


def authors_in(text: str) -> list[str]:
    """Return the names of all who have written something, as a byline has them; of no papers.

    Of several, degrees are left out, and a name that two share is the name of each.
    """
    plain = ROLE.sub("", in_small(text))
    if shared := SHARED.fullmatch(plain):
        return [f"{shared[first]} {shared['name']}" for first in ("one", "other")]
    names = names_of(plain) if TOGETHER.fullmatch(plain) else []
    found = [name for name in dict.fromkeys(map(plain_name, names)) if not ARTICLE.match(name)]
    return found if names and found and all(" " in name for name in found) else [text]


def names_of(together: str) -> list[str]:
    """Return the names of those who have written together, without their degrees."""
    parts = [without_degrees(part) for part in BETWEEN.split(together)]
    return [part for part in parts if " " in part or not DEGREES.fullmatch(f", {part}")]


def without_degrees(name: str) -> str:
    """Return a name without degrees; short words in capitals may be the name: “JO BELL”."""
    bare = DEGREES.sub("", name)
    return bare if " " in bare or " " not in name else name


def match_form(form: Form, line: Line) -> re.Match[str] | None:
    """Return what the first expression of a form finds that a whole line fits."""
    return next(matches(form, line), None)


def match_byline(form: Form, line: Line) -> re.Match[str] | None:
    """Return what the first expression finds that a whole line fits, with a name in it."""
    found = matches(form, line)
    return next(
        (hit for hit in found if is_name(BESIDES.sub("", original(line, hit, "name")))), None
    )


def matches(form: Form, line: Line) -> Iterator[re.Match[str]]:
    """Yield what the expressions of a form find in a whole line."""
    if len(line.text) <= LONGEST_MARK:
        yield from form.matches(line.plain)


def original(line: Line, found: re.Match[str], group: str) -> str:
    """Return a group as it stands in the line, curly quotes included."""
    words = " ".join(line.text.split())
    return words[slice(*found.span(group))].strip() if found[group] else ""


def read_day(text: str, months: Mapping[str, int]) -> date | None:
    """Return the day that somebody wrote out, or None; `months` are those of other languages."""
    foreign = FOREIGN.search(text.casefold())
    if foreign and (month := months.get(foreign["month"])):
        text = f"{foreign['year']}-{month}-{foreign['day']}"
    plain = FILLING.sub("", ORDINAL.sub("", WEEKDAY.sub("", text.strip())))
    plain = " ".join(plain.replace(",", " ").replace(".", " ").replace("Sept ", "Sep ").split())
    for form in FORMS:
        try:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


ABOUT = re.compile(
    r"(?:about|meet|more about|written by|words by|author:|story by) (?P<who>[^:.!?]{2,60}?)"
    r"(?: ?[:–—-] .*)?",
    re.IGNORECASE,
)
THE_AUTHOR = re.compile(r"(?:about )?the (?:author|writer) ?[:–—-] .*", re.IGNORECASE)


def tells_of(text: str, author: str) -> bool:
    """Tell whether a line heads or is a note on the author: “About Robin”, “The author: …”."""
    plain = text.strip("*_ ")
    if THE_AUTHOR.fullmatch(plain) or not author:
        return THE_AUTHOR.fullmatch(plain) is not None
    found = ABOUT.fullmatch(plain)
    names = {author.casefold(), author.split(maxsplit=1)[0].casefold()}
    return found is not None and found["who"].strip().casefold() in names


IS_SOMEBODY = re.compile(
    r" (?:is|was|has|had|no longer|drove|wrote|taught|grew|spent|left|[a-z]+(?:ed|[^s]s))\b"
)


# What the author is, between the name and what the author does.
APPOSED = re.compile(r", [^.!?]{3,80}?,(?= )|(?: \([^)]{1,20}\))?")
GOES_ON = re.compile(r"(?:She|He|They|Her|His|Their) [a-z]")
TITLE = re.compile(r"(?:Dr|Prof|Mr|Mrs|Ms|Sr|Rev|Nurse|Coach)\.? ")


# What heads a bio on its own line or leads on from it: “About me:”, “More about me →”.
HEADED = re.compile(
    r"^(?:about (?:me|us|the \w+|[A-Z]\w+)|(?:my |author )?bio(?:graphy)?|who i am)\s*:\s+",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\b(?:(?:read )?more(?: about (?:me|\w+))?\s*(?:→|»|>+)"
    r"|(?:read more|more about (?:me|\w+)|read on)\s*(?:…|\.\.\.))$",
    re.IGNORECASE,
)


def bare_bio(text: str) -> str:
    """Return a paragraph without the marks or brackets that set it apart from a story."""
    plain = text.strip("*_ ").removeprefix("— ").removeprefix("– ")
    plain = MORE.sub("", HEADED.sub("", unsigned(plain))).rstrip()
    around = plain[:1] + plain[-1:]
    return plain[1:-1].strip("*_ ") if around in {"()", "[]"} else plain


def is_told(text: str, author: str) -> bool:
    """Tell whether a paragraph says who one of the authors is: “Robin Example writes …”."""
    return any(is_told_of(text, name) for name in authors_in(author))


def is_told_of(text: str, author: str) -> bool:
    """Tell whether a paragraph says who somebody is."""
    plain, bare = TITLE.sub("", bare_bio(text)), TITLE.sub("", DEGREES.sub("", author))
    apposed = APPOSED.match(plain, len(bare)) if bare and plain.startswith(bare) else None
    return apposed is not None and IS_SOMEBODY.match(plain, apposed.end()) is not None


def is_told_on(text: str) -> bool:
    """Tell whether a paragraph may be the second one of a bio: “She lives …”."""
    return GOES_ON.match(bare_bio(text)) is not None


def is_told_by_first(text: str, author: str) -> bool:
    """Tell whether a paragraph says who the author is, whose first name may be enough."""
    return is_told(text, author) or is_told(text, author.split(maxsplit=1)[0])


# “Robin Example walks, mostly.”
TOLD = re.compile(
    rf"(?P<name>[A-Z][\w'’-]+ (?:[A-Z][\w.'’-]* ){{0,2}}[A-Z][\w'’-]+){IS_SOMEBODY.pattern}"
)


def plain_name(name: str) -> str:
    """Return a name in common letters, and without what is said behind it in brackets."""
    name = POST.sub(r"\g<name>", ROLE.sub("", name)).rstrip("'’ ")
    return in_small(name) if " " in name else name


def in_small(name: str) -> str:
    """Return names in capitals as names are written; a word alone behind a comma is a degree."""
    if not name.isupper():
        return name
    first, *rest = APART.split(name)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    behind = (
        f"{mark.lower()}{part if mark == ', ' and ' ' not in part else part.title()}"
        for mark, part in pairs
    )
    return "".join((first.title(), *behind))
