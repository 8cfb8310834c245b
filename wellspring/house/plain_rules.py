"""Rules as plain data and back, their phrases apart; called by cache.

Phrases are many and few are tried: each is made with its expression as written, and fetches its
code, which is long, when it is first tried. Rules and excuses share phrases, so they name them by
number.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import reduce
from operator import or_
from typing import Any

from wellspring.model.frame import Frame, Framed, Hints, Lexicon
from wellspring.model.leaning import Leaning
from wellspring.model.phrase import Phrase
from wellspring.model.rule import Excuse, ExcuseExamples, Rule, Way
from wellspring.model.topic import Examples
from wellspring.text.tables import Tables, numbered, tables_of

Fetch = Callable[[int], Callable[[], bytes]]
KINDS = (Rule, Excuse, Way, ExcuseExamples, Examples, Frame, Leaning)


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, and what their phrases need."""

    rules: tuple[Rule, ...]
    tables: Tables


def bound(rules: tuple[Rule, ...]) -> Rules:
    """Return rules with what their phrases need."""
    return Rules(rules, tables_of(numbered(rules)))


def rules_to_plain(kept: Rules) -> tuple[Any, list[bytes]]:
    """Return rules as JSON can hold them, and the codes of their phrases."""
    phrases = numbered(kept.rules)
    lists: dict[str, str] = {}
    for phrase in phrases:
        lists |= phrase.lists
    numbers = {id(phrase): number for number, phrase in enumerate(phrases)}
    tables = kept.tables
    data = [
        lists,
        [phrase.written for phrase in phrases],
        [to_plain(rule, numbers) for rule in kept.rules],
        [tables.size, hex(tables.always), [places_of(group) for group in tables.groups]],
        [tables.words, tables.starts, tables.parts, tables.marks],
        lexicon_to_plain(kept.rules),
    ]
    return data, [phrase.code() for phrase in phrases]


def places_of(bits: int) -> list[int]:
    """Return the places of the bits that are set: few of thousands are."""
    return [place for place, digit in enumerate(reversed(f"{bits:b}")) if digit == "1"]


def bits_at(places: Sequence[int]) -> int:
    """Return the number whose bits are set at some places."""
    return reduce(or_, (1 << place for place in places), 0)


def lexicon_to_plain(rules: Sequence[Rule]) -> list[Any]:
    """Return the lexicon that the frames of all rules share, as JSON can hold it."""
    shared = next((rule.framed.lexicon for rule in rules if rule.framed), Lexicon())
    return [*plain_parts(shared)[:-1], plain_parts(shared.hints)]


def plain_parts(value: Lexicon | Hints) -> list[Any]:
    """Return the parts of what is plain data, in the order of its fields."""
    return [getattr(value, part.name) for part in fields(value)]


def to_plain(value: Any, numbers: dict[int, int]) -> Any:  # noqa: ANN401 - whatever a rule holds
    """Return a part of a rule as JSON can hold it."""
    if isinstance(value, Phrase):
        return numbers[id(value)]
    if isinstance(value, tuple):
        return [to_plain(item, numbers) for item in value]
    if isinstance(value, Framed):
        return [to_plain(value.frames, numbers), list(value.without)]
    if isinstance(value, KINDS):
        return [to_plain(getattr(value, part.name), numbers) for part in fields(value)]
    return value


def rules_from_plain(data: Any, fetch: Fetch) -> Rules:  # noqa: ANN401 - parsed
    """Return the rules that plain data stand for; `fetch` fetches a phrase's code by its number.

    Raises LookupError, TypeError or ValueError for what stands for none.
    """
    lists, written, plain, (size, always, groups), keys, words = data
    phrases = [Phrase(text, (), fetch(number), lists) for number, text in enumerate(written)]
    *parts, hints = words
    lexicon = Lexicon(*parts)
    lexicon.hints = Hints(*hints)
    rules = tuple(rule_from(parts, phrases, lexicon) for parts in plain)
    tables = Tables(size, int(always, 16), [bits_at(places) for places in groups], *keys)
    if numbered(rules) != phrases or size != len(phrases):
        raise ValueError("the phrases are not those of the rules")
    return Rules(rules, tables)


def rule_from(parts: Sequence[Any], phrases: Sequence[Phrase], lexicon: Lexicon) -> Rule:
    """Return a rule."""
    values = dict(zip((part.name for part in fields(Rule)), parts, strict=True))
    for name in ("terms", "pairs", "unless", "only_if", "needs", "even_if_cited"):
        values[name] = some(values[name], phrases)
    for name in ("declared", "blocks", "topics"):
        values[name] = tuple(values[name])
    values["examples"] = Examples(*map(tuple, values["examples"]))
    values["excuses"] = tuple(excuse_from(excuse, phrases) for excuse in values["excuses"])
    values["swap"] = tuple(values["swap"]) if values["swap"] else None
    if values["framed"]:
        frames, without = values["framed"]
        values["framed"] = Framed(tuple(map(frame_from, frames)), lexicon, tuple(without))
    values["leaning"] = Leaning(*values["leaning"]) if values["leaning"] else None
    return Rule(**values)


def frame_from(parts: Sequence[Any]) -> Frame:
    """Return a frame."""
    values: dict[str, Any] = {
        part.name: tuple(value) if isinstance(value, list) else value
        for part, value in zip(fields(Frame), parts, strict=True)
    }
    return Frame(**values | {"examples": Examples(*map(tuple, parts[-1]))})


def excuse_from(parts: Sequence[Any], phrases: Sequence[Phrase]) -> Excuse:
    """Return an excuse."""
    id_, what, ways, examples, until_answered = parts
    return Excuse(
        id_,
        what,
        tuple(way_from(way, phrases) for way in ways),
        ExcuseExamples(*map(tuple, examples)),
        until_answered,
    )


def way_from(parts: Sequence[Any], phrases: Sequence[Phrase]) -> Way:
    """Return one way of an excuse."""
    where, words, unless, ends, reach, quoted = parts
    words, unless, ends = (some(numbers, phrases) for numbers in (words, unless, ends))
    return Way(where, words, unless, ends, reach, quoted)


def some(numbers: Sequence[int], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return phrases by their numbers."""
    return tuple(phrases[number] for number in numbers)
