"""The limit on a text's seconds: what is quick passes, what is not is named."""

import re
import time
from contextlib import suppress

import pytest

from tests.conftest import PLAIN_POST, Blog
from wellspring.errors import ContentError
from wellspring.text import limit
from wellspring.text.limit import limited

pytestmark = pytest.mark.skipif(
    not hasattr(limit.signal, "setitimer"), reason="NOT TESTED: this system has no timer."
)


def test_what_is_quick_passes_and_leaves_no_timer_behind() -> None:
    with limited("x.md", 0.05):
        pass
    time.sleep(0.1)


def test_what_is_slow_is_named() -> None:
    with pytest.raises(ContentError) as raised, limited("x.md", 0.05):
        re.match(r"(a+)+$", "a" * 40 + "b")
    assert str(raised.value) == (
        "x.md:1:1: this text takes more than 0.05 s to read. Look for very many `[`, `<` or "
        "backticks in a row, or split it into several."
    )


@pytest.mark.parametrize("unit", ["[", "<b ", "![a"])
def test_a_build_names_a_text_that_never_ends(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, unit: str
) -> None:
    monkeypatch.setattr(limit, "MOST_SECONDS", 0.3)
    blog.write("content/posts/a-quiet-evening.md", PLAIN_POST + unit * 20_000)
    with pytest.raises(ContentError, match=r"a-quiet-evening\.md:1:1: this text takes more than"):
        blog.build()


def test_a_limit_that_was_lost_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limit, "AGAIN", 0.05)
    with pytest.raises(ContentError), limited("x.md", 0.05):
        with suppress(ContentError):
            time.sleep(1)
        time.sleep(1)
