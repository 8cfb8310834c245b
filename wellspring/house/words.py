"""Load the theme's words in a language from theme/languages/<code>.toml; called by the theme.

A language is whole or refused: half a page in another language helps nobody.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from wellspring.errors import HouseStyleError
from wellspring.model.words import ENGLISH, Words
from wellspring.text.suggest import did_you_mean

# In templates; what Python says to readers stands in SAID.
USED = re.compile(r'\bt\("([^"]+)"\)')
SAID = (
    "Note",
    "Tip",
    "Important",
    "Warning",
    "Caution",
    "Table %d",
    "Back to the text",
)
PLACE = re.compile(r"%[sd]")
DAY_PLACES = ("{day}", "{month}", "{year}")
KEYS = ("direction", "day", "months", "words")
YEAR = 12


def load_words(theme: Path, lang: str) -> Words:
    """Return the words of a language such as `es` or `es-MX`. Raises HouseStyleError."""
    code = lang.lower().split("-")[0]
    if code == ENGLISH.lang:
        return ENGLISH
    file = theme / "languages" / f"{code}.toml"
    shown = file.relative_to(theme.parent).as_posix()
    if not file.is_file():
        there = ", ".join(
            sorted([ENGLISH.lang, *(other.stem for other in file.parent.glob("*.toml"))])
        )
        raise HouseStyleError(
            f"pelicanconf.py: the theme has no words in `{lang}` (DEFAULT_LANG). Write {shown}, or "
            f"choose one of: {there}."
        )
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HouseStyleError(f"{shown}:1:1: this is no TOML: {error}. Mend it.") from error
    if problems := [f"{shown}:1:1: {wrong}" for wrong in check(data, used_texts(theme))]:
        raise HouseStyleError("\n".join(problems))
    return Words(code, data["direction"], data["day"], tuple(data["months"]), data["words"])


def used_texts(theme: Path) -> set[str]:
    """Return every English text that templates and the program say."""
    folder = theme / "templates"
    templates = [*folder.rglob("*.html"), *folder.glob("*.css")]
    found = {text for file in templates for text in USED.findall(file.read_text(encoding="utf-8"))}
    return found | set(SAID)


def check(data: Mapping[str, Any], used: set[str]) -> Iterator[str]:
    """Yield what is wrong with a language."""
    for key in data:
        if key not in KEYS:
            yield f"there is no key `{key}`. {did_you_mean(key, KEYS)}"
    if data.get("direction") not in {"ltr", "rtl"}:
        yield '`direction` is missing or wrong. Write `direction = "ltr"` or `"rtl"`.'
    if not all(place in str(data.get("day")) for place in DAY_PLACES):
        yield '`day` is missing or wrong. Write for example `day = "{day} {month} {year}"`.'
    if not isinstance(data.get("months"), list) or len(data["months"]) != YEAR:
        yield "`months` is missing or has not twelve names. Write a list of them."
    if isinstance(data.get("words"), dict):
        yield from check_words(data["words"], used)
    else:
        yield "the table `[words]` is missing. Add it."


def check_words(words: Mapping[str, Any], used: set[str]) -> Iterator[str]:
    """Yield what the words lack, have for nothing, or leave no place for."""
    for text in sorted(used - set(words)):
        yield f'there are no words for "{text}". Add a line `"{text}" = "…"` below `[words]`.'
    for text in sorted(set(words) - used):
        yield f'nothing says "{text}". {did_you_mean(text, used)}'
    for text in sorted(used & set(words)):
        if PLACE.findall(text) != PLACE.findall(str(words[text])):
            yield f'the words for "{text}" must keep its places ({", ".join(PLACE.findall(text))}).'
