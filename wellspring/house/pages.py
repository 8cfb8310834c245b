"""Read what saved pages of a platform look like, importing/pages/; called by load_importing.

Selectors are tried by the tests on the examples; the library that reads them is only there where
pages are imported.
"""

from wellspring.house.table import Table
from wellspring.model.importing import Cut, PageStyle
from wellspring.text.suggest import did_you_mean

KINDS = (
    *("advert", "comments", "form", "hidden", "insights", "menu", "more", "pixel", "script"),
    *("share", "subscribe"),
)
PARTS = (
    "article",
    "title",
    "subtitle",
    "author",
    "bio",
    "day",
    "tags",
    "shelves",
    "lead",
    "address",
)


def read_page_style(table: Table) -> PageStyle:
    """Read one file."""
    table.text("name")
    table.examples()
    sign = table.texts("sign")
    cuts = tuple(read_cut(part) for part in table.rows("cut"))
    parts = {name: table.texts(name) for name in PARTS}
    return PageStyle(table.id, cuts, sign, **parts)


def read_cut(table: Table) -> Cut:
    """Read one `[[cut]]`."""
    kind = table.text("kind")
    if kind and kind not in KINDS:
        table.report("kind", f"`kind` cannot be `{kind}`. {did_you_mean(kind, KINDS)}")
    parts = table.texts("parts")
    if not parts:
        table.report("parts", "`parts` is missing or empty. Write a list of CSS selectors.")
    return Cut(kind, parts)
