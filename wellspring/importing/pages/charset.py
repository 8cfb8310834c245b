"""The bytes of a page as text: by its mark, by UTF-8, by what it says of itself; called first."""

from bs4.dammit import EncodingDetector

from wellspring.errors import ContentError
from wellspring.importing.decode import MARKS_16, letters_of
from wellspring.importing.line import Note
from wellspring.model.place import Place

MOST_BYTES = 5_000_000
BIG = (
    "this page has {size:,} bytes, and one may have {most:,}. Save it without its pictures, or "
    "with them in a folder beside it."
)


def decode_page(data: bytes, path: str) -> tuple[str, list[Note]]:
    """Return the text of a page. Raises ContentError, with the place, for what is none."""
    if len(data) > MOST_BYTES:
        raise ContentError(f"{Place(path)}: {BIG.format(size=len(data), most=MOST_BYTES)}")
    if not data.strip():
        raise ContentError(f"{Place(path)}: there is nothing in this file. Save the page anew.")
    named = EncodingDetector.find_declared_encoding(data[:4096], is_html=True)
    if named and not data.startswith(MARKS_16) and named.lower() not in {"utf-8", "utf8"}:
        try:
            return data.decode(named), []
        except (LookupError, ValueError):
            pass  # what it says of itself is wrong, so the bytes must tell
    text, notes = letters_of(data, path)
    return text, notes
