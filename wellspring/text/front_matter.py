"""Front matter: the `Key: value` lines at the top of every file under content/.

Called by read_source; the form is Python-Markdown's meta-data syntax
(https://python-markdown.github.io/extensions/meta_data/), read strictly: what
that syntax would skip or end on in silence is a finding here. A line `# …` above a key is
a comment. A header between `---` lines may be YAML.
"""

import re
from dataclasses import dataclass

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Field, Value

KEY_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*)(?P<gap>:[ \t]*)(?P<value>.*)")
FENCE = re.compile(r"(?:---|\.\.\.)\s*")
# A quote, a list, a block or a comment: none of them is meant as it stands.
YAML_SIGN = re.compile(
    r"^(?:[A-Za-z][\w-]*:[ \t]+(?:[\"'\[{|>&!].*|[^#]*\s\#.*)|\s*\#.*|\s*-(?:\s.*)?)$"
)
COMMENT = re.compile(r"#(?:\s.*)?")
# A line that begins like no line of a header: neither a key, a note, an item nor more of one.
PROSE = re.compile(r"(?!#(?:\s|$)|-(?:\s|$)|[\]}]|[^\s:]+\s*:(?:\s|$))\S")
# Without width, and without a meaning in a header; web pages leave them in what is copied there.
# Thai, Lao, Burmese and Khmer part their words with one.
UNSEEN = re.compile("[\u2060\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
UNSEEN_HERE = "an invisible character (U+{code:04X}) stands here. Delete it, or type the line anew."
CONTINUATION = re.compile(r"(?P<indent> {4,}|\t+)(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Extent:
    """Which lines are a header's, from 0, its end not included, and how many the body stands below.

    `is_open`: it begins with a fence and none closes it.
    """

    first: int
    end: int
    above_body: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The fields by normal name, the findings, and how many lines the header takes."""

    fields: dict[str, Field]
    findings: tuple[Finding, ...]
    lines: int


def normal_name(key: str) -> str:
    """Return the form in which keys are compared: `Know_More` and `know-more` are one key."""
    return key.lower().replace("_", "-")


def extent_of(lines: list[str]) -> Extent:
    """Return where a header ends: at a blank line, or at the closing fence if it has a first one.

    Where that is missing, above the first line that is blank or reads like the article.
    """
    fenced = bool(lines) and FENCE.fullmatch(lines[0]) is not None
    first = 1 if fenced else 0
    after_blank = False
    for number, line in enumerate(lines[first:], first + 1):
        if FENCE.fullmatch(line) or not (line.strip() or fenced):
            return Extent(first, number - 1, number)
        if after_blank and PROSE.match(line):
            break
        after_blank = not line.strip()
    if not fenced:
        return Extent(first, len(lines), len(lines))
    for number, line in enumerate(lines[1:], 1):
        if not line.strip() or PROSE.match(line):
            return Extent(1, number, number, is_open=True)
    return Extent(1, len(lines), len(lines), is_open=True)


class HeaderReader:
    """Collects fields line by line, so that one wrong line does not hide the next.

    A comment counts as one when a key or value follows: the last lines of a header that begin
    with `#` are more likely a heading with no blank line above it.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.fields: dict[str, Field] = {}
        self.findings: list[Finding] = []
        self.current: str | None = None
        self.comments: list[tuple[int, str]] = []

    def take(self, number: int, line: str) -> None:
        """Read one header line into a field, or say what is wrong with it."""
        if COMMENT.fullmatch(line):
            self.comments.append((number, line))
        elif key_line := KEY_LINE.fullmatch(line.rstrip()):
            self.comments.clear()
            self.take_key(number, key_line)
        elif continuation := CONTINUATION.fullmatch(line.rstrip()):
            self.comments.clear()
            self.take_continuation(number, continuation)
        else:
            self.end()
            self.refuse(number, line)

    def end(self) -> None:
        """Refuse comments that stand above nothing."""
        for number, line in self.comments:
            self.refuse(number, line)
        self.comments.clear()

    def refuse(self, number: int, line: str) -> None:
        """Say that a line is none of a header's."""
        self.report(
            Place(self.path, number),
            f"“{line.strip()[:60]}” is not a `Key: value` line. Write it as `Key: value`, "
            "or leave a blank line above it if the article starts here.",
        )

    def take_key(self, number: int, match: re.Match[str]) -> None:
        """Start a field; a second one of the same name is a finding."""
        name = normal_name(match["key"])
        place = Place(self.path, number)
        if name in self.fields:
            first = self.fields[name].place.line
            self.report(
                place,
                f"`{match['key']}` is given twice (first in line {first}). Keep one of them.",
            )
            self.current = None
            return
        value = Value(match["value"].strip(), Place(self.path, number, match.start("value") + 1))
        values = (value,) if value.text else ()
        self.fields[name] = Field(match["key"], name, values, place)
        self.current = name

    def take_continuation(self, number: int, match: re.Match[str]) -> None:
        """Add a further value to the field above."""
        if self.current is None:
            return
        field = self.fields[self.current]
        value = Value(match["value"], Place(self.path, number, match.start("value") + 1))
        self.fields[self.current] = Field(
            field.key, field.name, (*field.values, value), field.place
        )

    def report(self, place: Place, message: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(place, message))


def is_yaml(lines: list[str]) -> bool:
    """Tell whether a fenced header's lines can only be meant as YAML."""
    return any(YAML_SIGN.match(line) for line in lines)


def parse_front_matter(lines: list[str], path: str) -> Header:
    """Read the header of a file given as its lines; never raises.

    Characters that nobody sees are named, and read over.
    """
    if not any(map(UNSEEN.search, lines)):
        return parse_seen(lines, path)
    header = parse_seen([UNSEEN.sub("", line) for line in lines], path)
    unseen = [
        Finding(Place(path, number, at.start() + 1), UNSEEN_HERE.format(code=ord(at[0])))
        for number, line in enumerate(lines[: header.lines], 1)
        for at in UNSEEN.finditer(line)
    ]
    return Header(header.fields, (*unseen, *header.findings), header.lines)


def parse_seen(lines: list[str], path: str) -> Header:
    """Read the header of a file in which every character can be seen."""
    extent = extent_of(lines)
    own = lines[extent.first : extent.end]
    opened = (not_closed(lines, extent, path),) if extent.is_open and own else ()
    if extent.first and is_yaml(own):
        from wellspring.text.yaml_header import parse_yaml  # few texts need it, and it is slow

        fields, wrong = parse_yaml(own, path)
        return Header(fields, (*opened, *wrong), extent.above_body)
    reader = HeaderReader(path)
    reader.findings += opened
    for number, line in enumerate(own, extent.first + 1):
        if line.strip():
            reader.take(number, line)
    reader.end()
    if not reader.fields and not reader.findings:
        reader.report(
            Place(path),
            f"there is no front matter. Start the file with lines such as `{first_key(path)}: …`, "
            "then a blank line.",
        )
    return Header(reader.fields, tuple(reader.findings), extent.above_body)


def first_key(path: str) -> str:
    """Return the key with which a file at a path most likely begins."""
    return "Name" if "/authors/" in path else "Title"


def not_closed(lines: list[str], extent: Extent, path: str) -> Finding:
    """Say where the closing fence is missing."""
    place = Place(path, min(extent.end + 1, len(lines)))
    return Finding(
        place,
        "the front matter begins with `---` and the closing `---` is missing. Write it in a line "
        "of its own here, below the last key.",
    )
