"""What must never be published is refused with a sentence, all of it at once."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publishing.conftest import SITE, write
from wellspring.publishing.gate import PagesTarget, branch_refusals, folder_refusals

REBUILD = "Build the site again with `python3 blog.py build`."
HIDDEN = "a hidden file is not for readers, and may hold secrets. Delete it."
LINK = "a link would publish what it points to. Put the file itself there, or delete it."
NAME = (
    "git cannot take a name with a line break, a leading quote or letters outside UTF-8. Rename it."
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", SITE)
    return tmp_path / "site"


def test_a_good_site_passes(site: Path) -> None:
    write(site, {".nojekyll": "", ".well-known/security.txt": "x", "a b/ü “q” \\ '.html": "x"})
    (site / "empty folder").mkdir()
    assert folder_refusals(site, None) == []


def test_missing_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert folder_refusals(folder, None) == [f"{folder}: there is no such folder. {REBUILD}"]


def test_a_link_to_a_folder_is_no_folder(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    assert folder_refusals(link, None) == [f"{link}: there is no such folder. {REBUILD}"]


def test_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (folder / "posts").mkdir(parents=True)
    assert folder_refusals(folder, None) == [
        f"{folder}: the folder is empty; publishing it would empty the live site. {REBUILD}"
    ]


def test_all_that_is_wrong_is_said_at_once(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "404.html").unlink()
    write(site, {".env": "secret", ".git/config": "x", ".git/HEAD": "x", "a/.DS_Store": "x"})
    assert folder_refusals(site, None) == [
        f"{site}: it has no index.html. {REBUILD}",
        f"{site}: it has no 404.html. {REBUILD}",
        f"{site}/.env: {HIDDEN}",
        f"{site}/.git: {HIDDEN}",
        f"{site}/a/.DS_Store: {HIDDEN}",
    ]


@pytest.mark.parametrize("path", ["posts/.nojekyll", "posts/.well-known", ".well-known/.secret"])
def test_wanted_hidden_files_are_wanted_at_the_top_only(site: Path, path: str) -> None:
    write(site, {path: "x"})
    assert folder_refusals(site, None) == [f"{site}/{path}: {HIDDEN}"]


@pytest.mark.parametrize("target", ["../secret.txt", "index.html", "..", "nowhere"])
def test_links_of_every_kind(site: Path, target: str) -> None:
    (site / "link").symlink_to(target)
    assert folder_refusals(site, None) == [f"{site}/link: {LINK}"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the disk takes no such names")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb.html", "a\\nb.html"),
        (b'"a".html', '"a".html'),
        (b"\xff.html", "\\udcff.html"),
    ],
)
def test_names_that_git_cannot_take(site: Path, name: bytes, shown: str) -> None:
    with open(os.path.join(os.fsencode(site), name), "wb"):  # noqa: PTH118, PTH123 - pathlib takes no bytes
        pass
    assert folder_refusals(site, None) == [f"{site}/{shown}: {NAME}"]


def test_a_pipe_is_not_read(site: Path) -> None:
    os.mkfifo(site / "pipe")
    assert folder_refusals(site, None) == [
        f"{site}/pipe: it is not a file that can be read. Delete it."
    ]


@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_100_megabytes(site: Path, more: int, refused: bool) -> None:  # noqa: FBT001 - a column
    with (site / "film.mp4").open("wb") as film:
        film.truncate(100 * 1024 * 1024 + more)
    sentence = "GitHub takes files up to 100 MB. Make it smaller, or put it elsewhere."
    assert folder_refusals(site, None) == [f"{site}/film.mp4: {sentence}"] * refused


@pytest.mark.parametrize(
    ("cname", "refused"), [(None, True), ("other.example", True), ("blog.example", False)]
)
def test_a_domain_in_a_file(site: Path, cname: str | None, refused: bool) -> None:  # noqa: FBT001 - a column
    write(site, {"CNAME": "blog.example\n"})
    sentence = "set the domain by WELLSPRING_DOMAIN in publishconf.py, not by this file."
    assert folder_refusals(site, cname) == [f"{site}/CNAME: {sentence}"] * refused


@pytest.mark.parametrize(
    ("branch", "why"),
    [
        ("draft", "the branch that you are working on"),
        ("main", "where a blog's sources live"),
        ("master", "where a blog's sources live"),
        ("trunk", "the branch that origin hands out by default"),
    ],
)
def test_branches_that_must_stay(branch: str, why: str) -> None:
    assert branch_refusals(PagesTarget(branch=branch), "draft", "trunk") == [
        f"{branch} is {why}; the built site would replace it. Publish to gh-pages or the like."
    ]


@pytest.mark.parametrize(("checked_out", "default"), [("main", "main"), (None, None)])
def test_a_branch_of_its_own(checked_out: str | None, default: str | None) -> None:
    ask: Callable[..., list[str]] = branch_refusals
    assert ask(PagesTarget(), checked_out, default) == []
