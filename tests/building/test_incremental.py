"""A build that takes over what has not changed ends with the bytes of one that takes over nothing.

One of a long row of changes is made between two builds, and a random row of them; a third build
makes everything anew in another folder.
"""

import random
from collections.abc import Callable
from functools import partial

import pytest

from tests.building.changes import CHANGES, blog_of_everything
from tests.building.fresh import assert_same, build_anew, saver
from tests.conftest import Blog, make_blog
from wellspring.building.last import inputs_of, recall_last
from wellspring.commands.amend import amend
from wellspring.commands.build import Built, build
from wellspring.errors import WellspringError

DAMAGED = {name for name in CHANGES if name.startswith("all that was kept")}
# A body, or what other pages show of a post beside it.
AMENDED = {"a body", "a file of the same size and time", "a title", "a summary"}
# What every page is made with, or a setting that everything may depend on.
FROM_NOTHING = DAMAGED | {
    "the site's name",
    "the addresses of articles",
    "a function in the settings",
    "a template that stands in",
    "no typography",
    "articles on a page of a list",
    "the readers' countries",
    "the menu",
    "a template",
    "a template that others extend",
    "styles",
    "the theme's words",
}


def is_as_left(blog: Blog) -> bool:
    """Tell whether the command would say at once that nothing has changed."""
    settings = blog.root / "pelicanconf.py"
    inputs = inputs_of(settings, blog.output)
    last = recall_last(settings, blog.output, inputs)
    return last is not None and last.made_from == inputs.name


@pytest.fixture(scope="module")
def lay_out(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Blog]:
    """What lays out a small blog that holds one of everything, as its first build left it."""
    return saver(blog_of_everything(make_blog(tmp_path_factory.mktemp("incremental") / "blog")))


@pytest.fixture
def blog(lay_out: Callable[[], Blog]) -> Blog:
    return lay_out()


def build_again(blog: Blog) -> Built | None:
    """Build as the command does; return nothing if changed bodies were all there was to write."""
    settings = blog.root / "pelicanconf.py"
    inputs = inputs_of(settings, blog.output)
    last = recall_last(settings, blog.output, inputs)
    if last and amend(settings, blog.output, inputs, last):
        assert is_as_left(blog)
        return None
    return build(settings, blog.output, inputs=inputs)


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_as_if_built_anew(blog: Blog, name: str) -> None:
    assert is_as_left(blog)
    CHANGES[name](blog)
    assert is_as_left(blog) == (name == "nothing")
    built = build_again(blog)
    assert_same(blog, build_anew(blog))
    assert (built is None) == (name in AMENDED)
    if built:
        assert (built.work.taken_over > 0) == (name not in FROM_NOTHING)
        assert bool(built.notes) == (name in DAMAGED)


def refusal(build_somehow: Callable[[], object]) -> str:
    """Build; return why it was refused, if it was."""
    try:
        build_somehow()
    except WellspringError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("seed", [8, 9])
def test_after_many_changes_in_any_order_too(blog: Blog, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - no secret
    names = list(CHANGES)
    dice.shuffle(names)
    built = 0
    for name in names[:16]:
        try:
            CHANGES[name](blog)
        except (AssertionError, FileNotFoundError):  # what it would change is gone
            continue
        refused = refusal(partial(build_anew, blog))
        assert refusal(partial(build_again, blog)) == refused
        if refused:
            break
        assert_same(blog, Blog(blog.root.parent / "new"))
        built += 1
    assert built > 5
