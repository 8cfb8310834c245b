"""Read tags and categories from lines that name them; called by sections."""

import re

from wellspring.importing.line import Line
from wellspring.importing.names import match_form, original
from wellspring.model.importing import Form

# A word alone above tags.
OPENER = re.compile(
    r"(?:(?:related |story |post )?tags?|tagged(?: with)?|labels?|keywords?|posted in|filed under"
    r"|(?:explore |related |more )?(?:on |about )?(?:these |related )?topics?"
    r"|explore (?:more )?(?:on |about )?(?:these |related )?topics?"
    r"|(?:read |explore )?more (?:on|about)|in this (?:story|article|post))(?::|\.\.\.|…)?",
    re.IGNORECASE,
)
# Words of which one at least is joined, so that the others are tags of their own.
BLANKS = re.compile(r"(?=.*\w-\w)[a-z][a-z-]*(?: [a-z][a-z-]*){2,6}")
# Words of which some begin small, so that each capital begins a tag: “Health Body image”.
MIXED, CAPITAL = (
    re.compile(r"(?=.* [a-z])[A-Z][\w’'-]*(?: [\w’'-]+){1,11}"),
    re.compile(r" (?=[A-Z])"),
)
# Where tags have lost what stood between them: “SleepWellnessLife Lessons”.
JOINT = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
MARK = re.compile(r"[#:;,.|·•/]")
# What stands between tags.
BETWEEN = re.compile(r"[,;|·•]| //? ")
FILED = re.compile(r"(?:filed|posted) (?:under|in)\b(?!.*\btag).*", re.IGNORECASE)
SHELVES = re.compile(r"categor(?:y|ies):? (?P<names>[^.!?]{2,100})", re.IGNORECASE)


def glued(text: str) -> list[str]:
    """Return the tags of a line that has lost what stood between them, if it is such a line.

    A word such as “MindBody” may be one all the same.
    """
    parts = JOINT.split(text)
    if MARK.search(text) or len(parts) + (" " in text) <= len("ab"):
        return []
    return parts


def shelves_in(line: Line) -> list[str]:
    """Return the categories of a line such as “Categories: …”."""
    found = SHELVES.fullmatch(line.text)
    return [name.strip() for name in BETWEEN.split(found["names"])] if found else []


def tags_in(line: Line, form: Form) -> list[str]:
    """Return the tags of a line: behind a word such as “Tags”, or hashtags, or the line itself."""
    found = match_form(form, line)
    plain = line.plain.casefold()
    if (
        plain.startswith(("posted in", "published in", "filed under", "categor", "edit"))
        and not found
    ):
        return []
    text = original(line, found, "tags") if found else line.text
    parts = re.split(r"[#,]", text) if text.startswith("#") else BETWEEN.split(text)
    parts = text.split() if BLANKS.fullmatch(text) else parts
    if len(parts) == 1:
        parts = glued(text) or (CAPITAL.split(text) if found and MIXED.fullmatch(text) else parts)
    return [tag for part in parts if (tag := part.strip().lstrip("#").strip(" .:;~*_"))]
