"""Links from one story of an import to another, made links between their files.

Called by import-story before it writes. Stories of one blog lead to each other by their old
addresses; `{filename}` leads to where they are now, and the build sees when one is gone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wellspring.commands.import_many import Read
from wellspring.importing.output import slug_for

LINK = re.compile(r"(?P<before>\]\(|\| )(?P<url>https?://[^\s()<>]+)(?=[ )]|$)")
FENCE = re.compile(r"\s*(?:`{3,}|~{3,})")


def lead_home(reads: Sequence[Read], folder: Path, content: Path) -> list[Read]:
    """Return what was read, with the links among its stories leading to files in `folder`."""
    if not folder.resolve().is_relative_to(content.resolve()):
        return list(reads)
    inner = folder.resolve().relative_to(content.resolve()).as_posix()
    files = {key: f"{{filename}}/{inner}/{name}" for key, name in addresses_in(reads)}
    return [replace(read, post=led_home(read.post, files)) for read in reads] if files else [*reads]


def addresses_in(reads: Sequence[Read]) -> Iterator[tuple[str, str]]:
    """Yield the old address of each story, and the name of the file that it becomes."""
    taken: set[str] = set()
    for read in reads:
        if read.story is None or not read.story.address:
            continue
        name = f"{read.story.slug or slug_for(read.story.title, 'story')}.md"
        if name not in taken and (key := key_of(read.story.address)):
            taken.add(name)
            yield key, name


def key_of(address: str) -> str:
    """Return what two addresses of one page have in common; nothing for that of a whole site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = parts.netloc.casefold().removeprefix("www.")
    path = unquote(parts.path).rstrip("/").removesuffix("/index.html")
    query = f"?{parts.query}" if parts.query.startswith(("p=", "page_id=")) else ""
    return f"{host}{path}{query}" if host and (path or query) else ""


def led_home(post: str, files: Mapping[str, str]) -> str:
    """Return a post whose links to some addresses lead to files; code stays as it is."""

    def lead(found: re.Match[str]) -> str:
        file = files.get(key_of(found["url"]))
        _, hash_, part = found["url"].partition("#")
        return f"{found['before']}{file}{hash_}{part}" if file else found[0]

    lines: list[str] = []
    fenced = False
    for line in post.split("\n"):
        fenced ^= FENCE.match(line) is not None
        lines.append(line if fenced else LINK.sub(lead, line))
    return "\n".join(lines)
