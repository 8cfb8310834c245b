"""The page to write on: there when it is asked for, and nowhere else."""

import hashlib
import json
import re

import pytest

from tests.conftest import ROOT, Blog
from wellspring.building.writing_page import EDITOR_SHA256, FILES
from wellspring.errors import ContentError, SettingsError

ADDRESS = "https://blog.example"
THEIRS = ("sveltia-cms.js", "material-symbols.woff2")


def test_a_site_has_no_such_page_unless_it_is_asked_for(built_blog: Blog) -> None:
    assert not [path for path in built_blog.tree() if path.startswith("write")]


def test_switched_on_it_adds_its_own_files_and_changes_no_other(blog: Blog) -> None:
    blog.build_live(ADDRESS)
    without = blog.tree()
    settings = blog.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    blog.write("pelicanconf.py", text.replace('WRITE_TO = ""', 'WRITE_TO = "robin/blog"'))
    blog.build_live(ADDRESS)
    after = blog.tree()
    added = {f"write/{name}" for name in (*FILES, "config.json")}
    assert after.keys() - without.keys() == added
    told = {".wellspring-output", "output-report.json"}  # they name every file
    changed = {path for path in without if after[path] != without[path]}
    assert changed <= told
    assert not [path for path in without if path not in told and b"write/" in without[path]]
    config = json.loads(after["write/config.json"])
    assert config["backend"] == {"name": "github", "repo": "robin/blog", "auth_methods": ["token"]}
    assert [it["name"] for it in config["collections"]] == ["posts", "pages", "authors"]


@pytest.mark.parametrize("name", ["robin", "robin/", "https://github.com/robin/blog", "a/b/c"])
def test_a_repository_that_is_none_is_refused(blog: Blog, name: str) -> None:
    with pytest.raises(SettingsError) as raised:
        blog.build(WELLSPRING_WRITE_TO=name)
    assert str(raised.value) == (
        f"pelicanconf.py: `WELLSPRING_WRITE_TO = {name!r}` is no repository on GitHub. Write its "
        "owner and its name, such as `robin/blog`, or leave it empty."
    )


def test_another_editor_is_refused(blog: Blog) -> None:
    editor = blog.root / "theme" / "write" / "sveltia-cms.js"
    editor.write_bytes(editor.read_bytes() + b"\n")
    with pytest.raises(SettingsError) as raised:
        blog.build(WELLSPRING_WRITE_TO="robin/blog")
    assert str(raised.value) == (
        f"{editor}: this is not the editor that was tried with this blog. Put the file back as "
        "git has it."
    )


def test_a_page_that_search_engines_would_list_stops_the_build(blog: Blog) -> None:
    page = blog.root / "theme" / "write" / "index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("noindex, nofollow", "all"), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        blog.build(WELLSPRING_WRITE_TO="robin/blog")
    assert str(raised.value) == (
        "write/index.html:1:1: this page is for writers, and search engines would list it (no "
        "`noindex`)."
    )


def test_what_others_have_made_is_as_the_list_says() -> None:
    folder = ROOT / "theme" / "write"
    text = (folder / "README.md").read_text(encoding="utf-8")
    listed = {
        row[1]: row[2]
        for row in re.finditer(r"^\| `([^`]+)` .*\| `([0-9a-f]{64})` \|$", text, re.MULTILINE)
    }
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in THEIRS}
    assert listed == sums
    assert sums["sveltia-cms.js"] == EDITOR_SHA256
