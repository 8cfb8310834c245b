"""What a published folder may hold: files that readers ask for, and no address of this computer.

Kinds are a list of what is allowed, not of what is not: nobody can list all that is secret.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from wellspring.publishing.gate import walk

PAGES = frozenset({".html", ".css", ".js", ".json", ".xml", ".txt"})
PICTURES = frozenset({".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
SEARCH = frozenset({".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"})
FONTS = frozenset({".woff2"})
KINDS = PAGES | PICTURES | SEARCH | FONTS
NAMES = frozenset({".nojekyll", "CNAME"})
WELL_KNOWN = ".well-known/"
# GitHub Pages' limit (https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits).
LARGEST_SITE = 1_000_000_000
DRAFTS = "drafts/"
READ = (".html", ".xml", ".json")
OF_THIS_COMPUTER = re.compile(
    rb"(?:(?:href|src|srcset|content|action)\s*=\s*[\"']?|<(?:link|id|guid|url|loc)[^>]*>\s*|url\"\s*:\s*\")"
    rb"(?P<address>https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])"
    rb"(?=[:/?#\s\"'<>]|$)[^\s\"'<>]*)",
    re.IGNORECASE,
)


def content_refusals(output: Path) -> list[str]:
    """Say everything in a folder that must not go to readers."""
    paths = sorted(walk(output))
    size = sum((output / path).lstat().st_size for path in paths)
    refusals = [refusal for path in paths for refusal in file_content_refusals(output, path)]
    if size > LARGEST_SITE:
        refusals.append(
            f"{output}: the site has {size / 1e9:.1f} GB, and GitHub Pages takes 1 GB. Make its "
            "pictures smaller, or keep them elsewhere."
        )
    return refusals


def file_content_refusals(output: Path, path: str) -> Iterator[str]:
    """Say what forbids one file."""
    file = output / path
    if path.startswith(DRAFTS):
        yield f"{file}: a draft is not for readers. Look at DRAFT_SAVE_AS in publishconf.py."
    if not (file.suffix.lower() in KINDS or path in NAMES or path.startswith(WELL_KNOWN)):
        yield (
            f"{file}: files of this kind are not published: they may hold what is not for "
            "readers. Remove it from the site."
        )
    elif file.suffix in READ and (found := OF_THIS_COMPUTER.search(file.read_bytes())):
        address = found["address"].decode("ascii", "replace")
        yield f"{file}: it leads to {address}, which only this computer can reach. Mend the link."
