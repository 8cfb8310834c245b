"""A changed body is put into the files that show it, and then the site is as if built anew."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.building.changes import BREATHING, DRUG, QUIET, Change, add, swap
from tests.building.fresh import assert_as_new, build_noting
from tests.commands.amended import amended
from tests.conftest import Blog
from wellspring.building.search_pages import recall_pages
from wellspring.commands import amend as amending
from wellspring.commands.amend import MOST
from wellspring.commands.outcome import build_changed

DRAFT, SOMEDAY = "content/posts/not-yet.md", "content/posts/someday.md"
# Changes of bodies, and how many files show them: a page, and feeds that hold the post.
BODIES: dict[str, tuple[Change, int]] = {
    "a word": (swap(QUIET, "Dim the lights", "Dim all lights"), 6),
    "a paragraph more": (add(QUIET, "\nAnd so to bed.\n"), 6),
    "words that XML and JSON write otherwise": (add(QUIET, '\nA & b < c, "so" — ’t.\n'), 6),
    "a link to elsewhere": (add(QUIET, "\n[NHS](https://www.nhs.uk/live-well/).\n"), 6),
    "words around a link and a picture": (swap(BREATHING, "first.", "first, & twice…"), 6),
    "lines before the words that ask for notices": (
        swap(DRUG, "Ketamine is", "Think.\n\nKetamine is"),
        6,
    ),
    "a draft": (add(DRAFT, "\nWait more.\n"), 1),
    "one that waits": (add(SOMEDAY, "\nWait more.\n"), 6),
    "several": (
        lambda blog: [add(path, "\nOn and on.\n")(blog) for path in (QUIET, DRUG, DRAFT)],
        9,
    ),
}
OTHERS: dict[str, Change] = {
    "a heading": add(QUIET, "\n## More\n"),
    "a footnote": add(QUIET, "\nOne more[^1].\n\n[^1]: A note.\n"),
    "a table": add(QUIET, "\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
    "a link to another post": add(QUIET, "\n[Breathe]({filename}breathing-slowly.md).\n"),
    "another picture": add(QUIET, "\n![A circle]({static}/images/circle.png)\n"),
    "a drug": add(QUIET, "\nHe takes sertraline.\n"),
    "a post less": lambda blog: (blog.root / DRAFT).unlink(),
    "a post more": lambda blog: blog.write("content/posts/new.md", "Words."),
    "a page's words": add("content/pages/about.md", "\nMore.\n"),
    "a picture": lambda blog: Image.new("RGB", (90, 60)).save(
        blog.root / "content/images/circle.png"
    ),
    "a post and its author": lambda blog: [
        add(QUIET, "\nOn.\n")(blog),
        add("content/authors/robin-example.md", "\nRobin.\n")(blog),
    ],
    "a file of the output": add("output/index.html", "<!-- mine -->"),
}


@pytest.mark.parametrize("name", BODIES)
def test_after_a_changed_body_the_site_is_as_if_built_anew(
    saved: Callable[[], Blog], name: str
) -> None:
    blog = saved()
    change, files = BODIES[name]
    change(blog)
    assert amended(blog) == files
    assert_as_new(blog)


@pytest.mark.parametrize("name", OTHERS)
def test_more_than_a_body_is_left_to_a_whole_build(saved: Callable[[], Blog], name: str) -> None:
    blog = saved()
    OTHERS[name](blog)
    before = blog.tree()
    assert amended(blog) is None
    assert blog.tree() == before


def test_what_is_wrong_is_left_to_a_whole_build(saved: Callable[[], Blog]) -> None:
    blog = saved()
    add(QUIET, "\n[Gone](#nowhere)\n")(blog)
    before = blog.tree()
    assert amended(blog) is None
    assert blog.tree() == before


def test_another_verdict_of_the_standards_is_left_to_a_whole_build(
    saved: Callable[[], Blog],
) -> None:
    blog = saved()
    add(QUIET, "\nOne more[^1].\n\n[^1]: A note.\n")(blog)
    build_noting(blog)
    swap(QUIET, "A note.", "A note, https://www.nhs.uk/live-well/.")(blog)
    assert amended(blog) is None


def test_many_texts_are_left_to_a_whole_build(saved: Callable[[], Blog]) -> None:
    blog = saved()
    for number in range(MOST + 1):
        blog.write(f"content/posts/n-{number}.md", "x")
    assert amended(blog) is None


@pytest.mark.parametrize(
    "change",
    [
        add("pelicanconf.py", "\nJINJA_FILTERS = {'shout': str.upper}\n"),
        add("pelicanconf.py", "\nWELLSPRING_PRODUCTION = True\n"),
        swap(
            "theme/templates/article.html",
            "{{ related(",
            "{{ article.content | wordcount }}{{ related(",
        ),
    ],
)
def test_where_nobody_can_tell_all_is_built(saved: Callable[[], Blog], change: Change) -> None:
    blog = saved()
    change(blog)
    build_noting(blog)
    add(QUIET, "\nAnd so to bed.\n")(blog)
    assert amended(blog) is None


def edit(blog: Blog, dice: random.Random, number: int) -> None:
    """Make one of many edits of one of several posts."""
    path = dice.choice([QUIET, BREATHING, DRUG, DRAFT])
    text = dice.choice(["Rest.", "*Rest* & `breathe`.", '"So" it goes--on...', "### Up"])
    head, _, body = (blog.root / path).read_text("utf-8").partition("\n\n")
    where = dice.choice(["end", "start", "title", "summary"])
    if where == "end":
        body += f"\n{text} {number}\n"
    elif where == "start":
        body = f"{text} {number}\n\n{body}"
    else:
        key = where.capitalize()
        head = re.sub(f"(?m)^{key}: ", f"{key}: {text} {number} ", head)
    blog.write(path, f"{head}\n\n{body}")


@pytest.mark.parametrize("seed", [10, 11])
def test_any_row_of_edits_and_builds_ends_the_same(saved: Callable[[], Blog], seed: int) -> None:
    blog, dice = saved(), random.Random(seed)  # noqa: S311 - no secret
    written = []
    for number in range(14):
        edit(blog, dice, number)
        written.append(amended(blog))
        if written[-1] is None:
            build_noting(blog)
    assert_as_new(blog)
    assert None in written
    assert any(written)


def test_a_whole_build_goes_on_from_there(saved: Callable[[], Blog]) -> None:
    blog = saved()
    add(QUIET, "\nAnd so to bed.\n")(blog)
    assert amended(blog)
    swap(QUIET, "Title: A quiet evening", "Title: A calm evening")(blog)
    build_noting(blog)
    assert_as_new(blog)


def test_the_search_finds_the_new_words(saved: Callable[[], Blog]) -> None:
    blog = saved()
    add(QUIET, "\nAnd so to bed.\n")(blog)
    assert amended(blog)
    texts = recall_pages(blog.root / ".build/kept/pelicanconf/search").read()
    assert sum("And so to bed." in text for text in texts.values()) == 1
    assert len(texts) == 5


def test_a_killed_one_leaves_the_old_site(
    saved: Callable[[], Blog], monkeypatch: pytest.MonkeyPatch
) -> None:
    blog = saved()
    add(QUIET, "\nAnd so to bed.\n")(blog)
    before = blog.tree()

    def die(_stage: Path, _output: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(amending, "put_in_place", die)
        with pytest.raises(KeyboardInterrupt):
            amended(blog)
    assert blog.tree() == before
    assert amended(blog)
    assert_as_new(blog)


def test_the_command_says_how_many_files_it_wrote(
    saved: Callable[[], Blog], capsys: pytest.CaptureFixture[str]
) -> None:
    blog = saved()
    add(DRAFT, "\nAnd so to bed.\n")(blog)
    build_changed(blog.root / "pelicanconf.py", blog.output, blog.root, profile=True)
    said = capsys.readouterr().out.splitlines()
    assert "(1 file written, " in said[0]
    assert said[2].endswith(" s  amending")
