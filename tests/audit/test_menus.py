"""Menus that lead nowhere: named once, where they are set, and nothing else is hidden."""

import pytest

from tests.conftest import Blog
from wellspring.audit.menus import blame_menus
from wellspring.errors import ContentError
from wellspring.model.finding import Finding
from wellspring.model.place import Place

ADDRESS = "https://x.example/site"
NO_PAGE = "the site has no such page or file."


def on(path: str, target: str, why: str = NO_PAGE, line: int = 1) -> Finding:
    return Finding(Place(path, line), f"this links to `{target}`, and {why} Mend the link.")


@pytest.mark.parametrize(
    "finding",
    [
        on("a.html", "./other.html"),
        on("a.html", "./posts/gone.html"),
        on("a.html", "./overgone.html"),
        on("content/posts/a.md", "gone.html", line=7),
        Finding(Place("a.html"), "this page has no `gone.html`."),
    ],
)
def test_what_is_not_of_a_menu_stays(finding: Finding) -> None:
    assert blame_menus([finding], {"MENU": [("Gone", "gone.html")]}, ADDRESS) == [finding]


@pytest.mark.parametrize("url", ["gone.html", "docs/", "a.html#who", "about%20us.html"])
def test_an_entry_is_named_once(url: str) -> None:
    targets = (f"./{url}", f"../{url}", f"{ADDRESS}/{url}", f"/{url}")
    found = [on("a.html", target) for target in targets] + [on("content/posts/a.md", url)]
    (told,) = blame_menus(found, {"MENU": [("Words", url)]}, ADDRESS)
    assert str(told) == (
        f"pelicanconf.py:1:1: `MENU` leads from “Words” to `{url}`, and the site has no such page "
        "or file. Mend its address there, or take the entry out."
    )


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
    first, second, third = str(raised.value).splitlines()
    assert first.startswith(
        "pelicanconf.py:1:1: `WELLSPRING_MENU` leads from “Team” to `about.html#team`, and nothing "
        "there is called `team`."
    )
    assert second.startswith("pelicanconf.py:1:1: `WELLSPRING_FOOTER_MENU` leads from “Shop”")
    assert "`/gone.html`" in third
