"""Texts that are not what their author wrote; ordinary letters of any language pass."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.flaws import MERGE, MOST_BYTES, find_flaws
from wellspring.text.source import read_source

WRONG = (
    "looks like a letter that was saved in the wrong encoding. Type it anew, or restore the file."
)
HIDDEN = "stands here, which can break feeds or turn text around. Delete it."


def complaints(text: str) -> list[str]:
    return [str(finding) for finding in find_flaws(text, "x.md")]


@pytest.mark.parametrize(
    "text",
    [
        "Café, naïve, Ærø, São Paulo, ÃO, Âge",
        "“Quotes”, 20 °C, ½ cup, © 2026, €5",
        "日本語 עברית العربية 👩‍⚕️",
        "Heading\n=======\n\ntext",
        "<<<<<<< is an arrow in old forums",
        "a\tb",
        "> > > quoted",
    ],
)
def test_ordinary_texts_pass(text: str) -> None:
    assert complaints(text) == []


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "So"))))
def test_letters_of_any_language_never_look_forbidden(text: str) -> None:
    assert not any("invisible" in complaint for complaint in complaints(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("One.\nTwo\x00.", f"x.md:2:4: an invisible character (U+0000) {HIDDEN}"),
        ("a\x1bb", f"x.md:1:2: an invisible character (U+001B) {HIDDEN}"),
        ("ab\u202e", f"x.md:1:3: an invisible character (U+202E) {HIDDEN}"),
        ("CafÃ©", f"x.md:1:4: “Ã©” {WRONG}"),
        ("Itâ€™s", f"x.md:1:3: “â€™” {WRONG}"),
        ("20Â°C", f"x.md:1:3: “Â°” {WRONG}"),
        (
            "Caf\ufffd",
            "x.md:1:4: a letter was lost here (U+FFFD) when the file was converted. Type it anew.",
        ),
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n", f"x.md:2:1: {MERGE}"),
    ],
)
def test_a_flaw_is_named_where_it_stands(text: str, message: str) -> None:
    assert complaints(text) == [message]


def test_a_file_of_a_size_that_no_article_has_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    file.write_text("a" * (MOST_BYTES + 1), encoding="utf-8")
    source, findings = read_source(file, "x.md")
    assert source.body == ""
    assert [str(finding) for finding in findings] == [
        "x.md:1:1: this file has 300,001 bytes, and a text may have 300,000. Split it into several "
        "articles."
    ]
