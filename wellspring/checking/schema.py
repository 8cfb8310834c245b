"""Front matter's keys: which there are, for which kind of file, and which are needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wellspring.model.finding import Finding
from wellspring.model.post import Field, Source
from wellspring.text.suggest import asked, did_you_mean, fold


@dataclass(frozen=True, slots=True)
class Key:
    """A key as authors write it, the form of its value, and what it is for (Markdown)."""

    name: str
    form: str
    what: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of one kind of file."""

    keys: tuple[Key, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """Return the keys that a file cannot be without."""
        return tuple(key.name for key in self.keys if key.needed)

    @property
    def optional(self) -> tuple[str, ...]:
        """Return the keys that may be left out."""
        return tuple(key.name for key in self.keys if not key.needed)

    @property
    def names(self) -> dict[str, str]:
        """Return normal names to keys as written."""
        return {key.name.lower(): key.name for key in self.keys}


TITLE = "straight quotation marks and hyphens become curly ones and dashes by themselves"
SLUG = "another address than the file's name"
STATUS = "`published` if left out; `draft`: never on the live site; `hidden`: a page, in no list"
ALIASES = Key("Aliases", "old address", "where it stood before; readers are led on from there")
IGNORE = Key(
    "Check-ignore",
    "`rule because reason`",
    "what `invoke check` finds in title, subtitle, summary or the text as a whole, and may stand",
)
SCHEMAS = {
    "posts": Schema(
        (
            Key("Title", "words", TITLE, needed=True),
            Key(
                "Date",
                "day or moment",
                "of publication; if it is in the future, the article waits for it",
                needed=True,
            ),
            Key(
                "Author",
                "name",
                "who has written it: `Name` of a file in `content/authors/`",
                needed=True,
            ),
            Key("Authors", "names", "instead of `Author`, when there are several"),
            Key(
                "Category",
                "name",
                "the shelf it stands on: `name` of a file in `editorial/categories/`",
                needed=True,
            ),
            Key("Subtitle", "words", "shown below the title"),
            Key(
                "Summary",
                "words",
                "for lists, feeds and search; else readers see the article's first words",
            ),
            Key("Tags", "names", "what it is about, always in one spelling"),
            Key("Modified", "day or moment", "when it was last really changed"),
            Key("Status", "word", STATUS),
            Key("Slug", "address", SLUG),
            ALIASES,
            Key("Series", "words", "the series' name; needs `Series-index`"),
            Key("Series-index", "number", "this article's place in the series, from 1"),
            Key(
                "Lang",
                "code",
                "its language, such as `de`, if it is not the site's; each notice"
                " it needs must have a checked translation",
            ),
            Key(
                "Disclaimer",
                "names",
                "notices that its words alone would not bring: ids from `editorial/disclaimers/`",
            ),
            Key("Disclaimer-waived", "`id, reason, who`", "a notice that it does not need"),
            Key(
                "Sources",
                "`title, publisher | address | its date`",
                "what its facts rest on; the address may be `doi:10.…` or `pmid:…`",
            ),
            Key("Reviewed-by", "name", "who has checked it; `invoke review` writes this"),
            Key("Reviewed", "day", "when they did; `invoke review` writes this"),
            Key("Review-due", "day", "an earlier next check than its topics ask for"),
            Key(
                "Know-more", "`title | address | kind`", "further reading; the address may be empty"
            ),
            IGNORE,
            Key("Corrections", "`day | it said | it says now | why`", "what was wrong"),
        )
    ),
    "pages": Schema(
        (
            Key("Title", "words", TITLE, needed=True),
            Key("Summary", "words", "for search engines and previews"),
            Key("Slug", "address", SLUG),
            Key("Status", "word", STATUS),
            ALIASES,
            IGNORE,
        )
    ),
    "authors": Schema(
        (
            Key("Name", "name", "as in `Author` and `Reviewed-by`", needed=True),
            Key("Credentials", "words", "only ones that can be checked; reviewers need them"),
            Key("Conflicts", "words", "of interest: “None”, or what a reader should know"),
            Key("Role", "words", "what they do here"),
            Key("Summary", "words", "who they are, in a sentence"),
            Key("Website", "`title | address`", "where to read more of them"),
            Key("Slug", "address", SLUG),
        )
    ),
}
FORMS = """\
A **day** is written `2026-11-23`, a **moment** `2026-11-23 08:30` in the site's time zone,
**names** with commas between them. An **address** has small letters, digits and single hyphens.
Where a form has bars or commas inside, each further line is one more, indented by four spaces:

```
Know-more: A leaflet whose address we do not know
    Physical activity guidelines | https://www.who.int/… | guideline
    Our own article | {filename}/posts/a-gentle-walk.md
```

A key that is not here, a key given twice and a value that cannot be read stop the build.
"""


# What other generators, or a first guess, call a key that has another name here.
MEANT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "summary": ("description", "excerpt", "abstract", "teaser"),
        "tags": ("keywords", "keyword", "labels"),
        "author": ("writer", "byline", "by"),
        "date": ("published", "created", "pubdate", "day"),
        "modified": ("updated", "lastmod", "last-modified", "changed"),
        "status": ("draft", "hidden", "state"),
        "slug": ("permalink", "url", "address"),
        "aliases": ("redirect", "redirects", "redirect-from", "old-url"),
        "lang": ("language", "locale"),
        "sources": ("references", "citations", "bibliography"),
        "reviewed-by": ("reviewer", "reviewers", "checked-by"),
        "reviewed": ("reviewed-on", "review-day", "last-reviewed", "checked"),
        "review-due": ("next-review", "due"),
        "know-more": ("read-more", "further-reading", "read-next", "more"),
    }
)
NEEDED = {True: "yes", False: ""}
MADE = "Generated by `invoke reference`. How to write: [writing.md](writing.md)."


