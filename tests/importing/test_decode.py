"""Bytes into lines: every encoding that programs save in, and a place for what is no text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.errors import ContentError
from wellspring.importing.decode import decode
from wellspring.importing.line import Note

TEXT = "Café “Beispiel”\n\nZoë’s tea — hot."
EMPTY = "there is nothing in this file. Copy the story's page into it as plain text."
ENCODING = (
    "this is no text in UTF-8, UTF-16 or Windows-1252. Save the story as plain text in UTF-8."
)


def texts(data: bytes) -> list[str]:
    return [line.text for line in decode(data, "x.txt").lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_texts_of_all_programs_are_read(encoding: str, end: str) -> None:
    assert texts(TEXT.replace("\n", end).encode(encoding)) == TEXT.split("\n")


def test_a_guess_is_told() -> None:
    assert decode(TEXT.encode("cp1252"), "x").notes == [Note(1, "encoding", "read as Windows-1252")]
    assert decode(TEXT.encode("utf-8"), "x").notes == []


def test_blanks_and_unseen_marks_are_made_plain() -> None:
    assert texts("a\u00a0b\u200b\u202e c\u2028d\te".encode()) == ["a b c d e"]
    assert texts("👩\u200d🌾 e\u0301".encode()) == ["👩\u200d🌾 é"]


def test_lost_letters_are_told_with_their_place() -> None:
    assert decode("one\nZoÃ«".encode(), "x").notes == [Note(2, "letters", "ZoÃ«", 3)]
    assert decode("a \ufffd".encode(), "x").notes == [Note(1, "letters", "a \ufffd", 3)]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (
            b"",
            f"x.txt:1:1: {EMPTY}",
        ),
        (
            b" \n\n",
            f"x.txt:1:1: {EMPTY}",
        ),
        (
            b"one\ntwo\x00three",
            "x.txt:2:4: this is no plain text: a character (U+0000) stands here that no text has. "
            "Copy the story's page as plain text.",
        ),
        (
            "né\nab".encode() + b"\xff\xfe",
            f"x.txt:2:3: {ENCODING}",
        ),
        (b"\xff\xfea", f"x.txt:1:1: {ENCODING}"),
        (b"ab\x81\x8d", f"x.txt:1:3: {ENCODING}"),
        (
            b"a" * 1_000_000,
            "x.txt:1:1: this file has 1,000,000 bytes, and a text may have 300,000. Split it into "
            "several articles.",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, complaint: str) -> None:
    with pytest.raises(ContentError) as raised:
        decode(data, "x.txt")
    assert str(raised.value) == complaint


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ContentError):
        assert any(line.text for line in decode(data, "x.txt").lines)
