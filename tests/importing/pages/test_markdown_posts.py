"""Posts of other generators: their headers, the lines that notes name, and marks of their own."""

from datetime import date

import pytest

from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.pages.exported import Exported
from wellspring.importing.pages.markdown_post import read_markdown_post
from wellspring.importing.pages.other_marks import made_plain


def read(header: str, body: str = "Words.", path: str = "x.md") -> Exported:
    return read_markdown_post(f"---\n{header}\n---\n{body}\n".encode(), path)


def plain(body: str) -> tuple[str, list[Note]]:
    notes: list[Note] = []
    return made_plain(body, 0, notes), notes


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("title: A\ndate: 2024-05-01", date(2024, 5, 1)),
        ("title: A\ndate: 2024-05-01 10:00:00 +0200", date(2024, 5, 1)),
        ("title: A\ndate: 2024-05-01T23:00:00Z", date(2024, 5, 1)),
        ("title: A\ndate: May 1, 2024", date(2024, 5, 1)),
        ("title: A\npublished: true\ncreated: 2024-05-01", None),
        ("title: A\ndate: 2024-13-01", None),
        ("title: A", None),
    ],
)
def test_a_day(header: str, day: date | None) -> None:
    assert read(header).facts.day == day


def test_a_file_s_name_may_hold_the_day_and_the_address() -> None:
    found = read("title: A", path="_posts/2024-05-01-slow-lamp.md")
    assert (found.facts.day, found.slug) == (date(2024, 5, 1), "slow-lamp")
    found = read("title: A\ndate: 2024-06-01\nslug: lamp", path="2024-05-01-slow-lamp.md")
    assert (found.facts.day, found.slug) == (date(2024, 6, 1), "lamp")


@pytest.mark.parametrize(
    ("line", "author", "others"),
    [
        ("author: Jo Winters", "Jo Winters", []),
        ("author: Jo Winters <jo@x.example>", "Jo Winters", []),
        ("authors: [Jo Winters, Kim Sample]", "Jo Winters", ["Kim Sample"]),
        ("author: Jo Winters and Kim Sample", "Jo Winters", ["Kim Sample"]),
        ("author:", "", []),
    ],
)
def test_authors(line: str, author: str, others: list[str]) -> None:
    facts = read(f"title: A\n{line}").facts
    assert (facts.author, facts.others) == (author, others)


def test_what_has_no_place_is_noted_and_switches_are_not() -> None:
    found = read(
        "title: A\ndraft: true\nimage: /a.png\nlayout: post\nfeatured: yes\ntags: a\nkeywords: b"
    )
    assert found.stripped == [
        Note(8, "front matter", "keywords: b"),
        Note(4, "front matter", "image: /a.png"),
    ]


def test_blocks_stand_on_their_lines() -> None:
    html = read("title: A", "\nOne.\n\n- a\n- b\n\n```\ncode\n```\n\nLast.").text
    lines = html.split("\n")
    assert "<p>One.</p>" in lines[4]
    assert "<li>a</li>" in lines[6]
    assert "<p>Last.</p>" in lines[13]


def test_what_is_no_text_is_named() -> None:
    with pytest.raises(ContentError) as raised:
        read_markdown_post(b"---\ntitle: A\n---\n\xff\xfe", "x.md")
    assert str(raised.value) == (
        "x.md:4:1: this is not UTF-8 text. Save the file with the encoding UTF-8."
    )


@pytest.mark.parametrize(
    "body",
    [
        "Words with {braces}, 50 % and 5 == 5, [brackets] and a ![picture](a.png).",
        "```\n{{ kept }} and [[kept]]\n```",
        "> A quote\n> of two lines",
    ],
)
def test_commonmark_stays(body: str) -> None:
    assert plain(body) == (body, [])


@pytest.mark.parametrize(
    ("body", "expected", "notes"),
    [
        ("a {% include b.html %} c", "a  c", [Note(1, "template", "{% include b.html %}")]),
        ("a\n{: .note }\nb", "a\n\nb", [Note(2, "template", "{: .note }")]),
        ("a {{< youtube x >}}", "a ", [Note(1, "template", "{{< youtube x >}}")]),
        (
            "[a]({% link b.md %})",
            "a",
            [Note(1, "template", "{% link b.md %}"), Note(1, "link", "[a]()")],
        ),
        (
            "see [[A|b]] and [[C/D]]",
            "see b and D",
            [Note(1, "link", "[[A|b]]"), Note(1, "link", "[[C/D]]")],
        ),
        ("![[a b.png]]", "![](<a b.png>)", []),
        ("![[note]]", "", [Note(1, "embed", "![[note]]")]),
        ("so ==this== is", "so this is", []),
        ("> [!info]- Well\n> Words", "> [!NOTE] **Well** \n> Words", []),
        ("> [!quote] Kim\n> Words", "> **Kim** \n> Words", []),
        ("> [!WARNING]\n> Words", "> [!WARNING] \n> Words", []),
        ('{{< figure src="a.jpg" alt="A" >}}', "![A](<a.jpg>)", []),
        ('{{< figure src="a.jpg" alt="A" caption="B" >}}', '![A](<a.jpg> "B")', []),
        ("![a]({static}/images/b.png)", "![a](images/b.png)", []),
    ],
)
def test_marks_of_other_generators(body: str, expected: str, notes: list[Note]) -> None:
    assert plain(body) == (expected, notes)
