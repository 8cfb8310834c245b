"""One Markdown file, from bytes to Source; called for posts, pages and authors alike."""

from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.flaws import find_flaws, too_big
from wellspring.text.front_matter import parse_front_matter


def parse_source(text: str, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Split a file's text into fields and body. `path` is only used in findings."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    header = parse_front_matter(lines, path)
    body = "\n".join(lines[header.lines :])
    slug = header.fields["slug"].text if "slug" in header.fields else stem(path)
    source = Source(path, slug, header.fields, body, header.lines + 1)
    return source, header.findings


def read_source(file: Path, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Read a file that must be UTF-8; one that is not is a finding and an empty source."""
    if message := too_big(file.stat().st_size):
        return empty_source(path, Finding(Place(path), message))
    return decode_source(file.read_bytes(), path)


def decode_source(data: bytes, path: str) -> tuple[Source, tuple[Finding, ...]]:
    """Return what a file's bytes say; those that are not UTF-8 are a finding and say nothing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "this is not UTF-8 text. Save the file with the encoding UTF-8."
        return empty_source(path, Finding(Place(path, line), message))
    source, findings = parse_source(text, path)
    return source, (*findings, *find_flaws(text.removeprefix("\ufeff"), path))


def empty_source(path: str, finding: Finding) -> tuple[Source, tuple[Finding, ...]]:
    """Return what stands for a file that cannot be read, and why it cannot."""
    return Source(path, stem(path), {}, "", 1), (finding,)


def stem(path: str) -> str:
    """Return a path's file name without its ending."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
