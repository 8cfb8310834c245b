"""Sources of every kind come out as a person would write them, and fit into a blog."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import TODAY, Blog
from tests.importing.pages.cases import CASES, REPORT, expected, outcome
from wellspring.building.site import read_site
from wellspring.text.render import render_markdown
from wellspring.text.source import parse_source

IDS = [case.name for case in CASES]
READER = "Lovely words by a reader"
# What a person must add, and is told so by the report.
LEFT_TO_DO = ("`Author` is empty", "no words between", "has no value")


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_case_comes_out_as_written_by_hand(case: Path, tmp_path: Path) -> None:
    found, wanted = outcome(case, tmp_path), expected(case)
    for name in wanted.keys() | found.keys():
        assert found.get(name, b"nothing") == wanted.get(name, b"nothing"), name


def test_there_are_cases_of_every_kind() -> None:
    kinds = {source.name for case in CASES for source in (case / "in").glob("source*")}
    assert kinds >= {"source.html", "source.htm", "source.docx.d", "source.xml", "source.rss"}
    assert kinds >= {"source.atom", "source.zip.d", "source"}
    assert len(CASES) >= 16


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_no_word_of_a_reader_gets_out(case: Path) -> None:
    assert not [name for name, data in expected(case).items() if READER.encode() in data]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_what_is_written_is_one_heading_after_the_other(case: Path) -> None:
    for name, data in expected(case).items():
        if name.startswith("posts/"):
            html = render_markdown(parse_source(data.decode(), name)[0].body).html
            assert "<h1" not in html
            assert "<script" not in html


def test_all_of_it_fits_into_a_blog(blog: Blog) -> None:
    for case in CASES:
        for folder in ("posts", "authors", "images"):
            if (case / "out" / folder).is_dir():
                target = blog.root / "content" / folder
                shutil.copytree(case / "out" / folder, target, dirs_exist_ok=True)
    content, editorial = blog.root / "content", blog.root / "editorial"
    _, findings = read_site(content, editorial, ("US",), TODAY)
    assert [str(it) for it in findings if not any(text in str(it) for text in LEFT_TO_DO)] == []
    assert sum("no words between" in str(it) for it in findings) == sum(
        data.count(b"has no words for people")
        for case in CASES
        for name, data in expected(case).items()
        if name == REPORT
    )
