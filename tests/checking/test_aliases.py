"""Earlier addresses: which can be served, and from which file."""

import pytest

from tests.conftest import Blog
from wellspring.checking.aliases import check_aliases, file_of
from wellspring.errors import ContentError
from wellspring.text.moved import FORM
from wellspring.text.source import parse_source

POST = "content/posts/a-quiet-evening.md"


def complaints(alias: str) -> list[str]:
    source = parse_source(f"Title: One\nAliases: {alias}\n\nBody\n", "x.md")[0]
    return [finding.message for finding in check_aliases([source])]


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("/old.html", "old.html"),
        ("/old.htm", "old.htm"),
        ("/old", "old.html"),
        ("/old/", "old/index.html"),
        ("/2019/05/An_Old-Title/", "2019/05/An_Old-Title/index.html"),
    ],
)
def test_a_good_alias_has_a_file(alias: str, file: str) -> None:
    assert complaints(alias) == []
    assert file_of(alias) == file


@pytest.mark.parametrize(
    ("alias", "wrong"),
    [
        ("old.html", f"is no address within this site. {FORM}"),
        ("https://old.example/x", f"is no address within this site. {FORM}"),
        ("//old.example/x", f"is no address within this site. {FORM}"),
        ("/../secret", f"is no address within this site. {FORM}"),
        ("/.git/x", f"is no address within this site. {FORM}"),
        ("/a b", f"is no address within this site. {FORM}"),
        ("/", f"is no address within this site. {FORM}"),
        (
            "/?p=12",
            "has a question mark or a number sign, and a static site cannot see those. Remove it.",
        ),
        (
            "/old.php",
            "would not be sent as a page. Only addresses that end in `.html`, `/` or no dot are.",
        ),
    ],
)
def test_a_bad_alias_is_named(alias: str, wrong: str) -> None:
    assert complaints(alias) == [f"`{alias}` {wrong}"]


def test_two_texts_cannot_have_one_old_address() -> None:
    texts = [
        parse_source(f"Title: One\nAliases: {alias}\n\nBody\n", path)[0]
        for alias, path in (("/old.html", "a.md"), ("/Old", "b.md"))
    ]
    assert [str(finding) for finding in check_aliases(texts)] == [
        "b.md:2:10: `/Old` leads to a.md already. Remove it from one of the two."
    ]


def move(blog: Blog, *aliases: str) -> None:
    file = blog.root / POST
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("Tags:", "Aliases: " + "\n    ".join(aliases) + "\nTags:"), encoding="utf-8"
    )


def test_readers_are_led_on_under_a_projects_address(blog: Blog) -> None:
    move(blog, "/old/title/", "/older.html")
    blog.build_live("https://robin.github.io/blog")
    for path in ("old/title/index.html", "older.html"):
        page = blog.page(path)
        target = "https://robin.github.io/blog/posts/a-quiet-evening.html"
        assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
        assert f'<link rel="canonical" href="{target}">' in page
        assert '<meta name="robots" content="noindex">' in page
    assert "old/title" not in blog.page("sitemap.xml")


def test_a_preview_leads_on_from_disk(blog: Blog) -> None:
    move(blog, "/old/title/")
    blog.build()
    assert 'content="0; url=../../posts/a-quiet-evening.html"' in blog.page("old/title/index.html")


@pytest.mark.parametrize("alias", ["/posts/a-quiet-evening.html", "/archives", "/get-help.html"])
def test_an_alias_does_not_overwrite_a_page(blog: Blog, alias: str) -> None:
    move(blog, alias)
    with pytest.raises(ContentError) as raised:
        blog.build()
    assert str(raised.value) == (
        f"{POST}:5:10: there is a page at `{alias}` already. Remove the alias."
    )
