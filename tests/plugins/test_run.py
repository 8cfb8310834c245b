"""Settings are read as they are now, whatever the process has read before."""

import sys
from types import ModuleType

import pytest

from tests.conftest import Blog
from wellspring.plugins.run import load_settings


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEURL", "https://robin.github.io/blog")


def test_live_settings_follow_a_change_of_the_others(blog: Blog) -> None:
    live = blog.root / "publishconf.py"
    assert load_settings(live)["DEFAULT_LANG"] == "en"
    settings = blog.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "es-419"'), "utf-8")
    assert load_settings(live)["DEFAULT_LANG"] == "es-419"


def test_live_settings_are_those_of_their_own_blog(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_another_blog = ModuleType("pelicanconf")
    vars(of_another_blog).update(DEFAULT_LANG="ar")
    monkeypatch.setitem(sys.modules, "pelicanconf", of_another_blog)
    assert load_settings(blog.root / "publishconf.py")["DEFAULT_LANG"] == "en"
