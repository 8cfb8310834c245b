"""What kinds of sources there are, and what reading some of them needs; called by import_many.

The task `import-tools` says whether the libraries are there; blog.py installs them before it runs.
"""

from importlib.util import find_spec
from pathlib import Path

from wellspring.commands.report import complain, say

PLAIN = (".txt", ".text", ".md", ".markdown")
PAGES = (".html", ".htm", ".xhtml")
FEEDS = (".xml", ".rss", ".atom")
PACKED = (".docx", ".zip")
RICH = (*PAGES, *FEEDS, *PACKED)
# The libraries of requirements-import.in, by the names that Python has for them.
TOOLS = (
    *("bs4", "defusedxml", "mammoth", "markdown_it", "markdownify", "mdit_py_plugins"),
    "trafilatura",
)
TABLE, POSTS = "posts.csv", "posts"
# Kinds of files that hold stories and are read by none of these.
OTHERS = (".doc", ".epub", ".mht", ".mhtml", ".odt", ".pages", ".pdf", ".rtf")
OTHER = (
    "files of this kind (`{ending}`) cannot be read. Save the text as a Word document (.docx), or "
    "the page as “Webpage, complete” (.html)."
)
MISSING = (
    "reading this needs libraries that plain text does not. Type `python3 blog.py import-tools` "
    "once, then this again."
)


def is_rich(source: Path) -> bool:
    """Tell whether a source is more than plain text."""
    return source.is_dir() or source.suffix.casefold() in {*RICH, *OTHERS}


def is_export(folder: Path) -> bool:
    """Tell whether a folder is an unpacked export, not just a place where stories lie."""
    return (folder / TABLE).is_file() or any((folder / POSTS).glob("*.html"))


def missing_tools() -> list[str]:
    """Return the libraries that are not installed."""
    return [name for name in TOOLS if find_spec(name) is None]


def say_tools() -> bool:
    """Say whether the libraries are there, and what to type if not; return whether they are."""
    missing = missing_tools()
    if missing:
        complain(f"{', '.join(missing)} is not installed. Type `python3 blog.py import-tools`.")
    else:
        say("`invoke import-story` can read pages, Word documents, exports and feeds.")
    return not missing
