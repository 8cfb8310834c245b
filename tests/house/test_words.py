"""The theme's words: Spanish is whole, and what is missing or misspelt in a language is named."""

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.errors import HouseStyleError
from wellspring.house.words import load_words, used_texts

THEME = ROOT / "theme"


def test_every_language_of_the_theme_is_whole() -> None:
    files = sorted((THEME / "languages").glob("*.toml"))
    assert [file.stem for file in files] == ["es"]
    for file in files:
        words = load_words(THEME, file.stem)
        assert all(words.say(text) for text in used_texts(THEME))


def test_english_needs_no_file() -> None:
    words = load_words(THEME, "en-GB")
    assert words.say("Related articles") == "Related articles"
    assert words.say_day(date(2026, 3, 2)) == "2 March 2026"


def test_a_day_is_said_as_the_language_does() -> None:
    assert load_words(THEME, "es-MX").say_day(date(2026, 3, 2)) == "2 de marzo de 2026"


def test_no_template_says_anything_around_the_catalogue() -> None:
    """Text between tags that is no expression would stay English."""
    for file in (THEME / "templates").rglob("*.html"):
        if file.name in ("search-record.html", "styleguide.html"):
            continue
        assert not list(plain_words(file.read_text(encoding="utf-8"))), file


def plain_words(template: str) -> list[str]:
    template = re.sub(r"\{% block more_policy %\}.*?\{% endblock %\}", "", template)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template, flags=re.DOTALL)
    text = re.sub(r"<[^>]*>", " ", text)
    names = {"RSS", "JSON", "Atom", "lines", "get", "help", "html"}  # an id and an address
    return [word for word in re.findall(r"[A-Za-z]{3,}", text) if word not in names]


def test_a_language_that_is_not_there_is_named() -> None:
    with pytest.raises(HouseStyleError) as raised:
        load_words(THEME, "fr")
    assert str(raised.value) == (
        "pelicanconf.py: the theme has no words in `fr` (DEFAULT_LANG). Write "
        "theme/languages/fr.toml, or choose one of: en, es."
    )


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        (
            '"Related articles" = "Artículos relacionados"\n',
            "",
            'there are no words for "Related articles". Add a line `"Related articles" = "…"` '
            "below `[words]`.",
        ),
        (
            '"Related articles"',
            '"Related article"',
            'nothing says "Related article". Did you mean `Related articles`?',
        ),
        (
            '"Llamar al %s"',
            '"Llamar"',
            'the words for "Call %s" must keep its places (%s).',
        ),
        (
            '"ltr"',
            '"left"',
            '`direction` is missing or wrong. Write `direction = "ltr"` or `"rtl"`.',
        ),
        (
            "{month}",
            "",
            '`day` is missing or wrong. Write for example `day = "{day} {month} {year}"`.',
        ),
        (
            '"enero", ',
            "",
            "`months` is missing or has not twelve names. Write a list of them.",
        ),
        ("[words]", "[word]", "there is no key `word`. Did you mean `words`?"),
        ("[words]", "[words", "this is no TOML:"),
    ],
)
def test_what_is_wrong_with_a_language_is_named(
    tmp_path: Path, old: str, new: str, wrong: str
) -> None:
    shutil.copytree(THEME, tmp_path / "theme")
    file = tmp_path / "theme/languages/es.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(HouseStyleError) as raised:
        load_words(tmp_path / "theme", "es")
    assert f"theme/languages/es.toml:1:1: {wrong}" in str(raised.value)


def test_the_keys_are_the_templates_own_texts() -> None:
    data = tomllib.loads((THEME / "languages/es.toml").read_text(encoding="utf-8"))
    assert set(data["words"]) == used_texts(THEME)
