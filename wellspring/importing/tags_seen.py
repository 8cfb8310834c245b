"""Tags in the lines that the second look takes for tags; called by overrule."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.line import Line, unsigned
from wellspring.importing.names import match_form
from wellspring.importing.second_look import SecondLook
from wellspring.importing.tags_named import glued, tags_in
from wellspring.importing.told import Told
from wellspring.model.importing import Form, ImportStyle

# Words that head tags: such with a colon, or “Tags” wherever they stand.
HEADED = re.compile(
    r"^(?:[^\W\d_][\w '’&-]{1,40}: ?|.*\b(?:tags|tagged|topics|labels|keywords):? +)(?=\S)",
    re.IGNORECASE,
)
# What stands beside tags and is none.
BESIDE = re.compile(
    r"permalink|content warning|\d+ (?:min|comment|like|note|repl|share|view)\w*.*|\d{1,2}:\d\d"
    r"|\d{1,2} [a-z]{3,9} \d{4}.*|.*['’]s blog",
    re.IGNORECASE,
)
LONGEST, MOST_WORDS = 60, 8


def tags_seen(told: Told, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> list[str]:
    """Return the tags of a story; if no line has any, those that rules read from a line of them."""
    if told.platform and not told.tags():
        # Where rules know the platform they know where it has tags, if these are not run together.
        return [tag for line in look.all_of("tag", lines) for tag in glued(line.text)]
    form = style.forms["tags"]
    noted = {note.line for note in told.stripped() if note.kind == "tags"}
    seen = labelled(look.all_of("tag", lines), form) or [
        line for line in lines if line.number in noted and match_form(form, line)
    ]
    tags = [tag for line in seen for tag in tags_in(headless(line, form), form)]
    short = [
        tag
        for tag in tags
        if not BESIDE.fullmatch(tag) and len(tag) <= LONGEST and len(tag.split()) <= MOST_WORDS
    ]
    return list(dict.fromkeys(short))


def labelled(seen: Sequence[Line], form: Form) -> list[Line]:
    """Return the lines of tags; if any says what it is, those that do and what stands beside them.

    A word above a title may look like a tag.
    """
    sure = {line.number for line in seen if line.text[0] == "#" or is_headed(line, form)}
    near = {number + step for number in sure for step in (-2, -1, 0, 1, 2)}
    return [line for line in seen if not sure or line.number in near]


def is_headed(line: Line, form: Form) -> bool:
    """Tell whether a line of tags says that it is one."""
    return bool(match_form(form, line) or HEADED.match(unsigned(line.text)))


def headless(line: Line, form: Form) -> Line:
    """Return a line of tags without what heads them, unless that is known."""
    plain = replace(line, text=unsigned(line.text))
    return plain if match_form(form, plain) else replace(plain, text=HEADED.sub("", plain.text))
