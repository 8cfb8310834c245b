"""Tell a hyphen that stands for a lost dash from the hyphen of a compound; called by the importer.

The checker's rule on dashes names the sure cases in finished texts; here every hyphen of a text
that has lost its dashes is weighed. What is not sure is left as it is and returned, for people to
decide. The words that decide are house rules, some of them the checker's.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType

from wellspring.model.importing import DashWords
from wellspring.text.dash_clauses import weight_of
from wellspring.text.dash_pairs import CHAIN, DASH, is_first, is_open, is_second, places_in
from wellspring.text.fixed import is_fixed
from wellspring.text.weighing import Place, is_closed

SURE, LIKELY, PERHAPS = 3.0, 2.0, 0.5
# Three joined words are rather a compound than two, unless two of them are one already.
MORE, COMPOUND = 3.5, -3.0
# What a dash before it in its sentence adds to a hyphen before a verb.
PAIR = 8.0
# What one behind it adds, if the words are not rather a compound.
HALF, HARDLY, OPENS, NEVER = 1.5, -0.5, 3.5, -2.0
# What a name takes that a text has more than once.
NAMED = -9.0
# What a hyphen takes whose text has other dashes; less if its first word begins no compound.
OTHERWISE, STRAY = 9.0, 3.0
# Where a hyphen is part of something that is no prose: addresses, mail, handles, code, numbers.
APART = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]+@\S+\.\w+|(?<!\w)[@#][\w-]+|`[^`]*`|\]\([^)]*\)|<[^>]*>"
    r"|(?<![\w-])[\w-]+\.(?:com|org|net|io|co|md|txt|pdf|jpg|png)\b\S*|\b\d[\d.,:/]*(?:-\d[\d.,:/]*)+\b"
)
# What a long compound may end in all the same.
SAID = frozenset({"are", "is", "it", "was", "were", "you", "have", "had"})
WORD, QUOTE = r"[^\W_]", "[\"'“”‘’(]"
SPACED = re.compile(
    rf"(?<=\S)(?<![-\d])[ \t]+-{{1,3}}[ \t]+(?={QUOTE}?{WORD})"
    rf"|(?<=\S)[ \t]+-{{1,3}}[ \t]+(?={QUOTE}?[^\W\d_])"
)
DOUBLE = re.compile(rf"(?<={WORD}|[.,!?\"'”’)])--{{1,2}}(?={QUOTE}?{WORD})")
# Beside a mark no compound has its hyphen: “tea”-and.
MARKED = re.compile(
    rf"(?<=[\"”)\]!?…%])-(?=[^\W\d_])|(?<={WORD})-(?=[\"“‘'(][^\W\d_])|(?<=[a-z]\.)-(?=[a-z])"
)
# Nor has one behind words that are set off: “*That is it*-and”.
SET_OFF = re.compile(r"(?<![\w*])\*{1,2}[^\s*][^*\n]* [^*\n]*\*{1,2}-(?=[^\W\d_])")
# Speech that breaks off, “I thought-” she said, and the marks that it ends and begins with.
BROKEN_OFF = re.compile(r"(?<=[^\W\d_]) ?-{1,3} ?(?=(?P<end>[\"”’'])(?:[\s.,;:!?)]|$))")
SUSPENDED = re.compile(r"[^\W\d_]- (?:and|or|to) ")
OPENING = MappingProxyType({'"': '"', "”": "“", "’": "‘", "'": "'"})
# Without one of these a hyphen stands between two words.
APART_SIGN = re.compile(r"-(?:\W|$)|\W-")
HANGING = re.compile(
    rf"(?<={WORD})(?:- (?={QUOTE}?[^\W\d_])| -(?={QUOTE}?[^\W\d_]{{2}}))|(?<={WORD}{WORD})-$"
)
PAIRED = re.compile(r" ?(?:and|or|to|but|nor|through|und|oder)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a text as a whole treats its dashes: whether it has real ones, and how many it lost."""

    real: bool = False
    lost: int = 0
    pairs: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Change:
    """A hyphen with its words: made a dash if `done`; not `sure` if a person should look at it."""

    words: str
    done: bool
    sure: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its dashes, and what was looked at."""

    text: str
    changes: tuple[Change, ...] = ()


def habits_of(texts: Iterable[str], words: DashWords) -> Habits:
    """Return the habits of a text, given by its parts."""
    parts = list(texts)
    pairs: Counter[str] = Counter()
    lost = real = 0
    for text in parts:
        sure = [it.words for it in restore_dashes(text, words, Habits()).changes if it.sure]
        # Who writes “ - ” or “--” for a dash means every other hyphen.
        apart = sum(" - " in found or "--" in found for found in sure)
        lost += len(sure) - apart
        real += apart + text.count(DASH)
        chains = CHAIN.finditer(text) if "-" in text else ()
        pairs.update(match[0].casefold() for match in chains)
    return Habits(real > lost, lost, pairs)


def restore_dashes(
    text: str, words: DashWords, habits: Habits, *, titled: bool = False
) -> Restored:
    """Return a line of text with its lost dashes; in a `titled` one all words have capitals."""
    if "-" not in text:
        return Restored(text)
    found: list[tuple[int, int, Change]] = []
    for pattern in (SPACED, DOUBLE, MARKED) if APART_SIGN.search(text) else ():
        found += [
            (*match.span(), Change(around(text, *match.span()), done=True, sure=True))
            for match in pattern.finditer(text)
        ]
    for match in SET_OFF.finditer(text):
        at = match.end() - 1
        found.append((at, match.end(), Change(around(text, at, at + 1), done=True, sure=True)))
    found += [*broken_off(text), *hanging(text, words)] if APART_SIGN.search(text) else []
    for chain in CHAIN.finditer(text):
        found += judge_chain(text, chain, words, habits, titled=titled)
    if not found:
        return Restored(text)
    kept = [match.span() for form in (APART, words.ranges) for match in form.finditer(text)]
    free = [item for item in found if not any(a < item[1] and item[0] < b for a, b in kept)]
    return put(text, sorted(free, key=lambda item: item[:2]))


def put(text: str, found: list[tuple[int, int, Change]]) -> Restored:
    """Return a text with dashes at some spans, of which none may touch another."""
    parts: list[str] = []
    changes: list[Change] = []
    last = 0
    for start, end, change in found:
        if start < last:
            continue
        changes.append(change)
        if change.done:
            parts += (text[last:start], DASH)
            last = end
    return Restored("".join((*parts, text[last:])), tuple(changes))


def around(text: str, start: int, end: int) -> str:
    """Return a hyphen with the words beside it."""
    left = text[:start].rsplit(None, 1)[-1:] or [""]
    right = text[end:].split(None, 1)[:1] or [""]
    return f"{left[0]}{text[start:end]}{right[0]}"


def broken_off(text: str) -> Iterator[tuple[int, int, Change]]:
    """Yield hyphens at the end of speech that breaks off; a word alone is rather a prefix."""
    for match in BROKEN_OFF.finditer(text):
        begin = text.rfind(OPENING[match["end"]], 0, match.start())
        opens = begin >= 0 and not text[max(0, begin - 1) : begin].isalnum()
        if opens and 0 <= text.find(" ", begin) < match.start() and not hangs(text, begin, match):
            yield *match.span(), Change(around(text, *match.span()), done=True, sure=True)


def hangs(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether another hyphen hangs in what is said: “the short- and long-”."""
    return SUSPENDED.search(text, begin, match.start()) is not None


