"""Check all of content/ against the house style; called by the build and by `check`."""

import re
from collections.abc import Callable, Iterable, Iterator

from wellspring.checking.aliases import check_aliases
from wellspring.checking.as_written import check_as_written
from wellspring.checking.below_blank import check_below_blank
from wellspring.checking.callouts import check_callouts
from wellspring.checking.footnotes import check_footnotes
from wellspring.checking.foreign import check_foreign
from wellspring.checking.has_words import has_words
from wellspring.checking.html import check_html
from wellspring.checking.languages import check_code
from wellspring.checking.links import check_links
from wellspring.checking.list_parts import check_list_parts
from wellspring.checking.parts import check_other_parts, check_own_parts
from wellspring.checking.schema import SCHEMAS, check_keys
from wellspring.checking.series import check_series
from wellspring.checking.signs import check_signs
from wellspring.checking.tags import check_tags
from wellspring.checking.unclosed import check_unclosed
from wellspring.checking.unlisted import is_draft
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source, Value
from wellspring.text.library import KINDS, Library
from wellspring.text.limit import limited
from wellspring.text.prose import blank_code
from wellspring.text.starter import SENTENCES
from wellspring.text.suggest import did_you_mean

STATUSES = ("published", "draft", "hidden")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_PAGES = (
    *("index", "archives", "tags", "categories", "authors", "404", "search", "conformance"),
)

SEVERAL = re.compile(r"\s*(?:,|;|&|/|\s(?:and|und|et|y)\s|\s\+\s)\s*")

Judge = Callable[[Source, Library], Iterable[Finding]]


def check_source(source: Source, library: Library) -> Iterator[Finding]:
    """Yield the problems of one file, which depend on it and on what other files there are."""
    kind = source.path.split("/")[1]
    yield from check_keys(source, SCHEMAS[kind])
    yield from check_below_blank(source, SCHEMAS[kind])
    yield from check_slug(source, kind)
    yield from check_status(source)
    yield from check_authors(source)
    yield from check_code(source)
    yield from check_tags(source)
    yield from check_words(source, kind)
    with limited(source.path):
        body = blank_code(source.body)
        yield from check_callouts(source, body)
        yield from check_links(source, library)
        yield from check_own_parts(source)
        yield from check_foreign(source)
        yield from check_footnotes(source)
        yield from check_html(source)
        yield from check_unclosed(source)
        yield from check_as_written(source, body)
        yield from check_signs(source, body)
        yield from check_list_parts(source, body)


def check_library(
    library: Library, house: HouseStyle, judge: Judge = check_source
) -> tuple[Finding, ...]:
    """Return every problem of every file, sorted by place; empty when all is well.

    `judge` gives what check_source does; the build has one that remembers.
    """
    findings = list(library.findings)
    for kind in KINDS:
        sources = list(library.of_kind(kind))
        findings += same_slug(sources)
        for source in sources:
            findings += judge(source, library)
            findings += check_other_parts(source, library)
    for post in library.posts.values():
        findings += check_names(library.sources[post.path], post, library, house)
    findings += [*spellings(library), *same_names(library), *check_series(library)]
    findings += check_aliases(library.sources.values())
    return tuple(sorted(set(findings)))


def check_names(
    source: Source, post: Post, library: Library, house: HouseStyle
) -> Iterator[Finding]:
    """Report an author, category or disclaimer that nobody has written a file for."""
    for author in post.authors:
        yield from unknown(author, library.authors, "author", "content/authors/")
    for category in source.fields["category"].values if "category" in source.fields else ():
        yield from unknown(category, house.categories, "category", "editorial/categories/")
    for value in post.disclaimers:
        if value.text not in house.disclaimers:
            message = f"there is no disclaimer `{value.text}`."
            yield Finding(value.place, f"{message} {did_you_mean(value.text, house.disclaimers)}")


def unknown(value: Value, known: Iterable[str], what: str, folder: str) -> Iterator[Finding]:
    """Report a value that is not one of the known names."""
    if value.text not in known:
        message = f"there is no {what} `{value.text}`. {did_you_mean(value.text, known)}"
        names = several_people(value.text, known) if what == "author" else ""
        yield Finding(value.place, f"{message}{names} A new {what} is one file in {folder}.")


