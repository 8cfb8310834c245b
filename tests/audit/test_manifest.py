"""The trust manifest: true of a folder as built, and of no other."""

import json
from pathlib import Path

import pytest

from tests.conftest import Blog
from wellspring.audit.manifest import REPORT, check_report, seal_of, write_report
from wellspring.commands.verify import verify

REBUILD = "Build the site again with `python3 blog.py build`."
DRUG = "posts/questions-about-ketamine.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "index.html").write_text("Home", encoding="utf-8")
    (tmp_path / "posts/one.html").write_text("One", encoding="utf-8")
    write_report(tmp_path, "https://x.example", ())
    return tmp_path


def test_a_folder_as_built_is_what_its_manifest_says(folder: Path) -> None:
    (folder / ".nojekyll").touch()
    assert check_report(folder) == []


def test_a_build_says_what_each_article_carries_and_why(
    built_blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.loads(built_blog.page(REPORT))
    article = report["files"][DRUG]
    assert list(article["disclaimers"]) == [
        "controlled-substance",
        "crisis",
        "general",
        "medication",
        "mental-health",
    ]
    assert article["disclaimers"]["general"] == ["category “Mental Health”"]
    assert (article["source"], article["crisis_lines"], article["waived"]) == (
        "content/posts/questions-about-ketamine.md",
        ["us-988"],
        {},
    )
    assert list(report["files"]["index.html"]) == ["sha256"]
    assert verify(built_blog.output)
    assert capsys.readouterr().out.endswith(" files, each exactly as the build proved it.\n")


@pytest.mark.parametrize(
    ("path", "text", "wrong"),
    [
        ("index.html", None, "the build has made this file and it is gone. "),
        ("index.html", "Home.", "it was changed after the build had audited it. "),
        ("new.html", "New", "no build has made or audited this file. "),
        ("posts/new.js", "1", "no build has made or audited this file. "),
    ],
)
def test_a_changed_folder_is_noticed(folder: Path, path: str, text: str | None, wrong: str) -> None:
    file = folder / path
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    assert check_report(folder) == [f"{file}: {wrong}{REBUILD}"]
    assert not verify(folder)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (None, "it is missing, so nothing proves what this folder holds. "),
        ("{}", "this is not a report of a build. "),
        ("[]", "this is not a report of a build. "),
        ("{", "this is not a report of a build. "),
        ('{"files": {"a": 1}, "seal": ""}', "this is not a report of a build. "),
        ('{"files": {}, "seal": "x"}', "somebody has changed it after the build. "),
    ],
)
def test_a_manifest_that_is_none(folder: Path, text: str | None, wrong: str) -> None:
    file = folder / REPORT
    file.unlink() if text is None else file.write_text(text, encoding="utf-8")
    assert check_report(folder) == [f"{file}: {wrong}{REBUILD}"]


def test_the_seal_does_not_depend_on_the_order_of_keys() -> None:
    assert seal_of({"a": 1, "b": 2, "seal": "x"}) == seal_of({"b": 2, "a": 1})
