"""`invoke import-story`: what it writes, what it never writes over, and what it says."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Blog
from wellspring.commands.import_many import MANY
from wellspring.commands.import_story import Options, import_story
from wellspring.errors import UsageError

Out = pytest.CaptureFixture[str]
TODAY = date(2026, 11, 23)
STORY = """A Slow Walk Home
Small steps
By Sam Sample

The way home has two bends-and one cat.

What I Carry

Only these, and they are light:
- A cup
- A book

Read Next: The Cat and I
About the Author
Sam Sample
Walks home.
Comments (1)
Jo Nobody2 days ago
Lovely words by a reader.
Reply
"""
POST = """Title: A Slow Walk Home
Subtitle: Small steps
Date: 2026-11-20
Author: Sam Sample
Category: Movement
Summary: The way home has two bends—and one cat.
Status: draft
Know-more: The Cat and I

The way home has two bends—and one cat.

## What I Carry

Only these, and they are light:

- A cup
- A book
"""
AUTHOR = "Name: Sam Sample\nSummary: Walks home.\n\nWalks home.\n"


@pytest.fixture
def here(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog in whose folder we are, with a story beside its texts."""
    monkeypatch.chdir(blog.root)
    blog.write("story.txt", STORY)
    return blog.root


def run(here: Path, source: str = "story.txt", **options: object) -> int:
    given = {"date": "2026-11-20", "category": "movement"} | options
    return import_story(here / "pelicanconf.py", Options(source, **given), TODAY)  # type: ignore[arg-type]


def text(here: Path, path: str) -> str:
    return (here / path).read_text(encoding="utf-8")


def test_a_story_becomes_a_draft_and_an_authors_file(here: Path, capsys: Out) -> None:
    assert run(here) == 0
    assert text(here, "content/posts/a-slow-walk-home.md") == POST
    assert text(here, "content/authors/sam-sample.md") == AUTHOR
    assert capsys.readouterr().out == (
        "story.txt: wrote content/posts/a-slow-walk-home.md, a draft\n"
        "  author: wrote content/authors/sam-sample.md\n"
        "  dashes restored: 1\n"
        "  left out, line 3 (byline): By Sam Sample\n"
        "  left out, line 14 (author): About the Author\n"
        "  left out, line 15 (name): Sam Sample\n"
        "  left out, lines 17–20 (comments): 4 lines\n"
        "  story.txt:13:1: the address of this link is lost: “The Cat and I”.\n"
    )


def test_what_is_written_builds(here: Path, blog: Blog) -> None:
    assert run(here) == 0
    blog.build()
    assert (blog.output / "drafts/a-slow-walk-home.html").is_file()


def test_nothing_is_written_on_a_dry_run(here: Path, capsys: Out) -> None:
    assert run(here, dry_run=True) == 0
    assert capsys.readouterr().out.startswith(
        "story.txt: would write content/posts/a-slow-walk-home.md, a draft\n"
        "  author: would write content/authors/sam-sample.md\n"
    )
    assert not (here / "content/posts/a-slow-walk-home.md").exists()
    assert not (here / "content/authors/sam-sample.md").exists()


