"""Menus that lead nowhere: named once, where they are set."""

import pytest

from tests.conftest import Blog
from wellspring.audit.menus import astray
from wellspring.errors import ContentError

FILES = {"about.html", "blog/index.html"}
ADDRESS = "https://x.example/site"


@pytest.mark.parametrize(
    "url",
    ["about.html", "about.html#who", "blog/", "https://y.example/a.html", "mailto:a@x.example"],
)
def test_what_leads_somewhere_passes(url: str) -> None:
    assert astray({"MENU": [("Words", url)]}, ADDRESS, FILES) == []


def test_what_leads_nowhere_is_named() -> None:
    (found,) = astray({"MENU": [("Words", "abuot.html")]}, ADDRESS, FILES)
    assert str(found.finding) == (
        "pelicanconf.py:1:1: `MENU` leads from “Words” to `abuot.html`, and the site has no such "
        "page or file. Mend its address there, or take the entry out."
    )


def test_a_build_names_a_wrong_entry_once_and_all_else(blog: Blog) -> None:
    settings = blog.root / "pelicanconf.py"
    more = '\nWELLSPRING_FOOTER_MENU += [("Shop", "shop.html")]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    blog.write("content/pages/p.md", "Title: P\n\n<a href='/gone.html'>Gone</a>\n")
    with pytest.raises(ContentError) as raised:
        blog.build()
    first, second = str(raised.value).splitlines()
    assert first.startswith("pelicanconf.py:1:1: `WELLSPRING_FOOTER_MENU` leads from “Shop”")
    assert "`/gone.html`" in second
