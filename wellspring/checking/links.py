"""The links that authors write, looked at in their own files; called by check_library.

Whether a text has the heading that a link leads to is asked in parts.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from wellspring.checking.relative import check_relative, own_address
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.library import Library
from wellspring.text.prose import blank_code
from wellspring.text.suggest import asked, did_you_mean, nearest_files

OWN = re.compile(r"\{(?P<kind>\w+)\}(?P<path>[^\s)\"'<>|#?]*)")
ADDRESS = re.compile(
    r"""(?:\]\(\s*<?|^\ {0,3}\[[^\]^][^\]]*\]:\s*<?|<|\b(?:href|src)\s*=\s*["']?)  # before it
    (?P<url>[A-Za-z][A-Za-z0-9+.-]*:[^\s)"'<>]*)""",
    re.MULTILINE | re.VERBOSE,
)
HOST = re.compile(r"(?:[^\s./]+\.)+[^\s./]+|localhost|[0-9a-fA-F:]+")
# The rest of a file's name with blanks in it, up to its end.
WITH_BLANKS = re.compile(r"""[ ][^\n"'<>|]*?\.\w{2,8}(?=["'<>|)#?\s]|$)""")
KINDS = ("filename", "static")
# What stands before an address; elsewhere, braces are words.
LONGEST = 200
LEADING = re.compile(r"(?:[(<\"'=|]|^ {0,3}\[[^\]]*\]:)\s*\Z", re.MULTILINE)
SCHEMES = ("http", "https", "mailto", "tel", "sms")


def check_links(source: Source, library: Library) -> Iterator[Finding]:
    """Report links to files that are not there, and addresses that no page may have."""
    for match, place in own_links(source):
        rest = WITH_BLANKS.match(match.string, match.end())
        yield from check_own(match, rest[0] if rest else "", place, library)
    body = blank_code(source.body)
    for match in ADDRESS.finditer(body):
        place = place_in(source.path, source.body_line, 1, body, match.start("url"))
        yield from check_address(match["url"], place)
    yield from check_relative(source, library)


def own_links(source: Source) -> Iterator[tuple[re.Match[str], Place]]:
    """Yield the links to files of the blog, in a text and its front matter, with their places."""
    texts = [(source.body_line, 1, blank_code(source.body) if "{" in source.body else "")]
    for field in source.fields.values():
        texts += [(value.place.line, value.place.column, value.text) for value in field.values]
    for line, column, text in texts:
        for match in OWN.finditer(text):
            yield match, place_in(source.path, line, column, text, match.start())


def place_in(path: str, line: int, column: int, text: str, offset: int) -> Place:
    """Return where an offset of a text stands, which begins at a line and column of its file."""
    breaks = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, line + breaks, offset - start + (1 if breaks else column))


def check_own(own: re.Match[str], rest: str, place: Place, library: Library) -> Iterator[Finding]:
    """Report a `{filename}` or `{static}` target that is not there; `rest` may belong to it."""
    kind, path = own["kind"], own["path"]
    is_led_to = LEADING.search(own.string[max(0, own.start() - LONGEST) : own.start()])
    if not path and not is_led_to:
        return  # named in prose
    if kind not in KINDS:
        if path and is_led_to:
            message = f"`{{{kind}}}` is no kind of link. {did_you_mean(kind, KINDS)}"
            yield Finding(place, message)
        return
    known = library.sources if kind == "filename" else library.pictures
    target = resolve(unquote(path), place.path)
    whole = resolve(unquote(path + rest), place.path)
    if target in known:
        return
    if rest and whole in known:
        message = f"`{own[0]}{rest}` would end at its first blank."
        yield Finding(place, f"{message} Write `{own_address(kind, whole)}`.")
    else:
        target = whole if rest and not posixpath.splitext(target)[1] else target
        near = nearest_files(target, [path for path in known if path != place.path])
        todo = asked(near) if near else "Mend the path."
        yield Finding(place, f"there is no file `{target}` to link to. {todo}")


def resolve(path: str, source: str) -> str:
    """Return a link target as a path from content/'s parent."""
    base = "content" if path.startswith("/") else posixpath.dirname(source)
    return posixpath.normpath(posixpath.join(base, path.lstrip("/")))


def check_address(url: str, place: Place) -> Iterator[Finding]:
    """Report an address that browsers cannot open, or that acts by itself."""
    scheme = url.split(":", 1)[0].lower()
    if scheme not in SCHEMES:
        message = f"`{url[:60]}` is no address for a link. {did_you_mean(scheme, SCHEMES)}"
        yield Finding(place, message)
    elif not is_whole(scheme, url):
        message = f"`{url[:60]}` is not a whole address. Write it as the browser shows it."
        yield Finding(place, message)


def is_whole(scheme: str, url: str) -> bool:
    """Tell whether an address names a host, a mailbox or a number."""
    rest = url.split(":", 1)[1]
    if scheme == "mailto":
        return re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", rest.split("?")[0]) is not None
    if scheme in {"tel", "sms"}:
        return re.fullmatch(r"\+?[\d-]{2,}(?:[?;].*)?", rest) is not None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return HOST.fullmatch(host) is not None
