"""One Markdown file, from bytes to Source; called for posts, pages and authors alike."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.flaws import find_flaws, too_big
from wellspring.text.front_matter import parse_front_matter

ENCODED_OTHERWISE = "this is not UTF-8 text. Save the file with the encoding UTF-8."
NO_TEXT = "this file holds no text, but a picture, a document or the like. Move it elsewhere."


def parse_source(text: str, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Split a file's text into fields and body. `path` is only used in findings."""
    lines = lines_of(text)
    header = parse_front_matter(lines, path)
    body = "\n".join(lines[header.lines :])
    slug = header.fields["slug"].text if "slug" in header.fields else stem(path)
    source = Source(path, slug, header.fields, body, header.lines + 1)
    return source, header.findings


def lines_of(text: str) -> list[str]:
    """Return the lines of a file, whatever ends them."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def read_source(file: Path, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Read a file that must be UTF-8; one that is not is a finding and an empty source."""
    if message := too_big(file.stat().st_size):
        return empty_source(path, Finding(Place(path), message))
    return decode_source(file.read_bytes(), path)


def decode_source(data: bytes, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Return what a file's bytes say; those that are not UTF-8 are a finding and say nothing."""
    text, wrong = text_of(data, path)
    if wrong:
        return empty_source(path, wrong)
    source, findings = parse_source(text, path)
    return source, (*findings, *find_flaws(text.removeprefix("\ufeff"), path))


def text_of(data: bytes, path: str) -> tuple[str, Finding | None]:
    """Return a file's bytes as text; of those that are none, where and what they may be instead."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8")) + 1
        place = Place(path, data.count(b"\n", 0, start) + 1, column)
        is_text = b"\0" not in data or data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        return "", Finding(place, ENCODED_OTHERWISE if is_text else NO_TEXT)


def empty_source(path: str, finding: Finding) -> tuple[Source, tuple[Finding, ...]]:
    """Return what stands for a file that cannot be read, and why it cannot."""
    return Source(path, stem(path), {}, "", 1), (finding,)


def stem(path: str) -> str:
    """Return a path's file name without its ending."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
