"""Texts that say something, and those that only show pictures."""

import pytest

from wellspring.checking.has_words import has_words


@pytest.mark.parametrize(
    "body",
    [
        "[![a](a.png)](https://b.example)",
        "![a](a.png){.wide}",
        "![a][r]\n\n[r]: a.png",
        "![a](x_(1).png)",
        "<IMG src='a.png' alt='words'>",
        "<!-- words -->",
        "***",
    ],
)
def test_what_only_shows_has_no_words(body: str) -> None:
    assert not has_words(body)


@pytest.mark.parametrize(
    "body", ["Hm.", "# 1", "![a](a.png) b", "[word](https://x.example)", "`x`"]
)
def test_what_says_something_has_words(body: str) -> None:
    assert has_words(body)
