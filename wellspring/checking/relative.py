"""Addresses without a beginning such as `https://`: what their authors meant, and how to write it.

Called by check_links. In an article such an address leads nowhere once it is read in a feed; on a
page it may be right, and the audit follows it.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import quote, unquote

from wellspring.checking.shown import Shown, show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.files import PICTURES
from wellspring.text.library import Library
from wellspring.text.prose import blank_code
from wellspring.text.suggest import asked, nearest_files

# Groups are atomic, not possessive: before 3.11.5, Python forgot their other branches.
# https://github.com/python/cpython/issues/106052
WORD = r"(?>(?:[^\s()<>]|\((?>(?:[^\s()<>]|\([^\s()<>]*+\))*)\))+)"
# Whatever could be one: Markdown is asked whether it is.
LINK = re.compile(
    rf"""
      \]\(\s*+(?:<(?P<angle>[^<>\n]*+)>|(?P<url>(?>(?:(?!["']){WORD}(?:[ ]++(?!["']){WORD})*)?)))
      \s*+(?>(?:"[^"\n]*+"|'[^'\n]*+')?)\s*+\)
    | (?:^[ ]{{0,3}}\[[^\[\]\n^][^\[\]\n]*+\]:[ ]*+\n?[ ]*+<?|\b(?:href|src)\s*+=\s*+["']?)
      (?P<other>[^\s"'<>]++)
    | <(?P<auto>[\w-]++(?>(?:\.[\w-]++)+)(?:[/?\#][^\s<>]*+)?)>
    """,
    re.MULTILINE | re.VERBOSE,
)
WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[#{]")
MAILBOX = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+")
HOST = re.compile(r"(?://)?(?:[\w-]+\.)+(?P<end>[^\W\d_]{2,})(?::\d+)?(?:[/?#].*)?")
# What ends a file's name rather than a host's.
FILES = frozenset(
    re.findall(r"\w+", "css csv doc docx htm html js json md mp3 mp4 pdf txt webmanifest xml zip")
)
TEXTS = ("", ".htm", ".html", ".md")
READ = ("content/posts/", "content/pages/")
EMPTY = "nothing stands between `(` and `)`. Write the address there."

NAME_IT = "Write `{filename}/posts/` and the name of its file."


def check_relative(source: Source, library: Library) -> Iterator[Finding]:
    """Report the addresses of a text that lead nowhere for want of their beginning."""
    body = blank_code(source.body)
    shown: Shown | None = None
    for match in LINK.finditer(body):
        group = match.lastgroup or "url"
        url = unescape(match[group].strip())
        message = wrong(url, source.path, library)
        if not message:
            continue
        shown = shown or show(source.body)
        if is_shown(group, url, shown):
            start = match.start(group) if url else match.start() + 1
            line = source.body_line + body.count("\n", 0, start)
            yield Finding(Place(source.path, line, start - body.rfind("\n", 0, start)), message)


def is_shown(group: str, url: str, shown: Shown) -> bool:
    """Tell whether a text links to an address, rather than to name it within code."""
    if group == "auto":
        return re.split("[/?#]", url)[0].lower() in {name.partition("?")[0] for name in shown.names}
    return url in shown.addresses


def wrong(url: str, path: str, library: Library) -> str:
    """Say what is wrong with an address in the text at a path, or nothing."""
    if not url:
        return EMPTY
    if WHOLE.match(url):
        return ""
    if MAILBOX.fullmatch(url):
        return f"`{url[:60]}` is not a whole address. Write `mailto:{url}`."
    host = HOST.fullmatch(url)
    if host and not is_file(host["end"]) and (url[:2] != "//" or in_feeds(path)):
        return f"`{url[:60]}` is not a whole address. Write `https://{url.removeprefix('//')}`."
    return wrong_file(url, path, library)


def is_file(end: str) -> bool:
    """Tell whether a name with an end is a file's."""
    return end.lower() in FILES or f".{end.lower()}" in PICTURES


def in_feeds(path: str) -> bool:
    """Tell whether a text is read in feeds too."""
    return path.startswith(READ[0])


def wrong_file(url: str, path: str, library: Library) -> str:
    """Say what is wrong with an address that means a file of this blog, or nothing."""
    file, part = split_part(url)
    stem, end = posixpath.splitext(file.rstrip("/"))
    if end.lower() in PICTURES:
        return wrong_picture(url, file, path, library)
    texts = [known for known in library.sources if known.startswith(READ)]
    text = f"{stem}.md" if end.lower() in TEXTS and stem else ""
    found = find(text, path, texts) if text else ""
    if end.lower() == ".md":
        todo = own("filename", found, part) or close(text, texts, "filename") or NAME_IT
        return f"`{url[:60]}` leads to no page. {todo}"
    if not in_feeds(path):
        return ""
    todo = own("filename", found, part) or "Write the whole address, as the browser shows it."
    return f"`{url[:60]}` leads nowhere from a feed. {todo}"


def split_part(url: str) -> tuple[str, str]:
    """Return an address's path, and the part of the page that it leads to."""
    whole, mark, part = url.partition("#")
    return unquote(whole.partition("?")[0]), mark + part


def wrong_picture(url: str, file: str, path: str, library: Library) -> str:
    """Say how to write the address of a picture."""
    found = find(file, path, library.pictures)
    if found:
        return f"`{url[:60]}` leads to no picture. {own('static', found)}"
    name = posixpath.basename(file)
    put = f"Put it there, and write `{{static}}/images/{quote(name)}`."
    todo = close(file, library.pictures, "static") or put
    return f"there is no picture `{name[:60]}` in content/images/. {todo}"


def find(file: str, source: str, known: Iterable[str]) -> str:
    """Return the file that an address in a text most likely means, or nothing."""
    paths = sorted(known)
    bases = (posixpath.dirname(source), "content", "")
    near = [posixpath.normpath(posixpath.join(base, file.lstrip("/"))) for base in bases]
    name = posixpath.basename(file)
    same = [path for path in paths if posixpath.basename(path) == name]
    return next((path for path in near if path in same), same[0] if same else "")


def own(kind: str, path: str, part: str = "") -> str:
    """Say how to write the address of a file of this blog, if there is one."""
    return f"Write `{own_address(kind, path)}{part}`." if path else ""


def own_address(kind: str, path: str) -> str:
    """Return the address of a file of this blog as texts write it."""
    return f"{{{kind}}}{quote(path.removeprefix('content'))}"


def close(file: str, known: Iterable[str], kind: str) -> str:
    """Say which file with a name much like it there is, or nothing."""
    near = nearest_files(file, known)
    return asked([own_address(kind, path) for path in near]) if near else ""
