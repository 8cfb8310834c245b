"""Set front-matter keys in a text, and leave every other character alone; called by `review`."""

from collections.abc import Mapping

from wellspring.model.post import Field, Source

# New keys are written below the first of these that the file has.
NEIGHBOURS = ("authors", "author", "date", "title")


def set_keys(text: str, source: Source, keys: Mapping[str, str | None]) -> str:
    """Return the text with keys set to one-line values, or removed where the value is None.

    `source` is the text taken apart; keys are written as in `keys`.
    """
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    added: list[str] = []
    for key, value in keys.items():
        new = [] if value is None else [f"{key}: {value}{ending}"]
        field = source.fields.get(key.lower())
        if field is None:
            added += new
            continue
        first, last = span(field)
        lines[first:last] = [new[0] if new else "", *[""] * (last - first - 1)]
    place = next(span(source.fields[name])[1] for name in NEIGHBOURS if name in source.fields)
    return "".join([*lines[:place], *added, *lines[place:]])


def span(field: Field) -> tuple[int, int]:
    """Return the lines of a field and its further values, from 0, the end not included."""
    first = field.place.line - 1
    return first, max([first, *(value.place.line - 1 for value in field.values)]) + 1
