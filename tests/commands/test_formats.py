"""`invoke check --format`: the same findings for editors and CI."""

import json

import pytest

from tests.conftest import Blog
from wellspring.commands.check import check
from wellspring.errors import ContentError

POST = "content/posts/a-quiet-evening.md"
BAD = "Title: One\nDate: 2026-02-30\nAuthor: Robin Example\nCategory: Sleep\n\n100%\n"


def test_nothing_wrong_is_an_empty_list(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(blog.root / "pelicanconf.py", "json")
    assert json.loads(capsys.readouterr().out) == []


def test_what_stops_a_build_is_a_finding_for_programs(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.write(POST, BAD)
    assert not check(blog.root / "pelicanconf.py", "json")
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["path"], finding["line"], finding["column"]) == (POST, 2, 7)
    assert finding["severity"] == "error"
    assert finding["message"].startswith("`Date: 2026-02-30` is not a date.")


def test_github_shows_it_beside_the_line(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    blog.write(POST, BAD.replace("2026-02-30", "2026-02-03\nx%: y"))
    assert not check(blog.root / "pelicanconf.py", "github")
    assert capsys.readouterr().out.startswith(
        f"::error file={POST},line=3,col=1::“x%25: y” is not a `Key: value` line."
    )


def test_rules_are_findings_of_their_own_severity(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    post = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, f"{post}\nThis treatment is without risks.\n")
    assert not check(blog.root / "pelicanconf.py", "json")
    assert json.loads(capsys.readouterr().out)[0]["rule"]


def test_a_format_that_is_not_there(blog: Blog) -> None:
    with pytest.raises(ContentError) as raised:
        check(blog.root / "pelicanconf.py", "xml")
    assert str(raised.value) == (
        "there is no format `xml`. Choose one of: `github`, `json`, `text`."
    )