def reference() -> str:
    """Return the reference of all keys (docs/front-matter.md), which nobody writes by hand."""
    parts = [f"# Front matter\n\n{MADE}\n"]
    for kind, schema in SCHEMAS.items():
        rows = [
            f"| `{key.name}` | {NEEDED[key.needed]} | {cell(key.form)} | {cell(key.what)} |"
            for key in schema.keys
        ]
        head = f"## `content/{kind}/`\n\n| key | needed | form | what |\n|---|---|---|---|\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "\n".join([*parts, f"## Forms\n\n{FORMS}"])


def cell(text: str) -> str:
    """Return a text as it may stand in a table."""
    return text.replace("|", "\\|")


def check_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report unknown keys and missing or empty required ones."""
    if not source.fields:
        return []
    return [*unknown_keys(source, schema), *missing_keys(source, schema)]


def unknown_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report keys that mean nothing here, with the closest one that does."""
    fields = source.fields.items()
    return [unknown_key(field, schema) for name, field in fields if name not in schema.names]


def unknown_key(field: Field, schema: Schema) -> Finding:
    """Return the finding about a key that means nothing here."""
    message = f"`{field.key}` is not a front-matter key. {meant_by(field.key, schema)}"
    return Finding(field.place, message)


def meant_by(key: str, schema: Schema) -> str:
    """Return a sentence naming the key that is meant, by what it is for or by its letters."""
    names = [name for name, others in MEANT.items() if fold(key) in others and name in schema.names]
    if names:
        return asked([schema.names[name] for name in names])
    return did_you_mean(key, schema.names.values())


def missing_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report required keys that are not there or have no value."""
    return [
        Finding(source.place(key.name.lower()), lack_of(key, source))
        for key in schema.keys
        if key.needed
        and not source.text(key.name.lower())
        and not source.text(f"{key.name.lower()}s")
    ]


def lack_of(key: Key, source: Source) -> str:
    """Say what to write where a required key is not there, or has nothing behind it."""
    if key.name.lower() in source.fields:
        return f"`{key.name}` is empty. Write the {key.form} behind it: `{key.name}: …`."
    return f"`{key.name}` is missing. Add a line `{key.name}: …`."
