"""A post in Markdown with a header of its own as HTML and facts; called by import_exports.

The body is CommonMark, as nearly all generators read it (https://spec.commonmark.org). What is for
the other generator alone, such as includes and shortcodes, is noted and left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from bs4 import Tag
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.names import names_of, read_day
from wellspring.importing.own_header import Entry, OwnHeader, own_header
from wellspring.importing.pages.exported import Exported
from wellspring.importing.pages.facts import Facts, iso_day
from wellspring.importing.pages.other_marks import made_plain
from wellspring.importing.pages.tree import attribute
from wellspring.text.source import lines_of, text_of

# Keys by what they say, the first that is there counting.
TITLE, SUBTITLE = ("title",), ("subtitle", "sub-title", "tagline")
DAY = (
    *("date", "published", "publishdate", "publish-date", "published-at", "date-published"),
    *("pubdate", "pub-date", "created", "created-at"),
)
AUTHOR = ("author", "authors", "by", "byline")
TAGS, SHELVES = ("tags", "keywords", "tag"), ("categories", "category", "section")
SUMMARY = ("summary", "description", "excerpt", "abstract", "teaser")
ADDRESS = ("permalink", "url", "link")
SLUG, ALIASES = ("slug",), ("aliases", "redirect-from")
# By these a header is Jekyll's, which parts labels with blanks.
JEKYLL = frozenset({"layout"})
# A folder of a post and its pictures is named; the post in it is not.
BUNDLED = ("index", "readme")
TITLED = re.compile(r"\s*#[ \t]+(?P<title>\S.*?)[ \t#]*$", re.MULTILINE)
# What every draft begins with anyway, or only the other generator needs.
SILENT = frozenset({"layout", "draft", "published", "status", "type", "publish", "comments", "toc"})
# Obsidian has other names of a note where others have addresses.
ROOTED = ("/", "http://", "https://")
SWITCHES = ("", "true", "false", "yes", "no")
# “2024-05-01-a-slower-evening.md”: Jekyll has the day and the address there.
NAMED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<slug>.+))?")
# “03/04/2019”: in March or in April.
UNCLEAR = re.compile(r"(?:0?\d|1[0-2])[/.](?:0?\d|1[0-2])[/.]\d{4}")
# Only the key is repeated.
UNTOLD = frozenset({"password"})
MAILBOX = re.compile(r"\s*<[^<>]*>$")
# Where line breaks are not blanks.
VERBATIM = re.compile(r"<(?:pre|textarea)\b|<!--")
READER = ("commonmark", {"html": True})


def read_markdown_post(data: bytes, path: str) -> Exported:
    """Return a post as its HTML and what its header says. Raises ContentError for what is none."""
    text, wrong = text_of(data, path)
    if wrong:
        raise ContentError(str(wrong))
    header = own_header(text, path) or OwnHeader({}, 0)
    notes = list(left_out(header))
    body = made_plain("\n".join(lines_of(text)[header.lines :]), header.lines, notes)
    facts, slug = facts_of(header, path)
    unsure = [note for note in notes if note.kind == "link"]
    stripped = [note for note in notes if note.kind != "link"]
    if not facts.title and (heading := TITLED.match(body)):
        facts.title = heading["title"]
    elif not facts.title:
        facts.title = name_of(path)
        unsure += [Note(1, "title", facts.title)] if facts.title else []
    days = said(header, DAY)
    if days and UNCLEAR.fullmatch(days[0]):
        line = next(header.entries[key].line for key in DAY if key in header.entries)
        unsure.append(Note(line, "unclear day", days[0]))
    html = html_of(body, header.lines)
    return Exported(facts, html, slug=slug, change=show_titles, stripped=stripped, unsure=unsure)


def name_of(path: str) -> str:
    """Return the title that a file's name is: “2024-05-01-slow-walk.md” is “Slow walk”."""
    named = NAMED.fullmatch(stem_of(path))
    words = (named["slug"] or "" if named else stem_of(path)).replace("_", " ")
    plain = words if " " in words else words.replace("-", " ")
    return plain[:1].upper() + plain[1:]


def stem_of(path: str) -> str:
    """Return the name of a post's file, or of the folder that holds it alone."""
    file = PurePath(path)
    return file.parent.name if file.stem.lower() in BUNDLED else file.stem


def show_titles(tree: Tag) -> list[Note]:
    """Make the title of a picture its caption, as it will be shown, and take a line out."""
    for line in tree.find_all("hr", class_="footnotes-sep"):
        line.extract()
    for picture in tree.find_all("img", title=True):
        if picture.find_parent("figure") is None:
            caption = Tag(name="figcaption")
            caption.string = attribute(picture, "title")
            figure = picture.wrap(Tag(name="figure"))
            figure.append(caption)
    return []


