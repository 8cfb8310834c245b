"""Lines that lead to other texts, as front matter has them; called for body and tail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wellspring.importing.line import Line, Note, unsigned
from wellspring.importing.names import match_form, original
from wellspring.model.importing import Form

ADDRESS = r"https?://[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?]"
MARKED = re.compile(rf"\[(?P<title>[^\]]+)\]\((?P<url>{ADDRESS})[^)]*\)")
# An address within the page's own site leads nowhere from another.
WITHIN = re.compile(r"\[(?P<title>[^\]]+)\]\([/#][^)\s]*\)")
PLAIN = re.compile(rf"(?P<title>.*?)\s*(?:[-–—|:(<\[]\s*)*(?P<url>{ADDRESS})[)>\]]*\.?\s*$")
BULLET = re.compile(r"^(?:[-*•‣▪◦·–]|\d{1,2}[.)]|>>|»|→)\s+")
# “**Know more:** A Slow Walk”, and with the colon behind the marks.
LEAD = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<lead>[^*_:]{3,60})(?::(?P=mark)|(?P=mark):)")
# A slash ends many an address.
TAIL_MARK = re.compile(r"(?:>>|»|→|(?<=\s)/|\|)\s*$")
# How a title names its site: in brackets, behind a bar, behind its quotation marks.
SITED = (
    re.compile(r"(?P<title>.{3,}?) \((?!Part\b|Chapter\b|\d)(?:[A-Z]|[\w-]+\.)[^()]*\)"),
    re.compile(r"(?P<title>.{3,}?) / [A-Z][^/]{1,50}"),
    re.compile(r"[\"“](?P<title>[^\"”]{3,}?),?[\"”](?:,? (?:from|in|by|at|on) .{2,60})?"),
)
# “Bread, Actual Butter” is a title. Where three go on so, and none with “and”, these are sites.
BEHIND_COMMA = re.compile(
    r"(?P<title>.{3,}), (?!Part\b|Chapter\b)(?:The )?[A-Z][\w'’-]*(?: (?:[A-Z&][\w'’-]*|of|the))+"
)
SURELY = 3
# An address stands on the line below its title, or below an empty one.
NEXT = 2
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Link:
    """Something to read: the line that names it, its title, and its address if there is one."""

    line: int
    title: str
    url: str = ""


def read_links(line: Line, form: Form) -> list[Link]:
    """Return what a line leads to; nothing if it is only the words above a list of such."""
    line = replace(line, text=LEAD.sub(r"\g<lead>:", line.text))
    found = match_form(form, line)
    rest = original(line, found, "rest") if found else line.text
    rest = WITHIN.sub(r"\g<title>", TAIL_MARK.sub("", BULLET.sub("", rest))).strip()
    marked = [Link(line.number, tidy(m["title"]), m["url"]) for m in MARKED.finditer(rest)]
    if not rest or (marked and not re.search(r"\w", MARKED.sub("", rest))):
        return marked
    if marked:
        whole = MARKED.sub(lambda match: match["title"], rest)
        return [Link(line.number, tidy(whole), marked[0].url)]
    plain = PLAIN.fullmatch(rest)
    if plain:
        return [Link(line.number, tidy(plain["title"]) or plain["url"], plain["url"])]
    return [Link(line.number, tidy(rest))]


def with_addresses_below(links: Sequence[Link]) -> list[Link]:
    """Return links of which those that are nothing but an address belong to the title above."""
    found = list[Link]()
    for link in links:
        above = found[-1] if found else None
        if above and not above.url and link.title == link.url and link.line - above.line <= NEXT:
            found[-1] = replace(above, url=link.url)
        else:
            found.append(link)
    return found


def without_lead(link: Link, form: Form) -> Link:
    """Return a link without the words or the sign that lead to it: “Keep reading: A Slow Walk”."""
    plain = unsigned(link.title)
    found = match_form(form, Line(link.line, plain))
    return replace(link, title=original(Line(link.line, plain), found, "rest") if found else plain)


def without_sites(links: Sequence[Link]) -> list[Link]:
    """Return links without the sites behind their titles, where each names one the same way."""
    if len(links) > 1:
        for form in (*SITED, BEHIND_COMMA) if len(links) >= SURELY else SITED:
            found = [form.fullmatch(link.title) for link in links]
            titles = [said["title"] for said in found if said]
            if len(titles) == len(links) == len(set(titles)):
                return [
                    replace(link, title=title) for link, title in zip(links, titles, strict=True)
                ]
    return list(links)


def cut_from(links: Sequence[Link], shorter: Sequence[Link]) -> list[Note]:
    """Return notes on what links had before or behind their titles, and have no more."""
    pairs = zip(links, shorter, strict=True)
    return [
        Note(link.line, "aside", rest)
        for link, left in pairs
        if (rest := link.title.replace(left.title, "", 1).strip(' ,“”"'))
    ]


def tidy(title: str) -> str:
    """Return a title without marks around it, and without the bars that part front matter."""
    return " ".join(title.replace("|", "/").strip().strip("[]*_").split()).removesuffix(",")
