"""Checking content: good content passes; all problems of all files come in one run."""

import re

import pytest

from tests.conftest import Blog
from wellspring.errors import ContentError
from wellspring.text.starter import BODY, FIGURE, NOTE, WRITE_HERE

POST = "content/posts/x.md"


def complaints(blog: Blog) -> list[str]:
    with pytest.raises(ContentError) as raised:
        blog.open()
    return str(raised.value).splitlines()


def post(**changes: str) -> str:
    fields = {
        "Title": "One",
        "Date": "2025-01-01",
        "Author": "Robin Example",
        "Category": "Sleep",
    } | {key.replace("_", "-"): value for key, value in changes.items()}
    return "\n".join(f"{key}: {value}" for key, value in fields.items() if value) + "\n\nBody\n"


def test_good_content_has_no_complaints(blog: Blog) -> None:
    blog.write(POST, post(Subtitle="Two", Status="draft", Disclaimer="crisis, medication"))
    blog.write("content/posts/.x.md.swp", "an editor's own file")
    blog.write("content/posts/y.md~", "an editor's copy")
    blog.open()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"Title": ""}, ":1:1: `Title` is missing. Add a line `Title: …`."),
        ({"Date": ""}, ":1:1: `Date` is missing. Add a line `Date: …`."),
        (
            {"Date": "2025-13-01"},
            ":2:7: `Date: 2025-13-01` names a day that there is not. Write it as year-month-day, "
            "for example "
            "`2026-11-23` or `2026-11-23 08:30`.",
        ),
        (
            {"Author": "Robin Exampel"},
            ":3:9: there is no author `Robin Exampel`. Did you mean `Robin Example`? A new "
            "author is one file in content/authors/.",
        ),
        (
            {"Modified": "2024-12-31"},
            ":5:11: `Modified` (2024-12-31) is before `Date` (2025-01-01). Mend one of them, or "
            "remove `Modified`.",
        ),
        (
            {"Category": "Sleeep"},
            ":4:11: there is no category `Sleeep`. Did you mean `Sleep`? A new category is one "
            "file in editorial/categories/.",
        ),
        (
            {"Catagory": "Sleep"},
            ":5:1: `Catagory` is not a front-matter key. Did you mean `Category`?",
        ),
        (
            {"Description": "A walk."},
            ":5:1: `Description` is not a front-matter key. Did you mean `Summary`?",
        ),
        ({"Status": "drfat"}, ":5:9: there is no status `drfat`. Did you mean `draft`?"),
        (
            {"Disclaimer": "general, crysis"},
            ":5:22: there is no disclaimer `crysis`. Did you mean `crisis`?",
        ),
        (
            {"Slug": "../index"},
            ":5:1: `Slug` becomes the page's address, and `../index` cannot. Use small letters "
            "a–z, digits and single hyphens, for example `a-gentle-walk`.",
        ),
        ({"Tags": "Tea; Calm"}, ":5:10: a semicolon stands between two tags. Write a comma."),
        (
            {"Tags": "evenings"},
            ":5:1: the tag `evenings` is written `Evenings` in content/posts/a-quiet-evening.md. "
            "Use one spelling.",
        ),
    ],
)
def test_a_problem_is_named_with_its_place(
    blog: Blog, changes: dict[str, str], complaint: str
) -> None:
    blog.write(POST, post(**changes))
    assert complaints(blog) == [POST + complaint]


@pytest.mark.parametrize(
    ("key", "complaint"),
    [
        ("Title", ":1:1: `Title` is empty. Write the words behind it: `Title: …`."),
        ("Date", ":2:1: `Date` is empty. Write the day or moment behind it: `Date: …`."),
        ("Author", ":3:1: `Author` is empty. Write the name behind it: `Author: …`."),
        ("Category", ":4:1: `Category` is empty. Write the name behind it: `Category: …`."),
    ],
)
def test_a_needed_key_with_nothing_behind_it_is_empty(blog: Blog, key: str, complaint: str) -> None:
    blog.write(POST, re.sub(rf"(?m)^{key}: .*$", f"{key}:", post()))
    assert complaints(blog) == [POST + complaint]


def test_a_picture_of_another_site_is_a_problem_of_its_text(blog: Blog) -> None:
    blog.write(POST, f"{post()}\n![A lamp](https://x.example/lamp.jpg)\n")
    assert [complaint.split(" would ")[0] for complaint in complaints(blog)] == [
        f"{POST}:8:11: the picture `https://x.example/lamp.jpg`"
    ]


