"""Find the tags that some pages have above a story; called by head."""

import re
from collections.abc import Sequence
from itertools import takewhile

from wellspring.importing.line import Line
from wellspring.importing.names import match_form
from wellspring.importing.tag_lines import is_tag, is_tag_line
from wellspring.importing.tags_named import FILED, tags_in
from wellspring.importing.zone import Zone
from wellspring.model.importing import Form

TAGS = re.compile(r"(?:(?:post |story )?tags?|tagged(?: with)?):?", re.IGNORECASE)

# What a letter is about is its title.
SENDER, SUBJECT = re.compile(r"From ?: "), re.compile(r"Subject ?: ")


def tags_above(zone: Zone, start: int, form: Form) -> dict[int, list[str]]:
    """Return the tags of a zone by the index of their line, from the title's index on.

    A line that only says that tags follow has none.
    """
    found: dict[int, list[str]] = {}
    letter = any(SENDER.match(line.text) for line, _ in zone)
    for index in range(start + 1, len(zone)):
        line = zone[index][0]
        if letter and SUBJECT.match(line.text):
            continue
        if holds_tags(line, form):
            found[index] = tags_in(line, form)
        elif TAGS.fullmatch(line.text):
            free = takewhile(lambda it: not it[1], zone[index + 1 :])
            run = tag_run([line for line, _ in free])
            # Words with blanks between them, alone on their line, could be one tag or several.
            unclear = len(run) == 1 and " " in run[0].text and "," not in run[0].text
            tags = [[] if unclear else tags_in(line, form) for line in run]
            below = dict(enumerate(tags, index + 1))
            found |= {index: [], **below} if below else {}
    return found


def tag_run(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of tags that some lines begin with."""
    # A letter alone stands for a picture of somebody.
    return list(takewhile(lambda line: len(line.text) > 1 and is_tags(line.text), lines))


def is_tags(text: str) -> bool:
    """Tell whether a line can be a tag or several."""
    return is_tag(text) or is_tag_line(text) or len(text.split(", ")) == len("ab")


def holds_tags(line: Line, form: Form) -> bool:
    """Tell whether a line above a text names its tags itself: “Tags: sleep, walking”."""
    found = match_form(form, line)
    named = found is not None and not (line.text.startswith("#") or FILED.fullmatch(line.text))
    return named and (":" in line.text or "," in line.text)