def several_people(text: str, known: Iterable[str]) -> str:
    """Say how to name several people, if a text does; a comma may also stand before a degree."""
    parts = SEVERAL.split(text)
    is_sure = "," not in text or any(part in known for part in parts)
    return f" Several people are `Authors: {', '.join(parts)}`." if parts[1:] and is_sure else ""


def check_slug(source: Source, kind: str) -> Iterator[Finding]:
    """Report a slug that cannot be part of an address, or that would overwrite another page."""
    if not SLUG.fullmatch(source.slug):
        what = "`Slug`" if "slug" in source.fields else "the file's name"
        message = (
            f"{what} becomes the page's address, and `{source.slug}` cannot. "
            "Use small letters a–z, digits and single hyphens, for example `a-gentle-walk`."
        )
        yield Finding(source.place("slug"), message)
    elif kind == "pages" and source.slug in RESERVED_PAGES:
        message = f"a page called `{source.slug}` would overwrite the blog's own. Rename the file."
        yield Finding(source.place("slug"), message)


def check_status(source: Source) -> Iterator[Finding]:
    """Report a status that is none."""
    field = source.fields.get("status")
    if field and field.text.lower() not in STATUSES:
        message = f"there is no status `{field.text}`. {did_you_mean(field.text, STATUSES)}"
        yield Finding(field.values[0].place if field.values else field.place, message)


def check_authors(source: Source) -> Iterator[Finding]:
    """Report an article with both ways to name who wrote it: readers would get one."""
    if {"author", "authors"} <= source.fields.keys():
        message = "readers would not see who is behind `Author`. Name all behind `Authors`."
        yield Finding(source.place("author"), message)


def check_words(source: Source, kind: str) -> Iterator[Finding]:
    """Report an article without words, and one for readers with those of a new draft."""
    if kind != "posts":
        return
    if source.fields and not source.body.strip():
        message = "there are no words below the front matter. Write some below a blank line."
        yield Finding(Place(source.path, source.body_line), message)
    elif source.fields and not has_words(source.body):
        message = (
            "there are no words, and lists, feeds and readers who do not see pictures would get "
            "nothing. Write some."
        )
        yield Finding(Place(source.path, source.body_line), message)
    if not is_draft(source):
        yield from check_beginning(source)


def check_beginning(source: Source) -> Iterator[Finding]:
    """Report words with which a new draft begins."""
    for number, line in enumerate(source.body.split("\n"), start=source.body_line):
        for sentence in filter(line.count, SENTENCES):
            message = (
                f"“{sentence}” is what a new draft begins with. Write your own words, or take "
                "these out."
            )
            yield Finding(Place(source.path, number, line.index(sentence) + 1), message)


def same_slug(sources: Iterable[Source]) -> Iterator[Finding]:
    """Report two files that would be written to one address."""
    first: dict[str, Source] = {}
    for source in sources:
        other = first.setdefault(source.slug, source)
        if other is not source:
            message = f"this has the same address as {other.path}. Rename one of the two files."
            yield Finding(source.place("slug"), message)


def same_names(library: Library) -> Iterator[Finding]:
    """Report two files about authors of one name: one would take the other's place."""
    first: dict[str, Author] = {}
    for author in (read.author for read in library.files.values() if read.author):
        other = first.setdefault(author.name.casefold(), author)
        if other is not author:
            message = (
                f"the name `{author.name}` is taken by {other.path}. Join the two files, or tell "
                "the two people apart by their names."
            )
            yield Finding(library.sources[author.path].place("name"), message)


def spellings(library: Library) -> Iterator[Finding]:
    """Report tags that differ only in capitals: their pages would overwrite each other."""
    first: dict[str, tuple[str, str]] = {}
    for post in library.posts.values():
        for tag in post.tags:
            spelling, path = first.setdefault(tag.casefold(), (tag, post.path))
            if spelling != tag:
                message = f"the tag `{tag}` is written `{spelling}` in {path}. Use one spelling."
                yield Finding(library.sources[post.path].place("tags"), message)