def test_a_link_without_an_end_is_a_problem_of_its_text(blog: Blog) -> None:
    blog.write("content/posts/x.md", f"{post()}\nSee [a lamp](https://lamp.example and rest.\n")
    assert any("this link has no end" in complaint for complaint in complaints(blog))


def test_all_problems_of_all_files_come_at_once_and_sorted(blog: Blog) -> None:
    blog.write("content/posts/b.md", post(Title="", Date="tomorrow", Author="Nobody"))
    blog.write("content/posts/a.md", post(Category="Nothing"))
    places = [complaint.split(": ")[0] for complaint in complaints(blog)]
    assert places == [
        "content/posts/a.md:4:11",
        "content/posts/b.md:1:1",
        "content/posts/b.md:1:7",
        "content/posts/b.md:2:9",
    ]


def test_a_file_that_would_be_left_out_is_named(blog: Blog) -> None:
    blog.write("content/posts/x.txt", post())
    assert complaints(blog) == [
        "content/posts/x.txt:1:1: `x.txt` would not be published: only files that end in `.md` "
        "are. Rename it, or move it out of this folder (pictures belong in content/images)."
    ]


def test_a_file_in_another_encoding_is_named_with_its_line(blog: Blog) -> None:
    (blog.root / POST).write_bytes(b"Title: One\nSubtitle: caf\xe9\n\nBody\n")
    assert complaints(blog)[0] == (
        f"{POST}:2:14: this is not UTF-8 text. Save the file with the encoding UTF-8."
    )


def test_two_files_for_one_address_are_named(blog: Blog) -> None:
    blog.write("content/posts/deep/a-quiet-evening.md", post())
    assert complaints(blog) == [
        "content/posts/deep/a-quiet-evening.md:1:1: this has the same address as "
        "content/posts/a-quiet-evening.md. Rename one of the two files."
    ]


def test_a_page_cannot_overwrite_the_blogs_own(blog: Blog) -> None:
    blog.write("content/pages/index.md", "Title: Home\n\nWords\n")
    assert complaints(blog) == [
        "content/pages/index.md:1:1: a page called `index` would overwrite the blog's own. "
        "Rename the file."
    ]


def test_an_unknown_callout_is_named(blog: Blog) -> None:
    blog.write(POST, post().replace("Body", "Body\n\n> [!WARNNG]\n> Stop."))
    assert complaints(blog) == [
        f"{POST}:8:1: there is no callout `WARNNG`. Did you mean `WARNING`?"
    ]


def test_a_blog_without_articles_is_refused(blog: Blog) -> None:
    for file in (blog.root / "content/posts").iterdir():
        file.unlink()
    assert complaints(blog) == [
        'content/posts: there is no article to publish. Write one with `invoke new "Title"`.'
    ]


def test_words_of_a_new_draft_are_for_no_reader(blog: Blog) -> None:
    blog.write(POST, post(Status="draft").replace("Body\n", BODY))
    blog.open()
    blog.write(POST, post().replace("Body\n", BODY))
    told = " is what a new draft begins with. Write your own words, or take these out."
    assert complaints(blog) == [
        f"{POST}:{line}:{column}: “{it}”{told}"
        for line, column, it in ((7, 1, WRITE_HERE), (11, 1, FIGURE), (13, 7, NOTE))
    ]


def test_an_article_without_words_is_none(blog: Blog) -> None:
    blog.write(POST, post().replace("Body\n", ""))
    assert complaints(blog) == [
        f"{POST}:6:1: there are no words below the front matter. Write some below a blank line."
    ]


def test_two_authors_of_one_name_are_told_apart(blog: Blog) -> None:
    blog.write("content/authors/zed.md", "Name: robin example\nCredentials: MD\n\nSomebody else.\n")
    first = next(
        path.name
        for path in (blog.root / "content/authors").iterdir()
        if "Name: Robin Example" in path.read_text(encoding="utf-8")
    )
    assert complaints(blog) == [
        "content/authors/zed.md:1:1: the name `robin example` is taken by content/authors/"
        f"{first}. Join the two files, or tell the two people apart by their names."
    ]


@pytest.mark.parametrize("name", ["search", "conformance", "404"])
def test_a_page_overwrites_none_of_the_blogs_own(blog: Blog, name: str) -> None:
    blog.write(f"content/pages/{name}.md", "Title: Mine\n\nWords.\n")
    assert complaints(blog) == [
        f"content/pages/{name}.md:1:1: a page called `{name}` would overwrite the blog's own. "
        "Rename the file."
    ]


