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
        Note(8, "key", "keywords: b"),
        Note(4, "key", "image: /a.png"),
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
            [Note(1, "link", "[a]({% link b.md %})")],
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a %%one%% b", "a  b"),
        ("%%one\n\ntwo%% b", "\n\n b"),
        ("a\n\n%% private to the end\n\nmore", "a\n\n\n\n"),
        ("{{% comment %}}\nprivate\n{{% /comment %}}", "\n\n"),
        ("{% codeblock lang:js %}\na()\n{% endcodeblock %}", "```js\na()\n```"),
        ('{{< highlight go "linenos=true" >}}\na()\n{{< /highlight >}}', "```go\na()\n```"),
        ("{% comment %}\nprivate\n{% endcomment %}\nb", "\n\n\nb"),
        ("{# private #} b", " b"),
        ("{{< cite\n  x\n>}} after", "\n\n after"),
        ("* TOC\n{:toc}\n\nb", "\n\n\nb"),
        ("[TOC]\n\nb", "\n\nb"),
        ("Words. ^abc\n", "Words.\n"),
        ("## Walk {#walk}", "## Walk"),
        ("![a](b.png){width=50%}", "![a](b.png)"),
        ("- [ ] call\n- [x] buy", "- call\n- ✓ buy"),
        ('<div markdown="1">A *b*.</div>', "A *b*."),
        ("[a]({{ site.baseurl }}/b)", "[a](/b)"),
        ("{% highlight python %}\na = 1\n# no\n{% endhighlight %}", "```python\na = 1\n# no\n```"),
        ("![[pic.png|300]]", "![](<pic.png>)"),
    ],
)
def test_what_only_its_generator_knows_goes(body: str, expected: str) -> None:
    assert plain(body)[0] == expected


@pytest.mark.parametrize(
    "body",
    [
        "It rose by 50%% in May, and by 20%% in June.",
        "The sign %% ends a comment.\n\nKeep this.\n\nAnother %% comes here.",
        "Type `{{ page.title }}` or ``{% x %}``.",
        "Words:\n\n    {{ x }}\n    %% y %%\n\nMore.",
        "1. First\n\n   ```sh\n   {{ x }}\n   ```\n",
        "- a list\n- of [words]\n\nx^2 and ^ alone",
    ],
)
def test_code_and_plain_signs_stay(body: str) -> None:
    assert plain(body) == (body, [])


def test_raw_blocks_keep_their_words() -> None:
    assert plain("{% raw %}I write {{ x }}{% endraw %}") == ("I write {{ x }}", [])


@pytest.mark.parametrize(
    ("header", "field", "value"),
    [
        ("title: A\nauthor:\n  name: Jo Winters\n  email: jo@x.example", "author", "Jo Winters"),
        ("title: A\nauthors:\n  - name: Jo Winters\n  - name: Kim", "author", "Jo Winters"),
        ("title: Tea: a story\ntags:\n  - one", "tags", ["one"]),
        ("title: Tea: a story\ntags:\n  - one", "title", "Tea: a story"),
        ("title: A\nexcerpt: >\n  Folded\n  words", "summary", "Folded words"),
        ("layout: post\ntitle: A\ntags: c d", "tags", ["c", "d"]),
        ("title: A\ntags: warm milk", "tags", ["warm milk"]),
        ('title: A\nauthor: "[[Lena Moss]]"', "author", "Lena Moss"),
        ('title: A\ndate: "[[2024-01-05]]"', "day", date(2024, 1, 5)),
        ("title: A\nredirect_from:\n  - /old/", "aliases", ["/old/"]),
        ("title: A\ndate_published: 2020-12-24T10:00:00.000Z", "day", date(2020, 12, 24)),
    ],
)
def test_what_a_header_says(header: str, field: str, value: object) -> None:
    assert getattr(read(header).facts, field) == value


def test_a_file_s_name_is_the_title_where_nothing_else_is() -> None:
    code = "Words.\n\n```\n# load\n```\n\n# Later"
    found = read("tags: a", code, path="notes/Morning pages.md")
    assert found.facts.title == "Morning pages"
    assert found.unsure == [Note(1, "title", "Morning pages")]
    assert read("tags: a", "Words.", path="2024-02-05-slow-walk.md").facts.title == "Slow walk"


def test_days_of_a_daily_note_are_links_in_it() -> None:
    found = read("tags: a", "[[2024-01-04]] | [[2024-01-06]]\n\nCold.", path="2024-01-05.md")
    assert found.facts.day == date(2024, 1, 5)


def test_a_day_that_may_be_two_is_asked_about() -> None:
    found = read("title: A\ndate: 03/04/2019")
    assert found.facts.day is None
    assert found.unsure == [Note(3, "unclear day", "03/04/2019")]
    assert read("title: A\ndate: 13/04/2019").unsure == []


def test_what_was_not_public_is_noted_and_no_password_repeated() -> None:
    assert read("title: A\npublished: false\npassword: x").stripped == [
        Note(3, "key", "published: false"),
        Note(4, "key", "password"),
    ]


def test_other_names_of_a_note_are_no_addresses() -> None:
    found = read("title: A\naliases: [Other name, /old/]\nimage:\n  path: /a.png\n  alt: A cup")
    assert found.facts.aliases == ["/old/"]
    assert found.stripped == [
        Note(3, "key", "aliases: Other name"),
        Note(5, "key", "image.path: /a.png"),
        Note(6, "key", "image.alt: A cup"),
    ]


def test_a_bundle_is_called_by_its_folder() -> None:
    assert read("title: A", path="posts/lake/index.md").slug == "lake"


@pytest.mark.parametrize(
    "text",
    [
        '{\n "title": "A post",\n "tags": ["a"]\n}\n\nWords.',
        "title: A post\ntags:\n- a\n---\nWords.",
        '---json\n{"title": "A post"}\n---\nWords.',
        '---js\n{ title: "A post", date: "2022-03-03" }\n---\nWords.',
        "# A post\n\nWords.",
        "---\n---\n# A post\n\nWords.",
        "---\ntags: a\n---\n\n# A post\n\nWords.",
    ],
)
def test_other_ways_to_give_a_title(text: str) -> None:
    assert read_markdown_post(text.encode(), "x.md").facts.title == "A post"
