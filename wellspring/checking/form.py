"""The schema's keys as a form to fill in: for each kind of text, the fields of the writing page.

Called by writing_page. The words are those of Sveltia CMS's settings
(https://sveltiacms.app/en/docs/fields), and the names are those of the keys.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from wellspring.checking.content import STATUSES
from wellspring.checking.schema import SCHEMAS, Key

Field = dict[str, Any]
# What a name may be, by the key that takes it: pairs of what is shown and what is written.
Choices = Mapping[str, Sequence[tuple[str, str]]]

BODY = "body"
# Those that nearly every text has stand above its words; the others below.
ABOVE = frozenset({"Subtitle", "Summary", "Tags", "Status", "Credentials", "Role"})
LONG = frozenset({"Summary", "Conflicts"})
SEVERAL = {"Author": "Authors"}
# A review is more than two keys: `invoke review` keeps what the reviewer has seen.
NOT_HERE = frozenset({"Reviewed-by", "Reviewed"})
LABELS = {
    "posts": ("Articles", "Article"),
    "pages": ("Pages", "Page"),
    "authors": ("Authors", "Author"),
}
WORDS = {"posts": "The article", "pages": "The text", "authors": "About them"}
MARKDOWN = (
    "Leave a blank line between paragraphs. A heading begins with ## and a blank, an item of a "
    "list with - and a blank. A link is its words in [ ] and its address in ( ) right behind."
)
STATUS_WORDS = {
    "published": "Published",
    "draft": "Draft: not on the live site",
    "hidden": "Hidden: a page that is in no list",
}
# What a key is called for those who have read nothing about keys; the others' names say it.
PLAIN = {
    "Aliases": "Old addresses",
    "Check-ignore": "Findings that may stand",
    "Conflicts": "Conflicts of interest",
    "Disclaimer": "More notices",
    "Disclaimer-waived": "Notices left out",
    "Know-more": "Further reading",
    "Lang": "Language",
    "Modified": "Last changed",
    "Review-due": "To be checked again",
    "Series-index": "Place in the series",
    "Slug": "Address",
}
MARKED = re.compile(r"`([^`]*)`")
DAY = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}


def fields_of(kind: str, choices: Choices) -> list[Field]:
    """Return the fields of a kind of text, its words among them."""
    keys = SCHEMAS[kind].keys
    single = [key for key in keys if key.name not in {*SEVERAL.values(), *NOT_HERE}]
    above = [field_of(key, choices) for key in single if is_above(key)]
    below = [field_of(key, choices) for key in single if not is_above(key)]
    body = {"name": BODY, "label": WORDS[kind], "widget": "text", "hint": MARKDOWN}
    return [*above, body, *below]


def is_above(key: Key) -> bool:
    """Tell whether a key stands above the words."""
    return key.needed or key.name in ABOVE


def field_of(key: Key, choices: Choices) -> Field:
    """Return a key's field."""
    return {
        "name": key.name,
        "label": label_of(key),
        **widget_of(key, choices),
        # What is left out has a meaning, and the page says it instead.
        "required": key.needed or key.name == "Status",
        "hint": hint_of(key, choices),
    }


def label_of(key: Key) -> str:
    """Return what a key's field is called: in plain words, and as findings and files call it."""
    return f"{PLAIN[key.name]} ({key.name})" if key.name in PLAIN else key.name


def widget_of(key: Key, choices: Choices) -> Field:
    """Return what a key is filled in with."""
    if key.name in choices:
        options = [{"label": label, "value": value} for label, value in choices[key.name]]
        several = key.form == "names" or key.name in SEVERAL
        more: Field = {"multiple": True, "min": int(key.needed)} if several else {}
        return {"widget": "select", "options": options} | more
    if key.name == "Status":
        options = [{"label": STATUS_WORDS[word], "value": word} for word in STATUSES]
        return {"widget": "select", "options": options, "default": "draft"}
    if key.form in {"day", "day or moment"}:
        return DAY | ({"default": "{{now}}"} if key.needed else {})
    if key.form == "names":
        return {"widget": "list"}
    if key.form.startswith("`") or key.form == "old address":
        line = {"name": "line", "label": key.form.strip("`"), "widget": "text"}
        return {"widget": "list", "field": line}
    return {"widget": "text" if key.name in LONG else "string"}


def hint_of(key: Key, choices: Choices) -> str:
    """Return what a key is for, as a sentence without marks; choices speak for themselves."""
    if key.name == "Status":
        return ""
    what = key.what.partition(":")[0] if key.name in choices else key.what
    form = f"Each one: {key.form}. " if key.form.startswith("`") else ""
    text = f"{form}{what[0].upper()}{what[1:]}."
    return MARKED.sub(r"“\1”", text)


def collection_of(kind: str, choices: Choices) -> dict[str, Any]:
    """Return what the editor is to know of a kind of text: where it stands, and its fields."""
    first = SCHEMAS[kind].keys[0].name
    several, one = LABELS[kind]
    return {
        "name": kind,
        "label": several,
        "label_singular": one,
        "folder": f"content/{kind}",
        "extension": "md",
        "format": f"{kind}-frontmatter",
        "create": True,
        "identifier_field": first,
        "slug": f"{{{{fields.{first}}}}}",
        "summary": f"{{{{{first}}}}}",
        "editor": {"preview": False},
        "fields": fields_of(kind, choices),
    }
