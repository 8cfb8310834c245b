"""Every file under content/ is read, copied, ignored by a rule, or named: nothing is left out."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from wellspring.text.files import find_files


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in ("posts", "pages", "authors", "images"):
        (folder / name).mkdir(parents=True)
    return folder


def write(file: Path, text: str = "x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def complaints(content: Path) -> list[str]:
    return [str(finding) for finding in find_files(content).findings]


@pytest.mark.parametrize(
    "path",
    [
        "posts/a.md",
        "posts/2026/a-walk.md",
        "pages/about.md",
        "images/a.svg",
        "images/walks/A Path.JPG",
    ],
)
def test_what_belongs_here_is_found(content: Path, path: str) -> None:
    write(content / path)
    files = find_files(content)
    assert files.findings == ()
    assert [*files.texts, *files.pictures] == [f"content/{path}"]


@pytest.mark.parametrize(
    "path",
    [
        "posts/.a.md.swp",
        "posts/a.md~",
        "posts/#a.md#",
        "images/.DS_Store",
        "images/Thumbs.db",
        "posts/desktop.ini",
        ".obsidian/x.md",
    ],
)
def test_hidden_files_and_editors_copies_are_ignored(content: Path, path: str) -> None:
    write(content / path)
    files = find_files(content)
    assert (files.findings, files.texts, files.pictures) == ((), {}, {})


NOWHERE = (
    "nothing is made of files in this folder. Move it to content/posts, content/pages, "
    "content/authors or content/images."
)
ENDING = (
    "`%s` would not be published: only files that end in `.md` are. Rename it, or move it out of "
    "this folder (pictures belong in content/images)."
)
PICTURE = (
    "`%s` is not a picture that browsers show (.avif, .gif, .jpeg, .jpg, .png, .svg, .webp). Move "
    "it out of content/images."
)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a.md", NOWHERE),
        ("post/a.md", NOWHERE),
        ("notes/ideas.txt", NOWHERE),
        ("posts/a.MD", ENDING % "a.MD"),
        ("posts/a.markdown", ENDING % "a.markdown"),
        ("posts/a.mdx", ENDING % "a.mdx"),
        ("posts/a.txt", ENDING % "a.txt"),
        ("posts/a", ENDING % "a"),
        ("posts/a.rst", ENDING % "a.rst"),
        ("posts/a.html", ENDING % "a.html"),
        ("posts/a.jpg", ENDING % "a.jpg"),
        ("pages/a.docx", ENDING % "a.docx"),
        ("images/a.html", PICTURE % "a.html"),
        ("images/id_rsa", PICTURE % "id_rsa"),
        ("images/a.heic", PICTURE % "a.heic"),
        ("images/backup.zip", PICTURE % "backup.zip"),
    ],
)
def test_what_would_be_lost_or_let_out_is_named(content: Path, path: str, message: str) -> None:
    write(content / path)
    assert complaints(content) == [f"content/{path}:1:1: {message}"]


def a_pipe(content: Path) -> None:
    os.mkfifo(content / "posts/x.md")


def a_socket(content: Path) -> None:
    here = Path.cwd()
    os.chdir(content / "posts")  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("x.md")
    finally:
        os.chdir(here)


def a_link_out(content: Path) -> None:
    write(content.parent / "secret.md")
    (content / "posts/x.md").symlink_to(content.parent / "secret.md")


def a_link_to_nothing(content: Path) -> None:
    (content / "posts/x.md").symlink_to(content / "posts/gone.md")


def a_linked_folder(content: Path) -> None:
    (content / "posts/x.md").symlink_to(content / "images")


def a_loop(content: Path) -> None:
    (content / "posts/x.md").symlink_to(content / "posts/x.md")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_pipe, "this is not a file but a device, a pipe or a socket. Remove it."),
        (a_socket, "this is not a file but a device, a pipe or a socket. Remove it."),
        (a_link_out, "this is a link that leads out of content/. Put a real file here."),
        (
            a_link_to_nothing,
            "this is a link that leads nowhere. Remove it, or put a real file here.",
        ),
        (a_linked_folder, "this is a link to a folder. Put a real folder here."),
        (a_loop, "this is a link that leads nowhere. Remove it, or put a real file here."),
    ],
)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="NOT TESTED: this system has no pipes.")
def test_strange_things_are_named(
    content: Path, make: Callable[[Path], None], message: str
) -> None:
    make(content)
    assert complaints(content) == [f"content/posts/x.md:1:1: {message}"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="NOT TESTED: the administrator can read everything.",
)
def test_what_cannot_be_read_is_named(content: Path) -> None:
    write(content / "posts/a.md")
    (content / "posts/a.md").chmod(0)
    (content / "pages").chmod(0)
    try:
        assert complaints(content) == [
            "content/pages:1:1: this folder cannot be read (Permission denied). Change its "
            "permissions.",
            "content/posts/a.md:1:1: this file cannot be read. Change its permissions.",
        ]
    finally:
        (content / "pages").chmod(0o755)


def test_a_link_within_content_is_a_file(content: Path) -> None:
    write(content / "posts/a.md")
    (content / "posts/b.md").symlink_to(content / "posts/a.md")
    assert complaints(content) == []


def test_names_that_addresses_cannot_have_are_named(content: Path) -> None:
    write(content / "posts/a\nb.md")
    assert complaints(content) == [
        "content/posts/a\\x0ab.md:1:1: this name holds characters that addresses cannot have. "
        "Rename the file."
    ]


def test_names_that_differ_in_capitals_only_are_named(content: Path) -> None:
    write(content / "images/Walk.svg")
    write(content / "images/walk.svg")
    if len(list((content / "images").iterdir())) == 1:
        return  # this file system takes them for one, so there is nothing to lose
    assert complaints(content) == [
        "content/images/walk.svg:1:1: this is the same name as content/images/Walk.svg but for "
        "capitals. Rename one of the two."
    ]
