"""The audit of feeds: each entry begins with its disclaimers, and its summary holds none."""

from pathlib import Path

import pytest

from tests.audit.test_page import CRISIS, expectation
from wellspring.audit.feed import Entry, check_entry, read_feed

CONTENT = "<h2>Talk to someone now</h2><p>You can talk to someone. It&#8217;s free. 988</p><p>B</p>"


def wrongs(content: str, summary: str = "A summary.") -> list[str]:
    return list(check_entry(Entry("l", content, summary), expectation(CRISIS)))


def test_a_good_entry_has_nothing_wrong() -> None:
    assert wrongs(CONTENT) == []


def test_an_entry_that_needs_no_notice_may_have_none() -> None:
    assert list(check_entry(Entry("l", "<p>B</p>", ""), expectation())) == []


@pytest.mark.parametrize(
    ("content", "summary", "wrong"),
    [
        (CONTENT.replace("free", ""), "", "lacks its disclaimer `crisis`"),
        (CONTENT.replace("988", ""), "", "lacks the number of the crisis line `us`"),
        ("<p>" + "word " * 60 + "</p>" + CONTENT, "", "does not begin with its disclaimers"),
        (f'{CONTENT}<a href="#fn:1">1</a>', "", "holds the relative address `#fn:1`"),
        (f'{CONTENT}<img src="a.svg">', "", "holds the relative address `a.svg`"),
        (
            CONTENT,
            "You can talk to someone. It’s free.",
            "has its disclaimer `crisis` in the summary",
        ),
    ],
)
def test_what_is_wrong_is_seen(content: str, summary: str, wrong: str) -> None:
    assert wrong in wrongs(content, summary)


@pytest.mark.parametrize("text", ["", "<feed", "{}"])
def test_what_is_no_feed_raises(tmp_path: Path, text: str) -> None:
    file = tmp_path / ("x.json" if text == "{}" else "x.xml")
    file.write_text(text, encoding="utf-8")
    with pytest.raises((ValueError, KeyError)):
        read_feed(file)
