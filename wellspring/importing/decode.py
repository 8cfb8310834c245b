"""Bytes into lines, whatever program saved them; what cannot be a text is refused with its place.

Called first. Encodings: UTF-8, UTF-16 with or without a byte-order mark, Windows-1252.
"""

import re
import unicodedata
from dataclasses import dataclass

from wellspring.errors import ContentError
from wellspring.importing.line import Line, Note
from wellspring.model.place import Place
from wellspring.text.flaws import MOJIBAKE, too_big

MARKS_16 = (b"\xff\xfe", b"\xfe\xff")
MOSTLY = 0.7
MARK_8 = b"\xef\xbb\xbf"
# Zero-width and direction marks; the joiners that emoji and some scripts need stay.
UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e]")
BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x85\x1c-\x1f]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
LINE_END = re.compile(r"\r\n|\r|\n")
# A letter in UTF-8 that takes several bytes; Windows-1252 hardly ever has such neighbours.
LETTER_8 = re.compile(b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What Windows-1252 texts hold: quotes, dashes, signs of money, letters of western languages.
WESTERN = re.compile("[€‚„…‹›‘’“”•–—™ŠšŽžŒœŸ\xa0¡£§©«®°±·»½¼¾¿ÀÁÂÄÅÆÇÈÉÊËÍÑÓÔÖØÙÚÜß-ïñ-öø-üÿ]")
ENCODING = (
    "this is no text in UTF-8, UTF-16 or Windows-1252. Save the story as plain text in UTF-8."
)
EMPTY = "there is nothing in this file. Copy the story's page into it as plain text."
BINARY = (
    "this is no plain text: a character (U+{code:04X}) stands here that no text has. Copy the "
    "story's page as plain text."
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's lines, and what is to be said of its letters."""

    lines: list[Line]
    notes: list[Note]


def decode(data: bytes, path: str) -> Decoded:
    """Return the lines of a source. Raises ContentError for what is no text, with its place."""
    if message := too_big(len(data)):
        raise ContentError(f"{Place(path)}: {message}")
    text, notes = letters_of(data, path)
    raw = LINE_END.split(text)
    if found := CONTROL.search(text):
        raise ContentError(
            f"{place_in(text, found.start(), path)}: {BINARY.format(code=ord(found[0]))}"
        )
    lines = [clean(number, line) for number, line in enumerate(raw, start=1)]
    if not any(line.text for line in lines):
        raise ContentError(f"{Place(path)}: {EMPTY}")
    return Decoded(lines, [*notes, *lost_letters(lines)])


def letters_of(data: bytes, path: str) -> tuple[str, list[Note]]:
    """Return the text that bytes stand for, and a note if that was a guess."""
    if data.startswith(MARKS_16):
        return wide(data, "utf-16", path), []
    if name := unmarked_wide(data):
        return wide(data, name, path), [Note(1, "encoding", "read as UTF-16")]
    data = data.removeprefix(MARK_8)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        western = western_of(data)
        if western is None:
            place = place_in(data[: error.start].decode("utf-8"), error.start, path)
            raise ContentError(f"{place}: {ENCODING}") from error
        return western, [Note(1, "encoding", "read as Windows-1252")]


def wide(data: bytes, name: str, path: str) -> str:
    """Return a text in UTF-16."""
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ContentError(f"{Place(path)}: {ENCODING}") from error


def unmarked_wide(data: bytes) -> str:
    """Return which UTF-16 bytes without a mark are in: every other byte is zero; or nothing."""
    start = data[:400]
    if len(start) < len("abcd") or len(data) % 2:
        return ""
    sides = (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2]))
    for name, zeros, letters in sides:
        if zeros.count(0) > MOSTLY * len(zeros) and 0 not in letters:
            return name
    return ""


def western_of(data: bytes) -> str | None:
    """Return a text in Windows-1252, or None if it is none: damaged UTF-8, or no text at all."""
    if LETTER_8.search(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [letter for letter in text if ord(letter) > 0x7F]  # noqa: PLR2004 - where ASCII ends
    return text if all(WESTERN.match(letter) for letter in high) else None


def place_in(text: str, offset: int, path: str) -> Place:
    """Return line and column of an offset in a text."""
    before = LINE_END.split(text[:offset])
    return Place(path, len(before), len(before[-1]) + 1)


def clean(number: int, raw: str) -> Line:
    """Return a line with composed letters and plain blanks, and without what nobody sees."""
    if raw.isascii() and raw.isprintable():
        return Line(number, raw.strip(), len(raw) - len(raw.lstrip()))
    seen = unicodedata.normalize("NFC", UNSEEN.sub("", raw))
    cells = tuple(" ".join(cell.split()) for cell in seen.strip().split("\t"))
    text = BLANK.sub(" ", seen.expandtabs(4))
    indent = len(text) - len(text.lstrip())
    return Line(number, text.strip(), indent, cells if len(cells) > 1 else ())


def lost_letters(lines: list[Line]) -> list[Note]:
    """Return notes on letters that were lost before the story came here."""
    notes: list[Note] = []
    for line in lines:
        found = MOJIBAKE.search(line.text) or re.search("\ufffd", line.text)
        if found:
            notes.append(Note(line.number, "letters", line.text[:60], found.start() + 1))
    return notes
