"""What the importer knows, as data: every example behaves, and what is wrong is named."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.errors import HouseStyleError
from wellspring.house.importing import FORMS, WORDS, load_importing
from wellspring.house.table import read_tables
from wellspring.importing.line import Line
from wellspring.model.importing import HEAD, TAIL

EDITORIAL = ROOT / "editorial"
STYLE = load_importing(EDITORIAL)
FORM_TABLES = {table.id: table for table in read_tables(EDITORIAL / "importing/forms", EDITORIAL)}


def marks(text: str, zone: str) -> list[str]:
    """Return the platforms that take a line for furniture of a zone."""
    plain = Line(1, text).plain.casefold()
    return [
        platform.id
        for platform in STYLE.platforms
        if any(mark.zone == zone and mark.pattern.fullmatch(plain) for mark in platform.marks)
    ]


@pytest.mark.parametrize("platform", STYLE.platforms, ids=lambda platform: platform.id)
def test_a_platform_leaves_sentences_alone(platform: object) -> None:
    examples = platform.examples  # type: ignore[attr-defined]
    assert examples.body
    for text in examples.body:
        assert marks(text, HEAD) == marks(text, TAIL) == [], text


@pytest.mark.parametrize("platform", STYLE.platforms, ids=lambda platform: platform.id)
def test_a_platform_knows_its_furniture(platform: object) -> None:
    id_, examples = platform.id, platform.examples  # type: ignore[attr-defined]
    assert examples.head
    assert examples.tail
    for zone, texts in ((HEAD, examples.head), (TAIL, examples.tail)):
        for text in texts:
            assert id_ in marks(text, zone), text


def has_form(name: str, text: str) -> bool:
    plain = Line(1, text).plain
    search = name in {"claim", "hint"}
    return any(
        form.search(plain) if search else form.fullmatch(plain)
        for form in STYLE.forms[name].patterns
    )


@pytest.mark.parametrize("name", FORMS)
def test_a_form_leaves_its_clean_examples_alone(name: str) -> None:
    for text in FORM_TABLES[name].values["examples"]["clean"]:
        assert not has_form(name, text), text


@pytest.mark.parametrize("name", FORMS)
def test_a_form_finds_its_examples(name: str) -> None:
    for text in FORM_TABLES[name].values["examples"]["flagged"]:
        assert has_form(name, text), text


def test_every_file_is_read() -> None:
    files = {file.stem for file in (EDITORIAL / "importing/words").glob("*.toml")}
    assert files == set(WORDS)
    assert set(FORM_TABLES) == set(FORMS)


def test_every_category_that_words_speak_for_is_there() -> None:
    tables = read_tables(EDITORIAL / "categories", EDITORIAL)
    assert set(STYLE.shelves) <= {table.values["name"] for table in tables}


@pytest.fixture
def editorial(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EDITORIAL, tmp_path / "editorial"))


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        (
            "importing/platforms/new.toml",
            'name = "New"\n[[head]]\nkind = "menue"\nlines = ["a"]\n[examples]\n',
            "editorial/importing/platforms/new.toml:3:1: `kind` cannot be `menue`. Did you mean "
            "`menu`?",
        ),
        (
            "importing/platforms/new.toml",
            'name = "New"\n[[tail]]\nkind = "share"\nlines = ["("]\n[examples]\n',
            "editorial/importing/platforms/new.toml:4:1: `(` in `lines` is not a regular "
            "expression: missing ), unterminated subpattern at position 0. Mend it.",
        ),
        (
            "importing/platforms/new.toml",
            'name = "New"\n',
            "editorial/importing/platforms/new.toml:1:1: `examples` is missing. Write lines for "
            "`head`, `tail` and `body`.",
        ),
        (
            "importing/pages/new.toml",
            'name = "New"\n[[cut]]\nkind = "coments"\nparts = ["a"]\n',
            "editorial/importing/pages/new.toml:3:1: `kind` cannot be `coments`. Did you mean "
            "`comments`?",
        ),
        (
            "importing/pages/new.toml",
            'name = "New"\n[[cut]]\nkind = "share"\n',
            "editorial/importing/pages/new.toml:2:1: `parts` is missing or empty. Write a list of "
            "CSS selectors.",
        ),
        (
            "importing/forms/byline.toml",
            'what = "x"\nlines = ["{dya}"]\n[examples]\nflagged = ["a"]\nclean = ["b"]\n',
            "editorial/importing/forms/byline.toml:2:1: there is no form `dya`. Did you mean "
            "`day`?",
        ),
        (
            "importing/words/tens.toml",
            'wat = "x"\nwords = ["a"]\n',
            "editorial/importing/words/tens.toml:1:1: ",
        ),
    ],
)
def test_what_is_wrong_is_named(editorial: Path, file: str, text: str, complaint: str) -> None:
    (editorial / file).write_text(text, encoding="utf-8")
    with pytest.raises(HouseStyleError) as raised:
        load_importing(editorial)
    assert complaint in str(raised.value)


@pytest.mark.parametrize(
    "file", ["importing/forms/day.toml", "importing/words/units.toml", "importing/pages/any.toml"]
)
def test_a_file_that_is_gone_is_named(editorial: Path, file: str) -> None:
    (editorial / file).unlink()
    folder, _, name = file.rpartition("/")
    with pytest.raises(HouseStyleError) as raised:
        load_importing(editorial)
    complaint = f"editorial/{folder}:1:1: there is no `{name}` in this folder. Put it back."
    assert complaint in str(raised.value)
