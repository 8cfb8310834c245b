"""Pages of no known site: titles, days and bodies come out, nothing of readers or menus does."""

import re
from collections import Counter

import pytest

from tests.importing.mixes import AUTHOR, Mix, make
from tests.importing.score import GIVEN, STYLE
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.story import read_story
from wellspring.text.source import parse_source

MANY = 1000
# A line of a list or a heading, as its words alone.
MARK = re.compile(r"^(?:#+ )?(?:- |\d+\. |> )?")
# So many pages in a hundred may have a line that is wrong; a later change may only lower it.
MOST = {"title": 0.5, "date": 1, "lost": 1.5, "leak": 1.5}


def plain(line: str) -> str:
    return MARK.sub("", line.strip().replace("\\", "")).replace("-", "—")


def wrong_in(mix: Mix) -> set[str]:
    """Return what came out wrong of a page. Words of readers fail at once."""
    story = read_story(mix.text.encode(), "x.txt", STYLE)
    post, author = post_text(story, GIVEN, STYLE.shelves), "".join(author_texts(story).values())
    for comment in mix.comments:
        assert comment not in post + author, mix.text
        assert not any(comment in note.text for note in story.stripped), mix.text
    source, _ = parse_source(post, "x.md")
    lines = {plain(line) for line in source.body.split("\n")}
    body = {plain(line) for line in mix.body}
    checks = {
        "title": source.text("title") == mix.title,
        "date": source.text("date") == mix.facts.get("date", source.text("date")),
        "author": AUTHOR in source.text("author") or "author" not in mix.facts,
        "lost": body <= lines,
        "leak": not (lines - body) & {plain(line) for line in mix.furniture if len(line) > 2},
    }
    return {name for name, right in checks.items() if not right}


@pytest.fixture(scope="module")
def wrong() -> Counter[str]:
    return Counter(name for seed in range(MANY) for name in wrong_in(make(seed)))


@pytest.mark.parametrize("name", MOST)
def test_pages_of_unknown_sites_come_out_right(name: str, wrong: Counter[str]) -> None:
    assert wrong[name] <= MOST[name] * MANY / 100, wrong


def test_a_mix_is_the_same_each_time() -> None:
    assert make(7) == make(7) != make(8)
