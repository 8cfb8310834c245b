"""Auditing a whole folder: what should be there and is not, and what nobody asked for."""

from pathlib import Path

import pytest

from wellspring.audit.expected import Expectation
from wellspring.audit.output import Audit, audit_output
from wellspring.model.disclaimer import Decision
from wellspring.text.post import read_post
from wellspring.text.source import parse_source

ADDRESS = "https://blog.example"
HEAD = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
    "form-action 'none'\"><meta name=referrer content=no-referrer>"
)
PAGE = f"{HEAD}<main><article><div class='body'>Words.</div></article></main>"
FEED = '<rss version="2.0"><channel>%s</channel></rss>'
ITEM = "<item><link>%s</link><description>Words.</description></item>"


def expectation() -> Expectation:
    source, _ = parse_source("Title: One\n\nWords.\n", "content/posts/one.md")
    return Expectation("posts/one.html", read_post(source)[0], Decision())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "feeds").mkdir()
    (tmp_path / "posts/one.html").write_text(PAGE, encoding="utf-8")
    item = ITEM % f"{ADDRESS}/posts/one.html"
    (tmp_path / "feeds/all.rss.xml").write_text(FEED % item, encoding="utf-8")
    return tmp_path


def audit(output: Path) -> Audit:
    return audit_output(output, ADDRESS, (expectation(),), ("feeds/all.rss.xml",))


def complaints(output: Path) -> list[str]:
    return [str(finding) for finding in audit(output).findings]


def test_a_good_folder_has_nothing_wrong(output: Path) -> None:
    assert audit(output) == Audit(pages=1, entries=1, findings=())


def test_a_page_that_was_not_written_is_missed_at_its_post(output: Path) -> None:
    (output / "posts/one.html").unlink()
    assert complaints(output) == [
        "content/posts/one.md:1:1: its page posts/one.html was not written. "
        "Look at the plugins and settings."
    ]


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_a_required_file_is_missed(output: Path, how: str) -> None:
    feed = output / "feeds/all.rss.xml"
    feed.unlink() if how == "gone" else feed.write_bytes(b"")
    assert (
        "feeds/all.rss.xml:1:1: this file was not written. Look at the plugins and settings."
        in complaints(output)
    )


def test_an_entry_that_no_article_has_is_seen(output: Path) -> None:
    item = ITEM % f"{ADDRESS}/posts/two.html"
    (output / "feeds/all.rss.xml").write_text(FEED % item, encoding="utf-8")
    assert complaints(output) == [
        f"feeds/all.rss.xml:1:1: its entry {ADDRESS}/posts/two.html belongs to no article. "
        "Look at the plugins."
    ]


def test_a_page_that_no_article_has_is_looked_at_too(output: Path) -> None:
    (output / "extra.html").write_text(f"{HEAD}<form></form>", encoding="utf-8")
    assert complaints(output) == [
        "extra.html:1:1: this page holds a form (<form>), which this blog never publishes."
    ]