def test_json_says_the_same_to_programs(here: Path, capsys: Out) -> None:
    assert run(here, format="json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert list(found) == ["source", "post", "author", "stripped", "unsure"]
    assert found["source"] == "story.txt"
    assert found["post"] == "content/posts/a-slow-walk-home.md"
    assert found["author"] == "content/authors/sam-sample.md"
    assert found["stripped"][0] == {
        "line": 3,
        "column": 1,
        "kind": "byline",
        "text": "By Sam Sample",
    }
    assert [(item["line"], item["text"]) for item in found["stripped"][3:]] == [
        (number, "") for number in (17, 18, 19, 20)
    ]
    assert found["unsure"] == [
        {
            "line": 13,
            "column": 1,
            "kind": "link",
            "text": "The Cat and I",
            "message": "the address of this link is lost: “The Cat and I”",
        }
    ]


def test_what_is_guessed_is_told(here: Path, capsys: Out) -> None:
    assert run(here, date="", category="") == 0
    out = capsys.readouterr().out
    assert (
        "  story.txt:1:1: the category “Movement” is a guess. Look at `Category:`.\n"
        "  story.txt:1:1: no day is named, so today's was taken. Look at `Date:`.\n"
    ) in out
    assert "Date: 2026-11-23\n" in text(here, "content/posts/a-slow-walk-home.md")


def test_a_post_that_is_there_is_never_written_over(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("content/posts/a-slow-walk-home.md", "years of work")
    assert run(here) == 2
    assert capsys.readouterr() == (
        "",
        "story.txt:1:1: content/posts/a-slow-walk-home.md is there already. Rename that file, or "
        "add `--force` to write over it.\n",
    )
    assert text(here, "content/posts/a-slow-walk-home.md") == "years of work"
    assert not (here / "content/authors/sam-sample.md").exists()
    assert run(here, force=True, dry_run=True) == 0
    said = capsys.readouterr().out.splitlines()[0]
    over = "over an article that was no draft, content/posts/a-slow-walk-home.md, a draft"
    assert said == f"story.txt: would write {over}"
    assert run(here, force=True) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"story.txt: wrote {over}"
    assert text(here, "content/posts/a-slow-walk-home.md") == POST
    assert run(here, force=True) == 0
    said = capsys.readouterr().out.splitlines()[0]
    assert said == "story.txt: wrote over content/posts/a-slow-walk-home.md, a draft"


def test_an_author_who_is_there_is_left_alone(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("content/authors/sam.md", "Name: Sam Sample\n\nMy own words.\n")
    assert run(here, force=True) == 0
    said = capsys.readouterr().out
    assert "  author: there already, left as it is: content/authors/sam.md\n" in said
    assert (
        "  story.txt:16:1: left out, since the author's file is there already. Write it there if "
        "it is true: “Walks home.”.\n"
    ) in said
    assert text(here, "content/authors/sam.md") == "Name: Sam Sample\n\nMy own words.\n"
    blog.write("content/authors/sam.md", "Name: Sam Sample\n\nSam knits. Walks home.\n")
    assert run(here, force=True) == 0
    assert "left out, since" not in capsys.readouterr().out
    assert not (here / "content/authors/sam-sample.md").exists()


def test_all_who_have_written_a_story_get_files(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("story.txt", STORY.replace("By Sam Sample", "By Sam Sample and Kim Trial"))
    blog.write("content/authors/kim.md", "Name: Kim Trial\n\nMy own words.\n")
    assert run(here, format="json") == 0
    (said,) = json.loads(capsys.readouterr().out)
    assert (said["author"], said["authors"]) == (
        "content/authors/sam-sample.md",
        ["content/authors/sam-sample.md", "content/authors/kim.md"],
    )
    assert "Authors: Sam Sample, Kim Trial\n" in text(here, "content/posts/a-slow-walk-home.md")
    assert text(here, "content/authors/sam-sample.md") == AUTHOR
    assert text(here, "content/authors/kim.md") == "Name: Kim Trial\n\nMy own words.\n"
    assert run(here, force=True) == 0
    assert "  author: there already, left as it is: content/authors/kim.md\n" in (
        capsys.readouterr().out
    )
    blog.build()


def test_the_same_story_gives_the_same_bytes(here: Path) -> None:
    run(here)
    once = (here / "content/posts/a-slow-walk-home.md").read_bytes()
    run(here, force=True)
    assert (here / "content/posts/a-slow-walk-home.md").read_bytes() == once


def test_a_folder_is_imported_as_far_as_it_can_be(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("in/a.txt", STORY)
    blog.write("in/b.txt", STORY)
    blog.write("in/c.txt", "")
    blog.write("in/d.txt", STORY.replace("Slow Walk", "Quick Walk"))
    blog.write("in/e.pdf", "no text")
    assert run(here, "in", posts_dir="out/p", authors_dir="out/a") == 2
    assert sorted(file.name for file in (here / "out/p").iterdir()) == [
        "a-quick-walk-home.md",
        "a-slow-walk-home.md",
    ]
    out, err = capsys.readouterr()
    assert "in/d.txt: wrote out/p/a-quick-walk-home.md, a draft\n" in out
    assert err == (
        "in/b.txt:1:1: in/a.txt has the same title, and has become out/p/a-slow-walk-home.md. "
        "Change the title of one of the two.\n"
        "in/c.txt:1:1: there is nothing in this file. Copy the story's page into it as plain "
        "text.\n"
    )


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            {"source": ""},
            "Name what to import: invoke import-story --source FILE, a file or a folder.",
        ),
        (
            {"source": "nope.txt"},
            "nope.txt: there is no such file or folder. Look at its spelling and its folder.",
        ),
        (
            {"source": "stroy.txt"},
            "stroy.txt: there is no such file or folder. Did you mean `story.txt`?",
        ),
        (
            {"source": "x" * 300},
            f"{'x' * 300}: there is no such file or folder. Look at its spelling and its folder.",
        ),
        (
            {"source": "content/images"},
            "content/images: there is no text in this folder (.txt, .text, .md, .markdown, .html, "
            ".htm, .xhtml, .xml, .rss, .atom, .docx, .zip). Name another.",
        ),
        ({"format": "jsn"}, "there is no format `jsn`. Did you mean `json`?"),
        (
            {"date": "5 June"},
            "`5 June` is not a date. Write it as year-month-day: 2026-11-23.",
        ),
        ({"category": "Sleeep"}, "there is no category `Sleeep`. Did you mean `Sleep`?"),
        (
            {"posts_dir": "story.txt"},
            "story.txt: this is a file. Name a folder for it to be written into.",
        ),
    ],
)
def test_what_cannot_be_is_refused(here: Path, options: dict[str, str], complaint: str) -> None:
    with pytest.raises(UsageError) as raised:
        run(here, **options)
    assert str(raised.value) == complaint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n" * 200_000,
        b"a " * 5_000_000,
        b"x" * 1_000_000,
        bytes(range(256)) * 40,
        b"one\x00two",
        b"caf\xc3\xa9 \xff\xff",
        b"\xff\xfe\x00",
    ],
    ids=["empty", "blank", "10MB", "one-line", "binary", "nul", "bad-utf8", "odd-utf16"],
)
def test_what_is_no_story_is_refused_and_nothing_is_written(
    here: Path, data: bytes, capsys: Out
) -> None:
    (here / "story.txt").write_bytes(data)
    before = sorted(here.rglob("*.md"))
    started = time.monotonic()
    assert run(here) == 2
    assert time.monotonic() - started < 5
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("story.txt:")
    assert "Traceback" not in err
    assert sorted(here.rglob("*.md")) == before
    assert not list((here / "content").rglob("*.new"))


