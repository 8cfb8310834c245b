"""Menus that lead nowhere: named once, where they are set, and nothing else is hidden."""

import pytest

from tests.conftest import Blog
from wellspring.audit.links import Links
from wellspring.errors import ContentError

ADDRESS = "https://x.example/site"
FILES = frozenset({"about.html", "posts/a.html"})


def problems(url: str, *targets: str) -> list[str]:
    links = Links(ADDRESS, FILES, menus={"MENU": [("Words", url)]})
    links.targets = {"posts/a.html": targets, "about.html": ()}
    links.ids = {"posts/a.html": frozenset(), "about.html": frozenset({"who"})}
    return [str(finding) for finding in links.problems({})]


@pytest.mark.parametrize(
    "url", ["about.html", "about.html#who", "https://y.example/a.html", "mailto:a@x.example"]
)
def test_an_entry_that_leads_somewhere_hides_nothing(url: str) -> None:
    assert problems(url, "../gone.html", "../about.html") == [
        "posts/a.html:1:1: this links to `../gone.html`, and the site has no such page or file. "
        "Mend the link."
    ]


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("gone.html", "../gone.html"),
        ("gone.html", f"{ADDRESS}/gone.html"),
        ("docs/", "../docs/"),
        ("ab%20c.html", "../ab%20c.html"),
    ],
)
def test_an_entry_is_named_once_and_pages_are_not(url: str, target: str) -> None:
    assert problems(url, target) == [
        f"pelicanconf.py:1:1: `MENU` leads from “Words” to `{url}`, and the site has no such page "
        "or file. Mend its address there, or take the entry out."
    ]


def test_an_anchor_that_is_not_there_is_told_of_its_entry() -> None:
    assert problems("about.html#team", "../about.html#team") == [
        "pelicanconf.py:1:1: `MENU` leads from “Words” to `about.html#team`, and nothing there is "
        "called `team`. Mend its address there, or take the entry out."
    ]


def test_what_is_not_where_an_entry_leads_stays() -> None:
    assert len(problems("gone.html", "gone.html", "../gone.html", "../overgone.html")) == 3


def test_a_build_names_wrong_entries_once_and_all_else(blog: Blog) -> None:
    settings = blog.root / "pelicanconf.py"
    more = (
        '\nWELLSPRING_FOOTER_MENU += [("Shop", "shop.html")]\n'
        'WELLSPRING_MENU += [("Team", "about.html#team")]\n'
    )
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    blog.write("content/pages/p.md", "Title: P\n\n<a href='/gone.html'>Gone</a>\n")
    with pytest.raises(ContentError) as raised:
        blog.build()
    text, first, second = str(raised.value).splitlines()
    assert "`/gone.html`" in text
    assert first.startswith("pelicanconf.py:1:1: `WELLSPRING_FOOTER_MENU` leads from “Shop”")
    assert second.startswith(
        "pelicanconf.py:1:1: `WELLSPRING_MENU` leads from “Team” to `about.html#team`, and nothing "
        "there is called `team`."
    )


def test_a_page_that_goes_is_told_of_its_entry_in_the_next_build(blog: Blog) -> None:
    blog.build()
    (blog.root / "content/pages/about.md").unlink()
    with pytest.raises(ContentError) as raised:
        blog.build()
    about = [line for line in str(raised.value).splitlines() if "about.html" in line]
    assert about == [
        "pelicanconf.py:1:1: `WELLSPRING_MENU` leads from “About” to `about.html`, and the site "
        "has no such page or file. Mend its address there, or take the entry out."
    ]
