"""Tags in the lines that the second look takes for tags; called by overrule."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.line import Line
from wellspring.importing.names import match_form
from wellspring.importing.second_look import SecondLook
from wellspring.importing.tags_named import tags_in
from wellspring.importing.told import Told
from wellspring.model.importing import Form, ImportStyle

# Signs before tags, and words with a colon that head them.
SIGNS = re.compile(r"^[^\w\s#\"'“‘(]+\s*")
HEADED = re.compile(r"[^\W\d_][\w '’&-]{1,40}: ?(?=\S)")
LONGEST, MOST_WORDS = 60, 8


def tags_seen(told: Told, lines: Sequence[Line], look: SecondLook, style: ImportStyle) -> list[str]:
    """Return the tags of a story; if no line has any, those that rules read from a line of them."""
    form = style.forms["tags"]
    noted = {note.line for note in told.stripped() if note.kind == "tags"}
    seen = look.all_of("tag", lines) or [
        line for line in lines if line.number in noted and match_form(form, line)
    ]
    tags = [tag for line in seen for tag in tags_in(headless(line, form), form)]
    short = [tag for tag in tags if len(tag) <= LONGEST and len(tag.split()) <= MOST_WORDS]
    return list(dict.fromkeys(short))


def headless(line: Line, form: Form) -> Line:
    """Return a line of tags without what heads them, unless that is known."""
    plain = replace(line, text=SIGNS.sub("", line.text))
    if match_form(form, plain):
        return plain
    return replace(
        plain, text=HEADED.sub("", plain.text, count=1) if HEADED.match(plain.text) else plain.text
    )
