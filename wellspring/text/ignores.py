"""Comments that speak to the checker: where they are, and a body without them.

Called by the checker, and by the readers of posts, so that no page carries them. What stands in
code is an example of one.
"""

import re
from collections.abc import Iterator

from wellspring.text.prose import blank, blank_fences, blank_inline_code

COMMENT = re.compile(
    r"^[ \t]{0,3}<!--\s*check:\s*ignore\b(?P<saying>(?:(?!-->)[\s\S])*)-->[ \t]*$", re.MULTILINE
)


def find_ignores(body: str) -> Iterator[re.Match[str]]:
    """Yield the comments of a body; each has what it is `saying`."""
    if "check:" in body:
        yield from COMMENT.finditer(blank_inline_code(blank_fences(body)))


def blank_ignores(body: str) -> str:
    """Return a body whose comments to the checker are blank, as long as it was."""
    for match in find_ignores(body):
        body = body[: match.start()] + blank(match[0]) + body[match.end() :]
    return body


def without_ignores(body: str) -> str:
    """Return a body whose comments to the checker are empty lines; no other line moves."""
    for match in reversed(list(find_ignores(body))):
        body = body[: match.start()] + "\n" * match[0].count("\n") + body[match.end() :]
    return body
