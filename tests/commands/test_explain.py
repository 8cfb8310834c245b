"""Explain: what an article carries and why, for people and for programs."""

import json

import pytest

from tests.conftest import Blog
from wellspring.commands.explain import explain
from wellspring.errors import ContentError

DRUG = "content/posts/questions-about-ketamine.md"


def test_a_plain_article_has_its_general_notice_explained(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(blog.root / "pelicanconf.py", "content/posts/a-quiet-evening.md", "text")
    assert capsys.readouterr().out == (
        "content/posts/a-quiet-evening.md\n"
        "  general: “Information, not advice”\n"
        "    category “Sleep”\n"
    )


def test_json_has_ids_reasons_and_crisis_lines(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(blog.root / "pelicanconf.py", str(blog.root / DRUG), "json")
    (article,) = json.loads(capsys.readouterr().out)
    assert article["path"] == DRUG
    assert [item["id"] for item in article["disclaimers"]] == [
        "crisis",
        "controlled-substance",
        "medication",
        "mental-health",
        "general",
    ]
    assert {
        "kind": "word",
        "why": "Depression and bipolar disorder: the word “depression”",
        "line": 12,
    } in article["disclaimers"][0]["reasons"]
    assert (article["crisis_lines"], article["waived"]) == (["us-988"], [])


@pytest.mark.parametrize("pattern", ["content/posts", "content/posts/", "posts/*.md"])
def test_a_folder_or_a_pattern_names_many(
    blog: Blog, capsys: pytest.CaptureFixture[str], pattern: str
) -> None:
    explain(blog.root / "pelicanconf.py", pattern, "json")
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_what_was_waived_is_explained_too(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    blog.write(
        "content/posts/x.md",
        "Title: One\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Movement\n"
        "Disclaimer-waived: fitness, a picture, Robin Example\n\nWords.\n",
    )
    explain(blog.root / "pelicanconf.py", "content/posts/x.md", "text")
    assert capsys.readouterr().out.endswith(
        "  waived: fitness. Robin Example: a picture\n    category “Movement”\n"
    )


BROKEN = "Title: Two\nDate: someday\nAuthor:\nCategory: Movement\n\nWords.\n"
WRONG = (
    "content/posts/broken.md:2:7: `Date: someday` is not a date. Write it as year-month-day, for "
    "example `2026-11-23` or `2026-11-23 08:30`.\n"
    "content/posts/broken.md:3:1: `Author` is empty. Write the name behind it: `Author: …`."
)
BESIDES = (
    "Besides, content/posts/broken.md has mistakes, for which nothing is built. `invoke check` "
    "says which.\n"
)


def test_mistakes_of_another_file_are_only_mentioned(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(blog.root / "pelicanconf.py", DRUG, "json")
    said = capsys.readouterr().out
    blog.write("content/posts/broken.md", BROKEN)
    explain(blog.root / "pelicanconf.py", DRUG, "json")
    assert capsys.readouterr() == (said, BESIDES)


def test_several_other_files_are_counted(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("broken", "c", "d"):
        blog.write(f"content/posts/{name}.md", BROKEN)
    explain(blog.root / "pelicanconf.py", DRUG, "text")
    assert capsys.readouterr().err == (
        "Besides, content/posts/broken.md and 2 more have mistakes, for which nothing is built. "
        "`invoke check` says which.\n"
    )


def test_mistakes_of_the_article_itself_are_named(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.write("content/posts/broken.md", BROKEN)
    with pytest.raises(ContentError) as raised:
        explain(blog.root / "pelicanconf.py", "content/posts/broken.md", "json")
    assert (str(raised.value), *capsys.readouterr()) == (WRONG, "", "")
    with pytest.raises(ContentError) as raised:
        explain(blog.root / "pelicanconf.py", "content/posts", "json")
    assert str(raised.value) == WRONG
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_an_article_that_is_not_there(blog: Blog) -> None:
    with pytest.raises(ContentError) as raised:
        explain(blog.root / "pelicanconf.py", "content/posts/a-quiet-evning.md", "text")
    assert str(raised.value) == (
        "content/posts/a-quiet-evning.md: there is no such article. "
        "Did you mean `content/posts/a-quiet-evening.md`?"
    )


def test_a_folder_that_is_not_there(blog: Blog) -> None:
    with pytest.raises(ContentError) as raised:
        explain(blog.root / "pelicanconf.py", "content/post", "text")
    assert str(raised.value) == (
        "content/post: there is no such article. Did you mean `content/posts`?"
    )


def test_a_format_that_is_not_there(blog: Blog) -> None:
    with pytest.raises(ContentError) as raised:
        explain(blog.root / "pelicanconf.py", DRUG, "jsn")
    assert str(raised.value) == "there is no format `jsn`. Did you mean `json`?"
