"""Tell what kind of word a word is: noun, verb or another, and what it speaks of; called by rows.

A word is looked up as it stands, then without its ending. Grammar's own words, such as “the”, are
kinds by themselves.
"""

from collections.abc import Iterator
from functools import lru_cache

from wellspring.model.importing import DashWords
from wellspring.text.inflect import TABLE

NONE = "-"
# Forms of irregular verbs: those of the present in -s, past ones, and those in -ing.
ENDINGS = ("s", "d", "d", "ing")
IRREGULAR = {
    form: f"v+{ending}"
    for forms in reversed(TABLE.values())
    for form, ending in reversed([*zip(forms[1:], ENDINGS, strict=True)])
}
# A stem is no shorter.
SHORTEST = 2


def kind_of(word: str, words: DashWords) -> tuple[str, str]:
    """Return the kind of a word in small letters, and what a noun speaks of.

    The kind is written by letters, the commonest first: `nv` is a noun that also is a verb; an
    ending stands behind a plus.
    """
    if not word:
        return NONE, ""
    if word in words.grammar:
        return f"={word}", ""
    if word[0].isdigit():
        return "9", ""
    return look_up(word, words)


@lru_cache(maxsize=4096)
def look_up(word: str, words: DashWords) -> tuple[str, str]:
    """Return the kind of a word that is neither grammar's nor a number."""
    known = words.learned.kinds.get(word)
    verbal = word.endswith(("ed", "ing"))
    if known is not None and not (verbal and "v" not in known[0] and is_verbal(word, words)):
        return known
    if word in IRREGULAR:
        return IRREGULAR[word], ""
    for stem, ending in stems(word):
        found = words.learned.kinds.get(stem)
        kind = found and inflected(found, ending)
        if kind:
            return kind
    return by_ending(word), ""


def is_verbal(word: str, words: DashWords) -> bool:
    """Tell whether a word is made of a verb by -ed or -ing."""
    return any(
        ending in {"ed", "ing"} and "v" in words.learned.kinds.get(stem, ("", ""))[0]
        for stem, ending in stems(word)
    )


def stems(word: str) -> Iterator[tuple[str, str]]:
    """Yield what a word may be made of, each with its ending."""
    if word.endswith("'s"):
        yield word[:-2], "'s"
    if word.endswith("ies"):
        yield f"{word[:-3]}y", "s"
    if word.endswith("es"):
        yield word[:-2], "s"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
    for ending in ("ed", "ing", "er", "est"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST:
            continue
        yield f"{stem}e", ending
        yield stem, ending
        if stem[-1] == stem[-2]:
            yield stem[:-1], ending
        if stem.endswith("i"):
            yield f"{stem[:-1]}y", ending


def inflected(known: tuple[str, str], ending: str) -> tuple[str, str] | None:
    """Return the kind of a known word with an ending, if it may have that one."""
    kinds, about = known
    if ending in {"ed", "ing"}:
        return (f"v+{ending}", "") if "v" in kinds else None
    if ending == "s":
        left = kinds.replace("a", "").replace("r", "")
        return (f"{left}+s", about) if left else None
    if ending == "'s":
        return "n+'s", about
    if kinds[0] == "a":
        return f"a+{ending}", ""
    return ("n+er", "person") if ending == "er" and "v" in kinds else None


def by_ending(word: str) -> str:
    """Return the kind that an unknown word's ending speaks for."""
    if word.endswith("ly"):
        return "r"
    if "'" in word:
        return f"'{word.rpartition(chr(39))[2]}"
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            return f"v+{ending}"
    return "?s" if word.endswith("s") else "?"


def roughly(kind: str) -> str:
    """Return a kind by its first letter and its ending."""
    if kind[0] in "='-":
        return kind
    letter, plus, ending = kind.partition("+")
    return f"{letter[0]}{plus}{ending}"