def facts_of(header: OwnHeader, path: str) -> tuple[Facts, str]:
    """Return what a header says of its post, and the address that the post had."""
    stem = stem_of(path)
    named = NAMED.fullmatch(stem)
    day = day_in(said(header, DAY)) or (iso_day(named["day"]) if named else None)
    authors = [
        MAILBOX.sub("", name).strip()
        for text in said(header, AUTHOR)
        for name in names_of(text.strip("[]").replace(";", ","))
        if name.strip()
    ]
    facts = Facts(
        title=first_of(header, TITLE),
        subtitle=first_of(header, SUBTITLE),
        author=authors[0] if authors else "",
        others=authors[1:],
        day=day,
        tags=listed(header, TAGS),
        shelves=listed(header, SHELVES),
        summary=first_of(header, SUMMARY),
        address=first_of(header, ADDRESS),
        aliases=[each for each in said(header, ALIASES) if each.startswith(ROOTED)],
        dated=day is not None,
    )
    own = named["slug"] if named else stem if stem != PurePath(path).stem else ""
    return facts, first_of(header, SLUG) or own or ""


def said(header: OwnHeader, keys: Sequence[str]) -> tuple[str, ...]:
    """Return what a header says under the first of some keys that it has."""
    found = (header.entries[key].values for key in keys if key in header.entries)
    return next((values for values in found if any(values)), ())


def first_of(header: OwnHeader, keys: Sequence[str]) -> str:
    """Return the text that a header has under the first of some keys, on one line."""
    return " ".join(" ".join(said(header, keys)).split()).removeprefix("[[").removesuffix("]]")


def listed(header: OwnHeader, keys: Sequence[str]) -> list[str]:
    """Return the names that a header lists under the first of some keys."""
    texts = said(header, keys)
    if JEKYLL & header.entries.keys() and len(texts) == 1 and "," not in texts[0]:
        texts = tuple(texts[0].split())
    names = (name.strip(" \"'#[]") for text in texts for name in text.split(","))
    return list(dict.fromkeys(filter(None, names)))


def day_in(texts: Sequence[str]) -> date | None:
    """Return the day that a header names, in ISO 8601 or written out."""
    for text in (given.strip("[]") for given in texts):
        if UNCLEAR.fullmatch(text):
            continue
        start = re.match(r"\d{4}-\d{2}-\d{2}", text)
        if found := iso_day(start[0]) if start else read_day(text, {}):
            return found
    return None


def left_out(header: OwnHeader) -> Iterator[Note]:
    """Yield a note on each entry of a header that a post has no place for."""
    for place in (TITLE, SUBTITLE, DAY, AUTHOR, TAGS, SHELVES, SUMMARY, ADDRESS, SLUG):
        there = [header.entries[key] for key in place if key in header.entries]
        used = next((entry for entry in there if any(entry.values)), None)
        yield from (note_on(entry) for entry in there if is_hidden(entry))
        yield from (note_on(entry) for entry in there if entry is not used and says(entry))
    known = {*TITLE, *SUBTITLE, *DAY, *AUTHOR, *TAGS, *SHELVES, *SUMMARY, *ADDRESS, *SLUG}
    for entry in (*header.entries.values(), *header.rest):
        if entry.key in ALIASES:
            names = tuple(each for each in entry.values if not each.startswith(ROOTED))
            yield from [note_on(replace(entry, values=names))] if names else []
        elif entry.key not in known | SILENT and says(entry):
            yield note_on(entry)


def is_hidden(entry: Entry) -> bool:
    """Tell whether an entry says that a post was not public."""
    return entry.key == "published" and entry.values == ("false",)


def says(entry: Entry) -> bool:
    """Tell whether an entry holds more than a switch: Jekyll has “published: true”."""
    return any(value.lower() not in SWITCHES for value in entry.values)


def note_on(entry: Entry) -> Note:
    """Return a note on an entry that is left out."""
    if entry.key in UNTOLD:
        return Note(entry.line, "key", entry.key)
    return Note(entry.line, "key", f"{entry.key}: {', '.join(entry.values)}")


def html_of(body: str, above: int) -> str:
    """Return a body as HTML in which each block stands on the line that it has in its file."""
    reader = MarkdownIt(*READER).enable(["table", "strikethrough"]).use(footnote_plugin)
    env: dict[str, object] = {}
    html = ""
    for block in blocks_of(reader.parse(body, env)):
        line = above + (block[0].map[0] if block[0].map else 0)
        html += "\n" * max(0, line - html.count("\n"))
        text = reader.renderer.render(block, reader.options, env).strip("\n")
        html += text if VERBATIM.search(text) else text.replace("\n", " ")
    return html


def blocks_of(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block that stands in no other."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if depth == 0:
            yield block
            block = []
