"""The HTML that authors write into their texts: a few elements, closed, and nothing that acts.

Called by check_library. What Markdown makes of it is audited again when it has been written;
here an author learns the line. Elements: https://html.spec.whatwg.org/multipage/indices.html.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.prose import blank, blank_code

ALLOWED = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr address b bdi bdo blockquote br caption cite code col colgroup dd del details dfn
        div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt
        ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time
        tr u ul var wbr
        """,
    )
)
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
# Elements whose end may be left out.
LEAVES_OPEN = frozenset(
    {
        "caption",
        "colgroup",
        "dd",
        "dt",
        "li",
        "p",
        "rp",
        "rt",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    }
)
EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
ATTRIBUTES = {
    "a": frozenset({"href"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "time": frozenset({"datetime"}),
    "details": frozenset({"markdown", "open"}),
    "div": frozenset({"markdown"}),
    "section": frozenset({"markdown"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "del": frozenset({"cite", "datetime"}),
    "ins": frozenset({"cite", "datetime"}),
}
# Classes by which the page and its audit know their own parts.
RESERVED = frozenset(
    {"body", "callout", "drug-note", "notices", "overdue", "part", "provenance", "reading"}
)
# The last two kinds may be no links, and check_links says so.
AUTOLINK = re.compile(
    r"<[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>"
    r"|<[\w-]++(?>(?:\.[\w-]++)+)(?:[/?#][^\s<>]*)?>"
    r"|(?:(?<=\]\()|(?<=\]: ))<[\w.{][^<>\n=]*[./][^<>\n=]*>"
)
STRANGE = re.compile(r"<!(?!--)|<\?")
UNDESCRIBED = re.compile(r"!\[\s*\](?=[(\[])")
DESCRIBE = "Say there what it shows, for readers who cannot see it."
INSTEAD = {
    "aside": "Write `> [!NOTE]` and your text below it.",
    "center": "Leave it to the theme.",
    "embed": "Link to the page instead.",
    "font": "Leave it to the theme.",
    "form": "Give an address to write to instead.",
    "h1": "The title is the only one; begin sections with `##`.",
    "iframe": "Link to the page instead.",
    "script": "Pages here have no scripts.",
    "style": "Leave it to the theme.",
    "video": "Link to the video instead.",
}


def check_html(source: Source) -> list[Finding]:
    """Report every element and attribute of a text that may not stand there."""
    body = AUTOLINK.sub(lambda match: blank(match[0]), blank_code(source.body))
    reader = Reader(source)
    # The parser has no answer to strange marks.
    reader.feed(STRANGE.sub("  ", body))
    reader.close()
    return [
        *strange_marks(body, source),
        *reader.findings,
        *reader.left_open(),
        *open_comment(body, source),
        *undescribed(body, source),
    ]


def strange_marks(body: str, source: Source) -> Iterator[Finding]:
    """Report `<!` and `<?` that begin no comment: declarations, which no text needs."""
    for match in STRANGE.finditer(body):
        line = source.body_line + body.count("\n", 0, match.start())
        column = match.start() - body.rfind("\n", 0, match.start())
        message = f"`{match[0]}` begins no HTML that a text may hold. Write `&lt;{match[0][1]}`."
        yield Finding(Place(source.path, line, column), message)


def undescribed(body: str, source: Source) -> Iterator[Finding]:
    """Report Markdown pictures without a description."""
    for match in UNDESCRIBED.finditer(body):
        line = source.body_line + body.count("\n", 0, match.start())
        column = match.start() - body.rfind("\n", 0, match.start())
        message = f"this picture has no words between `[` and `]`. {DESCRIBE}"
        yield Finding(Place(source.path, line, column), message)


def open_comment(body: str, source: Source) -> Iterator[Finding]:
    """Report a comment that is never closed: it would swallow the rest of the page."""
    offset = body.rfind("<!--")
    if offset >= 0 and "-->" not in body[offset:]:
        line = source.body_line + body.count("\n", 0, offset)
        column = offset - body.rfind("\n", 0, offset)
        message = "this comment has no end. Add `-->` to it, or delete it."
        yield Finding(Place(source.path, line, column), message)


class Reader(HTMLParser):
    """Follows the elements of a text and keeps what is wrong with them."""

    def __init__(self, source: Source) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.findings: list[Finding] = []
        self.open: list[tuple[str, Place]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that begins."""
        if tag not in ALLOWED:
            todo = INSTEAD.get(tag, "Write it in Markdown, or leave it out.")
            self.report(f"<{tag}> cannot stand in a text. {todo}")
        else:
            for name, value in attrs:
                self.check_attribute(tag, name, value or "")
            if tag == "img" and not dict(attrs).get("alt"):
                self.report(f"this picture has no `alt`. {DESCRIBE}")
        if tag not in VOID:
            self.open.append((tag, self.place()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at `<br/>`; of other elements browsers take the slash for nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Look at an element that ends: it must have begun, and nothing within it be open."""
        if tag not in [name for name, _ in self.open]:
            self.report(f"</{tag}> ends what never began. Delete it, or add <{tag}> before it.")
            return
        while self.open:
            name, place = self.open.pop()
            if name == tag:
                return
            if name not in LEAVES_OPEN and name in ALLOWED:
                self.findings.append(Finding(place, unclosed(name)))

    def check_attribute(self, tag: str, name: str, value: str) -> None:
        """Look at one attribute."""
        if name not in EVERYWHERE | ATTRIBUTES.get(tag, frozenset()):
            self.report(f"`{name}` cannot stand on <{tag}>. Delete it.")
        elif name == "class" and (own := RESERVED & set(value.split())):
            self.report(
                f"the class `{min(own)}` belongs to the site's own parts. Use another name."
            )

    def left_open(self) -> Iterator[Finding]:
        """Yield the elements that are open at the end."""
        for name, place in self.open:
            if name not in LEAVES_OPEN and name in ALLOWED:
                yield Finding(place, unclosed(name))

    def place(self) -> Place:
        """Return where the parser stands."""
        line, column = self.getpos()
        return Place(self.source.path, self.source.body_line + line - 1, column + 1)

    def report(self, message: str) -> None:
        """Keep a finding at the present place."""
        self.findings.append(Finding(self.place(), message))


def unclosed(tag: str) -> str:
    """Say that an element has no end."""
    return f"<{tag}> has no end, and would change what follows. Add </{tag}>."