def hanging(text: str, words: DashWords) -> list[tuple[int, int, Change]]:
    """Return hyphens with a blank on one side; “short- and long-term” is none of them."""
    found: list[tuple[int, int, Change]] = []
    for match in HANGING.finditer(text):
        if match[0] == "- " and PAIRED.match(text, match.end()):
            continue
        right = re.match(r"\W*([^\W\d_]+)", text[match.end() :])
        if match[0] == " -" and right is not None and right[1].casefold() in words.suffixes:
            continue  # “a word that ends in -osis”
        sure = right is not None and right[1].casefold() in words.right
        change = Change(around(text, *match.span()), done=True, sure=sure)
        found.append((*match.span(), change))
    return found


def judge_chain(
    text: str, chain: re.Match[str], words: DashWords, habits: Habits, *, titled: bool
) -> list[tuple[int, int, Change]]:
    """Return the hyphens of some joined words that are no compound, or may be none."""
    parts = chain[0].split("-")
    if is_kept(text, chain, words):
        # Behind a known compound another word may stand: “step-by-step-and slowly”.
        said = len(parts) > len("abcd") or (
            len(parts) > len("abc") and parts[-1].casefold() in SAID
        )
        if said or parts[-1].casefold() not in words.strong:
            return []  # “a come-as-you-are supper”
        places = list(places_in(text, chain, titled=titled))[-1:]
        return judge(places, words, habits, 0.0)
    places = list(places_in(text, chain, titled=titled))
    last = places[-1]
    if len(parts) == len("abc") and last.small[1] in words.strong and last.next:
        # “the window-wide-and told me”: two dashes around a word.
        return judge(places, words, habits, 0.0)
    lowest = min(weight_of(place, words) for place in places)
    more = MORE if len(parts) > len("ab") and lowest > COMPOUND else 0.0
    return judge(places, words, habits, more)


def is_kept(text: str, chain: re.Match[str], words: DashWords) -> bool:
    """Tell whether joined words are a known compound, or name what a colon explains."""
    if text[chain.end() :].startswith(":") and not text[: chain.start()].strip("*_-•– "):
        return True  # “Not-today: almost everything else.”
    return is_fixed(chain[0], chain[0].split("-"), words)


def judge(
    places: Iterable[Place], words: DashWords, habits: Habits, more: float
) -> list[tuple[int, int, Change]]:
    """Return those of some hyphens that are no compound's, or may be none; `more` speaks for it."""
    found: list[tuple[int, int, Change]] = []
    for place in places:
        weight = weight_of(place, words)
        score = weight + habit_score(place, habits, words) - more
        if score < SURE:
            score += PAIR if is_second(place, words) else 0.0
        if score < LIKELY and weight > NEVER and is_first(place, words):
            score += OPENS if is_open(place) else HALF if weight > HARDLY else 0.0
        # Against the habits of a text a hyphen is not changed; a person may see more.
        known = weight - more if habits.real else score
        if score >= PERHAPS or known >= SURE:
            at = len(place.before) + len(place.left)
            pair = f"{place.left}-{place.right}"
            found.append((at, at + 1, Change(pair, done=score >= LIKELY, sure=score >= SURE)))
    return found


def habit_score(place: Place, habits: Habits, words: DashWords) -> float:
    """Return what the rest of a text says of one hyphen."""
    pair = f"{place.left}-{place.right}".casefold()
    again = habits.pairs[pair] > 1
    # “Philippa-Jane”, said twice.
    named = again and not place.titled and place.left.istitle() and place.right.istitle()
    score = NAMED if named else -1.5 if again else 0.0
    if habits.real:
        score -= STRAY if is_closed(place, words) else OTHERWISE
    return score + (1.0 if habits.lost else 0.0)
