"""Marks in a body that are for another generator alone, as CommonMark; called by markdown_post.

What CommonMark has no words for is noted and left out.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from wellspring.importing.line import Note

TEMPLATE = re.compile(
    r"\{%-?[^\n]*?-?%\}|\{\{[^\n]*?\}\}|^\{:[^{}\n]*\}[ \t]*$|\{:[^{}\n]*\}|%%[^\n]*?%%",
    re.MULTILINE,
)
# https://help.obsidian.md/callouts; those of GitHub are among them.
CALLOUT = re.compile(
    r"^(?P<before>[> ]*> ?)\[!(?P<kind>\w+)\][+-]?[ \t]*(?P<title>[^\n]*?)[ \t]*$", re.MULTILINE
)
CALLOUTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "NOTE": ("note", "info", "abstract", "summary", "tldr", "todo", "question", "help", "faq"),
        "TIP": ("tip", "hint", "success", "check", "done"),
        "IMPORTANT": ("important",),
        "WARNING": ("warning", "attention"),
        "CAUTION": ("caution", "failure", "fail", "missing", "danger", "error", "bug"),
    }
)
# `{{< figure src="a.jpg" alt="A lamp" >}}`: https://gohugo.io/shortcodes/figure/
FIGURE = re.compile(r"\{\{[<%]\s*figure\s(?P<rest>[^\n]*?)/?\s*[>%]\}\}")
PARAMETER = re.compile(r"(?P<key>\w+)\s*=\s*\"(?P<value>[^\"\n]*)\"")
# Pelican's own ways to name a file, before the address of a picture.
OWN_PLACE = re.compile(r"(?P<before>!\[[^\[\]\n]*\]\(<?)\{(?:static|attach|filename)\}/?")
EMBED = re.compile(r"!\[\[(?P<file>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]*))?\]\]")
WIKI = re.compile(r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")
MARKED = re.compile(r"==(?=\S)(?P<words>[^=\n]+)(?<=\S)==")
LEADS_NOWHERE = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\(\s*\)")
FENCED = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif")


def made_plain(body: str, above: int, notes: list[Note]) -> str:
    """Return a body as CommonMark alone, with as many lines; what is left out is noted."""
    parts = FENCED.split(body)
    line = above + 1
    for number, part in enumerate(parts):
        if number % 2 == 0:
            parts[number] = without_extras(part, line, notes)
        line += part.count("\n")
    return "".join(parts)


def without_extras(text: str, first: int, notes: list[Note]) -> str:
    """Return a stretch of a body that is no code as CommonMark; it begins on a line of the file."""

    def note(kind: str, found: re.Match[str]) -> None:
        notes.append(Note(first + found.string.count("\n", 0, found.start()), kind, found[0]))

    def leave(found: re.Match[str]) -> str:
        note("template", found)
        return ""

    def show(found: re.Match[str]) -> str:
        if found["file"].lower().endswith(PICTURES):
            return f"![{found['words'] or ''}](<{found['file']}>)"
        note("embed", found)
        return ""

    def name(found: re.Match[str]) -> str:
        note("link", found)
        return found["words"] or found["page"].rpartition("/")[2]

    def unlink(found: re.Match[str]) -> str:
        note("link", found)
        return found["words"]

    text = CALLOUT.sub(callout_of, text)
    text = OWN_PLACE.sub(r"\g<before>", FIGURE.sub(picture_of, text))
    text = TEMPLATE.sub(leave, text)
    text = WIKI.sub(name, EMBED.sub(show, text))
    text = LEADS_NOWHERE.sub(unlink, text)
    return MARKED.sub(lambda found: found["words"], text)


def callout_of(found: re.Match[str]) -> str:
    """Return the first line of a callout as this blog writes it, or of a plain quotation."""
    kind = next((kind for kind, names in CALLOUTS.items() if found["kind"].lower() in names), "")
    title = f"**{found['title']}** " if found["title"] else ""
    return f"{found['before']}[!{kind}] {title}" if kind else f"{found['before']}{title}"


def picture_of(found: re.Match[str]) -> str:
    """Return Hugo's shortcode for a picture as Markdown."""
    said = {part["key"]: part["value"] for part in PARAMETER.finditer(found["rest"])}
    words = said.get("alt", "") or said.get("caption", "") or said.get("title", "")
    shown = said.get("caption", "") or said.get("title", "")
    title = f' "{shown}"' if shown and shown != words else ""
    return f"![{words}](<{said['src']}>{title})" if said.get("src") else found[0]
