"""Posts: values are read strictly, and what cannot be read is named at its place."""

from datetime import date, datetime

import pytest

from wellspring.model.post import Correction, KnowMore, Series
from wellspring.text.post import read_author, read_post
from wellspring.text.source import parse_source


def read(front_matter: str) -> tuple[object, list[str]]:
    source, _ = parse_source(f"{front_matter}\n\nBody", "content/posts/x.md")
    post, findings = read_post(source)
    return post, [str(finding) for finding in findings]


def messages(front_matter: str) -> list[str]:
    return read(front_matter)[1]


def test_a_whole_post_is_read() -> None:
    source, _ = parse_source(
        "Title: One\nDate: 2025-01-02 08:30\nTags: a, b c\nSeries: S\nSeries-index: 2\n"
        "Know-more: No address\n    With | https://x.example | guideline\n"
        "Corrections: 2025-02-01 | was | now | why\n\nBody",
        "content/posts/x.md",
    )
    post, findings = read_post(source)
    assert findings == []
    assert post.date == datetime(2025, 1, 2, 8, 30)  # noqa: DTZ001 - front matter has no zone
    assert post.tags == ("a", "b c")
    assert post.series == Series("S", 2)
    assert post.know_more == (
        KnowMore("No address"),
        KnowMore("With", "https://x.example", "guideline"),
    )
    assert post.corrections == (Correction(date(2025, 2, 1), "was", "now", "why"),)
    assert post.status == "published"


@pytest.mark.parametrize(
    "text", ["03/04/2025", "15", "2025-1-2", "tomorrow", "2025-01-02 2500", "2025"]
)
def test_a_date_is_never_guessed(text: str) -> None:
    assert messages(f"Title: One\nDate: {text}") == [
        f"content/posts/x.md:2:7: `Date: {text}` is not a date. Write it as year-month-day, "
        "for example `2026-11-23` or `2026-11-23 08:30`."
    ]


@pytest.mark.parametrize("text", ["2025-02-30", "2025-01-02 25:00"])
def test_a_day_that_there_is_not_is_told_so(text: str) -> None:
    assert messages(f"Title: One\nDate: {text}") == [
        f"content/posts/x.md:2:7: `Date: {text}` names a day that there is not. Write it as "
        "year-month-day, for example `2026-11-23` or `2026-11-23 08:30`."
    ]


@pytest.mark.parametrize("text", ["Series: S", "Series-index: 1", "Series: S\nSeries-index: x"])
def test_half_a_series_is_named(text: str) -> None:
    assert [message.split(": ", 1)[1] for message in messages(f"Title: One\n{text}")] == [
        "a series needs both `Series: its name` and `Series-index: 1` (a whole number from 1). "
        "Add or mend the one that is missing."
    ]


def test_a_correction_with_a_part_missing_is_named() -> None:
    assert messages("Title: One\nCorrections: 2025-02-01 | was | now") == [
        "content/posts/x.md:2:14: “2025-02-01 | was | now” is not a correction. Write "
        "`2026-11-23 | what it said | what it says now | why`."
    ]


def test_a_link_that_is_no_address_is_named() -> None:
    assert messages("Title: One\nKnow-more: T | www.x.example") == [
        "content/posts/x.md:2:12: “T | www.x.example” cannot be read. Write `Title | address | "
        "kind`, where the address starts with https://, doi:, pmid: or {filename} and may be left "
        "empty."
    ]


@pytest.mark.parametrize("line", ["https://www.nhs.uk/a", "doi:10.1000/x", "{filename}y.md"])
@pytest.mark.parametrize("key", ["Sources", "Know-more"])
def test_an_address_alone_has_no_title(key: str, line: str) -> None:
    (message,) = messages(f"Title: One\n{key}: {line}")
    assert f"`{line}` is an address, and readers would see it as a title" in message


@pytest.mark.parametrize(
    ("line", "title", "url"),
    [
        ("My site | https://x.example/a", "My site", "https://x.example/a"),
        ("https://www.x.example/a", "x.example", "https://www.x.example/a"),
        ("http://x.example", "x.example", "http://x.example"),
        ("HTTPS://X.example", "X.example", "HTTPS://X.example"),
    ],
)
def test_a_website_may_be_only_an_address(line: str, title: str, url: str) -> None:
    source, _ = parse_source(f"Name: A\nWebsite: {line}\n\nBio", "content/authors/a.md")
    author, findings = read_author(source)
    assert findings == []
    assert author.websites == (KnowMore(title, url),)


@pytest.mark.parametrize(
    "line",
    [
        "My site",
        "My site |",
        "| https://x.example",
        "A | b | c",
        "Home | {filename}/pages/about.md",
        "x.example",
        "A | https://x.example | b | c",
        "https://[x.example",
    ],
)
def test_a_website_has_an_address(line: str) -> None:
    source, _ = parse_source(f"Name: A\nWebsite: {line}\n\nBio", "content/authors/a.md")
    assert [str(finding) for finding in read_author(source)[1]] == [
        f"content/authors/a.md:2:10: “{line}” names no website. Write `Title | https://…`, or only "
        "the address."
    ]


def test_an_address_without_a_bar_is_named() -> None:
    assert messages("Title: One\nSources: A paper https://www.who.int/ | | 2020") == [
        "content/posts/x.md:2:10: “A paper https://www.who.int/ | | 2020” has no bar before its "
        "address, so it leads nowhere. Write `Title, publisher | address | its date`."
    ]
    assert messages("Title: One\nKnow-more: How http came to be") == []
