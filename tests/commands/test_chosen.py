"""Which texts a command line names: a check of nothing never looks like one that found nothing."""

from pathlib import Path

import pytest

from wellspring.commands.chosen import chosen_files
from wellspring.errors import UsageError

FILES = (
    *("posts/b.md", "posts/a.md", "posts/deep/c.markdown", "posts/d.txt", "posts/e.MD"),
    *("posts/.hidden.md", "posts/f.html", "pages/about.md", "images/a.png", "x[1].md"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    return tmp_path


def chosen(folder: Path, *paths: str) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in chosen_files(paths, folder)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("posts/a.md", ["posts/a.md"]),
        ("posts/../posts/a.md", ["posts/../posts/a.md"]),
        ("posts/f.html", ["posts/f.html"]),
        ("pages", ["pages/about.md"]),
        ("pages/", ["pages/about.md"]),
        (
            "posts",
            ["posts/a.md", "posts/b.md", "posts/d.txt", "posts/deep/c.markdown", "posts/e.MD"],
        ),
        ("posts/*.md", ["posts/a.md", "posts/b.md"]),
        ("**/*.md", ["pages/about.md", "posts/a.md", "posts/b.md", "x[1].md"]),
        ("posts/[ab].md", ["posts/a.md", "posts/b.md"]),
        ("posts/?.txt", ["posts/d.txt"]),
        ("x[1].md", ["x[1].md"]),
    ],
)
def test_a_path_names_a_file_a_folder_or_a_pattern(
    folder: Path, path: str, expected: list[str]
) -> None:
    assert chosen(folder, path) == expected


def test_a_whole_path_is_one_too(folder: Path) -> None:
    assert chosen(folder, str(folder / "posts" / "a.md")) == ["posts/a.md"]


def test_texts_come_in_the_order_of_the_command_line_each_once(folder: Path) -> None:
    found = chosen(folder, "posts/d.txt", "posts/*.md", "posts", "posts/a.md")
    assert found[:3] == ["posts/d.txt", "posts/a.md", "posts/b.md"]
    assert len(found) == len(set(found)) == 5


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("posts/a.txt", "posts/a.txt: there is no such file or folder. Did you mean `posts/a.md`?"),
        ("psots/a.md", "psots/a.md: there is no such file or folder. Did you mean `posts/a.md`?"),
        ("post", "post: there is no such file or folder. Did you mean `posts`?"),
        (
            "zzz.md",
            "zzz.md: there is no such file or folder. Look at its spelling and its folder.",
        ),
        (
            "nope/qqqqq",
            "nope/qqqqq: there is no such file or folder. Look at its spelling and its folder.",
        ),
        ("empty", "empty: there is no text in this folder (.md or .txt). Name another."),
        ("images", "images: there is no text in this folder (.md or .txt). Name another."),
        (
            "posts/*.rst",
            "posts/*.rst: there is no such file or folder. Look at its spelling and its folder.",
        ),
    ],
)
def test_a_path_that_names_no_text_is_refused(folder: Path, path: str, complaint: str) -> None:
    with pytest.raises(UsageError) as raised:
        chosen(folder, "posts/a.md", path)
    assert str(raised.value) == complaint


def test_all_that_name_no_text_are_named(folder: Path) -> None:
    with pytest.raises(UsageError) as raised:
        chosen(folder, "empty", "posts", "zzz.md")
    assert [line.split(":")[0] for line in str(raised.value).splitlines()] == ["empty", "zzz.md"]
