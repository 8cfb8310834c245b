"""A preview that stays in memory: after every save the site is as if built anew."""

import os
import time
from pathlib import Path

import pytest

from tests.building.changes import CHANGES, QUIET, Change, add, blog_of_everything, swap
from tests.building.fresh import assert_as_new
from tests.conftest import Blog
from wellspring.commands.build import Built
from wellspring.commands.resident import Refreshed, ResidentBuild
from wellspring.errors import WellspringError

DRAFT = "content/posts/not-yet.md"
FOOTNOTE = "\nOne more[^1].\n\n[^1]: A note.\n"
# Changes of bodies alone, and how many files each writes: its page, feeds and what is told of it.
BODIES: dict[str, tuple[Change, int]] = {
    "a body": (CHANGES["a body"], 8),
    "a body again": (swap(QUIET, "Dim all lights", "Dim two lights"), 8),
    "a body as it was": (swap(QUIET, "Dim two lights", "Dim the lights"), 8),
    "a footnote": (add(QUIET, FOOTNOTE), 8),
    "no footnote": (swap(QUIET, FOOTNOTE, ""), 8),
    "lines before the words that ask for notices": (
        swap("content/posts/questions-about-ketamine.md", "Ketamine is", "Think.\n\nKetamine is"),
        9,
    ),
    "a page's words": (CHANGES["a page's words"], 2),
    "a draft's words": (add(DRAFT, "\nWait more.\n"), 2),
    "a file of the same size and time": (CHANGES["a file of the same size and time"], 8),
    "a link to another post": (add(QUIET, "\n[Breathe]({filename}breathing-slowly.md).\n"), 8),
}
OTHERS = (
    "a body that asks for more notices",
    "a heading",
    "a title",
    "a summary",
    "a draft published",
    "a post taken in",
    "a post taken out",
    "the order in a series",
    "a page's title",
    "a picture of the same size",
    "an author",
    "the site's name",
    "a template",
    "a crisis line",
    "a rule",
)


@pytest.fixture
def everything(blog: Blog) -> Blog:
    return blog_of_everything(blog)


@pytest.fixture
def resident(everything: Blog) -> ResidentBuild:
    """A preview of a small blog that holds one of everything, which has been built."""
    made = ResidentBuild(everything.root / "pelicanconf.py", everything.output)
    assert isinstance(made.rebuild(), Built)
    return made


def test_nothing_saved_writes_nothing(everything: Blog, resident: ResidentBuild) -> None:
    everything.write("content/posts/.a-quiet-evening.md.swp", "An editor's own.")
    refreshed = resident.rebuild()
    assert isinstance(refreshed, Refreshed)
    assert (refreshed.files, refreshed.texts) == ((), ())


def test_after_bodies_only_what_shows_them_is_written(
    everything: Blog, resident: ResidentBuild
) -> None:
    for name, (change, count) in BODIES.items():
        change(everything)
        told: list[str] = []
        refreshed = resident.rebuild(lambda: told.append("now"))  # noqa: B023 - called at once
        assert isinstance(refreshed, Refreshed), name
        assert len(refreshed.files) <= count, (name, refreshed.files)
        assert told == ["now"]
        assert_as_new(everything)


def test_after_other_changes_all_is_built(everything: Blog, resident: ResidentBuild) -> None:
    for name in OTHERS:
        CHANGES[name](everything)
        assert isinstance(resident.rebuild(), Built), name
        add("content/pages/about.md", "\nA word more.\n")(everything)
        assert isinstance(resident.rebuild(), Refreshed), name
        assert_as_new(everything)


def test_two_texts_saved_at_once(everything: Blog, resident: ResidentBuild) -> None:
    CHANGES["a body"](everything)
    CHANGES["a page's words"](everything)
    refreshed = resident.rebuild()
    assert isinstance(refreshed, Refreshed)
    assert refreshed.texts == ("content/pages/about.md", QUIET)
    assert_as_new(everything)


def test_a_text_that_is_wrong_is_named_and_the_site_stays(
    everything: Blog, resident: ResidentBuild
) -> None:
    before = everything.tree()
    add(QUIET, "\n[Nowhere]({filename}nowhere.md)\n")(everything)
    with pytest.raises(WellspringError, match=r"a-quiet-evening\.md:10:11: .*nowhere"):
        resident.rebuild()
    assert everything.tree() == before
    swap(QUIET, "[Nowhere]({filename}nowhere.md)", "Somewhere")(everything)
    assert isinstance(resident.rebuild(), Built)
    assert_as_new(everything)


@pytest.mark.parametrize(
    ("name", "message"),
    [("lamps", "#lamps` leads to a heading"), ("article-lamps", "is called `article-lamps`")],
    ids=["a heading", "what may be the theme's"],
)
def test_an_anchor_taken_away_is_missed(
    everything: Blog, resident: ResidentBuild, name: str, message: str
) -> None:
    add(QUIET, f'\n<p id="{name}">Lamps.</p>\n')(everything)
    add("content/posts/breathing-slowly.md", f"\n[Lamps]({{filename}}a-quiet-evening.md#{name})\n")(
        everything
    )
    resident.rebuild()
    assert_as_new(everything)
    swap(QUIET, f' id="{name}"', "")(everything)
    with pytest.raises(WellspringError, match=message):
        resident.rebuild()


def test_another_day_builds_all(resident: ResidentBuild, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(os.environ["SOURCE_DATE_EPOCH"]) + 86400))
    assert isinstance(resident.rebuild(), Built)


def test_the_moment_for_which_a_post_waits_builds_all(resident: ResidentBuild) -> None:
    resident.until = time.time() + 3600
    assert isinstance(resident.rebuild(), Refreshed)
    resident.until = time.time() - 1
    assert isinstance(resident.rebuild(), Built)


def test_the_next_build_finds_all_as_it_should_be(
    everything: Blog, resident: ResidentBuild
) -> None:
    CHANGES["a body"](everything)
    resident.rebuild()
    left = everything.tree()
    everything.build()
    assert everything.tree() == left


def test_nothing_is_left_beside_the_output(everything: Blog, resident: ResidentBuild) -> None:
    CHANGES["a body"](everything)
    resident.rebuild()
    assert [path.name for path in Path(everything.root).glob(".output-*")] == []
