"""Marks in a body that are for another generator alone, as CommonMark; called by markdown_post.

What CommonMark has no words for is noted and left out; code stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from wellspring.importing.line import Note
from wellspring.text.files import PICTURES

Found = re.Match[str]

# Longer ones are no marks, but prose between two of them.
WITHIN = r"[\s\S]{0,2000}?"
# `{% highlight python %}`, `{% codeblock lang:js %}` and `{{< highlight go >}}`: code.
HIGHLIGHT = re.compile(
    r"^[ \t]*(?:\{%-? *(?P<liquid>highlight|codeblock)\b(?P<one>[^\n]*?)%\}"
    rf"(?P<code>{WITHIN})\{{%-? *end(?P=liquid) *-?%\}}"
    r"|\{\{[<%] *(?P<hugo>highlight|codeblock)\b(?P<two>[^\n]*?)[>%]\}\}"
    rf"(?P<text>{WITHIN})\{{\{{[<%] */ *(?P=hugo) *[>%]\}}\}})[ \t]*$",
    re.MULTILINE,
)
LANGUAGE = re.compile(r"\blang(?:uage)?[:=]\"?(?P<named>\w+)|^[ \"-]*(?P<first>\w+)")
# What is never looked into: fences, ticks, and what Liquid is told to leave as it is.
CODE = re.compile(
    r"(^[> \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[> \t]*(?P=fence)[`~]*[ \t]*$"
    rf"|\{{%-? *raw *-?%\}}{WITHIN}\{{%-? *endraw *-?%\}}"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)(?P=ticks)(?!`)"
    r"|(?:(?<=\n\n)|\A)(?: {4}|\t)[^\n]+(?:\n+(?: {4}|\t)[^\n]+)*)",
    re.MULTILINE | re.DOTALL,
)
RAW = re.compile(r"\{%-? *(?:end)?raw *-?%\}")
# Notes of the author's own, in Obsidian, Liquid, Nunjucks and Hugo.
# What begins a line and never ends is hidden to the end.
HIDDEN = re.compile(
    rf"^[ \t]*%%(?!%)(?:{WITHIN}%%|[\s\S]*)|(?<![%\d])%%(?!%)[^\n]*?%%"
    rf"|\{{%-? *comment *-?%\}}{WITHIN}\{{%-? *endcomment *-?%\}}"
    rf"|\{{\{{[<%] *comment *[>%]\}}\}}{WITHIN}\{{\{{[<%] */ *comment *[>%]\}}\}}"
    rf"|\{{#{WITHIN}#\}}|\{{\{{[<%]?/\*{WITHIN}\*/[>%]?\}}\}}",
    re.MULTILINE,
)
TEMPLATE = re.compile(
    rf"\{{%{WITHIN}%\}}|\{{\{{{WITHIN}\}}\}}|^\{{:[^{{}}\n]*\}}[ \t]*$|\{{:[^{{}}\n]*\}}"
    r"|^[ \t]*\[\[?_?toc_?\]\]?[ \t]*$|^[*-] +toc[ \t]*\n\{:toc\}",
    re.MULTILINE | re.IGNORECASE,
)
# An address that only the other generator knows, such as `{% post_url … %}` or `{filename}a.md`.
ELSEWHERE = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\(\s*(?P<own>\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{\w+\}|\|\w+\|)"
    r"(?P<rest>[^()\s]*)[^()\n]*\)"
)
BASE = re.compile(r"\{\{.*\b(?:base_?url|url|root)\b[^|]*\}\}", re.IGNORECASE)
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
FIGURE = re.compile(rf"\{{\{{[<%]\s*figure\s(?P<rest>{WITHIN})/?\s*[>%]\}}\}}")
PARAMETER = re.compile(r"(?P<key>\w+)\s*=\s*\"(?P<value>[^\"\n]*)\"")
# Pelican's own ways to name a file, before the address of a picture.
OWN_PLACE = re.compile(r"(?P<before>!\[[^\[\]\n]*\]\(<?)(?:\{\w+\}|\|\w+\||\{\{[^\n]*?\}\})/?")
EMBED = re.compile(r"!\[\[(?P<file>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]*))?\]\]")
SIZE = re.compile(r"\d+(?:x\d+)?")
WIKI = re.compile(r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]")
# Marks around or behind words that show nothing themselves.
PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"==(?=\S)([^=\n]+)(?<=\S)=="), r"\1"),
    (re.compile(r"^(#{1,6}[ \t].*?)[ \t]*\{#[^{}\n]*\}[ \t]*$", re.MULTILINE), r"\1"),
    (re.compile(r"(?<=\))\{[^{}\n]*[=.#][^{}\n]*\}"), ""),
    (re.compile(r"[ \t]\^[\w-]+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^([> \t]*(?:[-*+]|\d+[.)])[ \t]+)\[[xX]\][ \t]+", re.MULTILINE), r"\1✓ "),
    (re.compile(r"^([> \t]*(?:[-*+]|\d+[.)])[ \t]+)\[ \][ \t]+", re.MULTILINE), r"\1"),
    (
        re.compile(rf"<(div|section|aside|span)\b[^<>]*\bmarkdown=[^<>]*>({WITHIN})</\1>"),
        r"\2",
    ),
)


def made_plain(body: str, above: int, notes: list[Note]) -> str:
    """Return a body as CommonMark alone, with as many lines; what is left out is noted.

    `above` is how many lines of the file stand above it.
    """
    body = HIGHLIGHT.sub(fenced, body)
    out: list[str] = []
    last = 0
    for found in CODE.finditer(body):
        out += (plain_part(body, last, found.start(), above, notes), RAW.sub("", found[0]))
        last = found.end()
    out.append(plain_part(body, last, len(body), above, notes))
    return "".join(out)


def fenced(found: Found) -> str:
    """Return highlighted code between fences, on as many lines."""
    named = LANGUAGE.search((found["one"] or found["two"] or "").strip())
    language = (named["named"] or named["first"]) if named else ""
    code = (found["code"] or found["text"] or "").strip("\n")
    lost = found[0].count("\n") - code.count("\n") - 2
    return f"```{language}\n{code}\n```" + "\n" * max(0, lost)


def plain_part(body: str, start: int, end: int, above: int, notes: list[Note]) -> str:
    """Return a stretch of a body that is no code as CommonMark."""
    return Marks(above + 1 + body.count("\n", 0, start), notes).plain(body[start:end])


@dataclass(frozen=True, slots=True)
class Marks:
    """Takes the marks out of a stretch of a body, which begins on a line of its file."""

    first: int
    notes: list[Note] = field(default_factory=list)

    def plain(self, text: str) -> str:
        """Return a stretch without marks, on as many lines."""
        steps: tuple[tuple[re.Pattern[str], Callable[[Found], str]], ...] = (
            (HIDDEN, self.leave),
            (CALLOUT, callout_of),
            (FIGURE, picture_of),
            (OWN_PLACE, lambda found: found["before"]),
            (ELSEWHERE, self.unlink),
            (TEMPLATE, self.leave),
            (EMBED, self.show),
            (WIKI, self.name),
        )
        for pattern, become in steps:
            text = pattern.sub(become, text)
        for pattern, words in PLAIN:
            text = pattern.sub(words, text)
        return text

    def note(self, kind: str, found: Found) -> None:
        """Note what was found, on its line."""
        line = self.first + found.string.count("\n", 0, found.start())
        self.notes.append(Note(line, kind, " ".join(found[0].split())))

    def leave(self, found: Found) -> str:
        """Leave something out, its line breaks aside."""
        self.note("template", found)
        return "\n" * found[0].count("\n")

    def unlink(self, found: Found) -> str:
        """Return a link's words, or the link if its address is known without the site's own."""
        if BASE.fullmatch(found["own"]) and found["rest"].startswith("/"):
            return f"[{found['words']}]({found['rest']})"
        self.note("link", found)
        return found["words"]

    def show(self, found: Found) -> str:
        """Return a picture that is embedded; the words of other notes are not this one's."""
        words = found["words"] or ""
        if found["file"].lower().endswith(PICTURES):
            return f"![{'' if SIZE.fullmatch(words) else words}](<{found['file']}>)"
        self.note("embed", found)
        return ""

    def name(self, found: Found) -> str:
        """Return the words of a link to another note."""
        self.note("link", found)
        return found["words"] or found["page"].rpartition("/")[2]


def callout_of(found: Found) -> str:
    """Return the first line of a callout as this blog writes it, or of a plain quotation."""
    kind = next((kind for kind, names in CALLOUTS.items() if found["kind"].lower() in names), "")
    title = f"**{found['title']}** " if found["title"] else ""
    return f"{found['before']}[!{kind}] {title}" if kind else f"{found['before']}{title}"


def picture_of(found: Found) -> str:
    """Return Hugo's shortcode for a picture as Markdown."""
    said = {part["key"]: part["value"] for part in PARAMETER.finditer(found["rest"])}
    words = said.get("alt", "") or said.get("caption", "") or said.get("title", "")
    shown = said.get("caption", "") or said.get("title", "")
    title = f' "{shown}"' if shown and shown != words else ""
    return f"![{words}](<{said['src']}>{title})" if said.get("src") else found[0]
