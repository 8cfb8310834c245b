"""One Markdown file, from bytes to Source; called for posts, pages and authors alike."""

from pathlib import Path

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
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
    data = file.read_bytes()
    try:
        return parse_source(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "this is not UTF-8 text. Save the file with the encoding UTF-8."
        return Source(path, stem(path), {}, "", 1), (Finding(Place(path, line), message),)


def stem(path: str) -> str:
    """Return a path's file name without its ending."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
