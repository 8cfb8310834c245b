"""Links to a heading, in the same text or in another: whether it has one that is called so.

Called by check_source and check_library, and by read_some for the texts that some lead to. What
the theme calls so is left to the audit, which sees the pages.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from wellspring.checking.footnotes import place_at
from wellspring.checking.links import resolve
from wellspring.checking.relative import LINK, READ, is_shown
from wellspring.checking.shown import Shown, show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.text.library import Library
from wellspring.text.prose import blank_code
from wellspring.text.suggest import did_you_mean

FILE = "{filename}"
# Most texts lead to no heading, and need not be searched for links.
OWN = re.compile(r"""[(<"'=:]\s*+\#[^\s\#]""")
OTHER = ".md#"
HEADING = re.compile(r"^ {0,3}#{1,6}(?P<words>.+?)#*$", re.MULTILINE)
NOTES = re.compile(r"fn(?:ref\d*)?:")
THEMES = re.compile(r"article-.+|lines-.+|main-content|notices-label|site-help")


class Lead(NamedTuple):
    """A link to a part of a text: as it is written, whose text and what part, and where it is."""

    group: str
    url: str
    path: str
    part: str
    place: Place


def check_own_parts(source: Source) -> Iterator[Finding]:
    """Report links to headings that the text itself does not have."""
    if OWN.search(source.body):
        leads = [lead for lead in leads_of(source) if lead.path == source.path]
        yield from check_leads(source, leads, {source.path: source})


def check_other_parts(source: Source, library: Library) -> Iterator[Finding]:
    """Report links to headings that other texts do not have."""
    if OTHER in source.body:
        leads = [lead for lead in leads_of(source) if lead.path != source.path]
        yield from check_leads(source, leads, library.sources)


def texts_led_to(source: Source) -> Iterator[str]:
    """Yield the paths of the texts to whose parts a text leads."""
    if OTHER in source.body:
        yield from (lead.path for lead in leads_of(source))


def leads_of(source: Source) -> Iterator[Lead]:
    """Yield what in a text looks like a link to a part of a text of this blog."""
    body = blank_code(source.body)
    for match in LINK.finditer(body):
        group = match.lastgroup or "url"
        url = unescape(match[group].strip())
        file, _, part = url.partition("#")
        if not part or (file and not file.startswith(FILE)):
            continue
        path = resolve(unquote(file.removeprefix(FILE)), source.path) if file else source.path
        if path.startswith(READ):
            place = place_at(source, body, match.start(group))
            yield Lead(group, url, path, unquote(part), place)


def check_leads(source: Source, leads: list[Lead], sources: dict[str, Source]) -> Iterator[Finding]:
    """Report those of a text's links that lead to no part of a text."""
    here: Shown | None = None
    for lead in leads:
        target = sources.get(lead.path)
        # A text that could not be read has no body.
        if not target or not target.body or has_heading(target, lead.part):
            continue
        there = show(target.body)
        here = here or show(source.body)
        if lead.part not in there.ids and is_shown(lead.group, lead.url, here):
            yield Finding(lead.place, message_of(lead, there, source.path))


def has_heading(source: Source, part: str) -> bool:
    """Tell whether a text surely has a part, or its page may have it from the theme."""
    from markdown.extensions.toc import slugify  # takes its time to load

    if THEMES.fullmatch(part) or f"#{part}}}" in source.body:
        return True
    headings = (match["words"] for match in HEADING.finditer(source.body))
    return any(slugify(words, "-") == part for words in headings)


def message_of(lead: Lead, there: Shown, path: str) -> str:
    """Say what a link does not find, and what there is."""
    parts = [f"#{each}" for each in there.ids if each and not NOTES.match(each)]
    where = "this text" if lead.path == path else f"`{lead.path}`"
    todo = did_you_mean(f"#{lead.part}", parts) if parts else "It has no headings."
    return f"`{lead.url[:60]}` leads to a heading that {where} does not have. {todo}"
