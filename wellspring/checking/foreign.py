"""Pictures that a page would load from another site; called by check_source.

Whoever keeps such a picture learns who reads here. The audit refuses the page as written; here the
author is told where it stands in the text.
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.prose import blank_code

REMOTE = r"(?P<url>(?:https?:)?//[^\s)\"'<>]+)"
SHOWN = re.compile(
    rf"!\[[^\]]*\]\(\s*<?{REMOTE}|<img\b[^<>]*?\bsrc\s*=\s*[\"']?{REMOTE.replace('url', 'src')}"
)
LABELLED = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\[(?P<label>[^\]]*)\]|(?![(\[]))")
DEFINED = re.compile(rf"^ {{0,3}}\[(?P<label>[^\]^][^\]]*)\]:\s*<?{REMOTE}", re.MULTILINE)
NAME = "picture.jpg"


def check_foreign(source: Source) -> Iterator[Finding]:
    """Report each picture that is not the site's own."""
    body = blank_code(source.body)
    for match in SHOWN.finditer(body):
        url = "url" if match["url"] else "src"
        yield finding(source, body, match.start(url), match[url])
    labels = {(match["label"] or match["alt"]).casefold() for match in LABELLED.finditer(body)}
    for match in DEFINED.finditer(body):
        if match["label"].casefold() in labels:
            yield finding(source, body, match.start("url"), match["url"])


def finding(source: Source, body: str, offset: int, url: str) -> Finding:
    """Report a picture by its address, which stands at an offset of the body."""
    line = source.body_line + body.count("\n", 0, offset)
    column = offset - body.rfind("\n", 0, offset)
    name = posixpath.basename(urlsplit(url).path) or NAME
    return Finding(
        Place(source.path, line, column),
        f"the picture `{url}` would be loaded from another site, which tells it who reads here. "
        f"If you may use it, save it as `content/images/{name}` and write "
        f"`{{static}}/images/{name}` instead.",
    )