def test_an_article_may_be_changed_on_the_day_it_was_published(blog: Blog) -> None:
    blog.write(POST, post(Date="2025-01-01 08:30", Modified="2025-01-01"))
    blog.open()


def test_a_status_below_a_blank_line_stops_the_build(blog: Blog) -> None:
    blog.write(POST, post().replace("Body", "Status: draft\n\nBody"))
    (complaint,) = complaints(blog)
    assert complaint.startswith(f"{POST}:6:1: “Status: draft” stands below a blank line")


@pytest.mark.parametrize(
    "end", ["", "\n\nMore words.", "\n\n> Words.", "\n>\n", "\n> [!TIP]\n> Words.", "\n> \xa0"]
)
def test_a_callout_without_words_is_named(blog: Blog, end: str) -> None:
    blog.write(POST, post().replace("Body\n", f"Words.\n\n> [!NOTE]{end}"))
    assert complaints(blog) == [
        f"{POST}:8:1: this callout says nothing. Write its words into the next line, behind `> `, "
        "with no empty line between, or delete `[!NOTE]`."
    ]


@pytest.mark.parametrize("end", [" Words.", "\n> Words.", "\n>\n> Words.", "\nWords."])
def test_a_callout_with_words_is_let_be(blog: Blog, end: str) -> None:
    blog.write(POST, post().replace("Body", f"> [!NOTE]{end}"))
    blog.open()


@pytest.mark.parametrize("names", ["Robin Example and Alex Doe", "Robin Example; Alex Doe"])
def test_several_people_are_told_apart(blog: Blog, names: str) -> None:
    blog.write(POST, post(Author=names))
    assert "Several people are `Authors: Robin Example, Alex Doe`." in complaints(blog)[0]


def test_a_callout_in_code_is_none(blog: Blog) -> None:
    blog.write(POST, post().replace("Body", "Words.\n\n```\n> [!NOTE]\n\n> [!FOO]\n```"))
    blog.open()


def test_an_article_of_pictures_has_no_words(blog: Blog) -> None:
    picture = "<img src='https://x.example/a.png' alt='A lamp'>"
    blog.write(POST, post().replace("Body", f"![A lamp](https://x.example/a.png)\n\n{picture}"))
    told = (
        f"{POST}:6:1: there are no words, and lists, feeds and readers who do not see pictures "
        "would get nothing. Write some."
    )
    assert told in complaints(blog)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("english", "`english` is no code of a language. Write two letters, such as `en` or `de`."),
        ("en-GB", "notices know languages, not their regions. Write `Lang: en`."),
    ],
)
def test_a_language_is_a_code(blog: Blog, code: str, told: str) -> None:
    blog.write(POST, post(Lang=code))
    assert complaints(blog) == [f"{POST}:5:7: {told}"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Words:\n- one\n- two", "readers would see the signs of this list"),
        ("It is ~~old~~.", "readers would see these signs."),
        ("1. one\n3. two", "readers would see 2. here"),
        ("Words.\n\n> [!NOTE]", "this callout says nothing."),
    ],
)
def test_what_markdown_makes_of_a_text_is_looked_at(blog: Blog, body: str, told: str) -> None:
    blog.write(POST, post().replace("Body", body))
    (found,) = complaints(blog)
    assert told in found


def test_two_ways_to_name_authors_are_one_too_many(blog: Blog) -> None:
    blog.write(POST, post(Authors="Wellspring Editors"))
    assert any("is behind `Author`. Name all behind `Authors`." in it for it in complaints(blog))


@pytest.mark.parametrize(
    "body", ["[!TIP] Rest.", "> One.\n> [!TIP]\n> Two.", "> **[!TIP]** Rest.", "[!TIP]\n\n> Rest."]
)
def test_a_callout_that_markdown_does_not_see_is_named(blog: Blog, body: str) -> None:
    blog.write(POST, post().replace("Body", body))
    (found,) = complaints(blog)
    assert found.endswith("and begin the line with `> [!TIP]`.")


@pytest.mark.parametrize(
    "body", ["> A tip [!TIP] in the middle.", "> One.\n>\n> [!TIP]\n> Two.", "`[!TIP]` is a mark."]
)
def test_a_callout_s_mark_elsewhere_is_let_be(blog: Blog, body: str) -> None:
    blog.write(POST, post().replace("Body", body))
    blog.build()