def test_a_folder_that_cannot_be_written_into_is_named(here: Path, capsys: Out) -> None:
    (here / "story").write_text("", encoding="utf-8")
    assert run(here, posts_dir="story/posts", authors_dir="authors") == 2
    assert capsys.readouterr().err == (
        "story/posts/a-slow-walk-home.md:1:1: this cannot be written: Not a directory. Look at who "
        "may write in its folder.\n"
    )


def test_many_stories_are_read_by_several_processes(here: Path, capsys: Out) -> None:
    (here / "in").mkdir()
    for number in range(MANY):
        text = STORY.replace("A Slow Walk Home", f"Walk {number}")
        (here / f"in/{number:02}.txt").write_text(text, encoding="utf-8")
    assert run(here, "in", dry_run=True, format="json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [item["source"] for item in found] == [f"in/{number:02}.txt" for number in range(MANY)]
    assert found[7]["post"] == "content/posts/walk-7.md"


def test_two_authors_of_one_address_get_two_files(here: Path, blog: Blog) -> None:
    blog.write("story.txt", STORY.replace("By Sam Sample", "By Zoe Trial and Zoë Trial"))
    assert run(here) == 0
    assert text(here, "content/authors/zoe-trial.md").startswith("Name: Zoe Trial\n")
    assert text(here, "content/authors/zoe-trial-2.md").startswith("Name: Zoë Trial\n")
