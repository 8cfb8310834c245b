"""A build that takes over what has not changed ends with the bytes of one that takes over nothing.

One of a long row of changes is made between two builds, and a random row of them; a third build
makes everything anew in another folder.
"""

import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.building.changes import CHANGES, blog_of_everything
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


def build_noting(blog: Blog) -> None:
    """Build as the command does, which notes what the build is made from."""
    settings = blog.root / "pelicanconf.py"
    build(settings, blog.output, inputs=inputs_of(settings, blog.output))


def is_as_left(blog: Blog) -> bool:
    """Tell whether the command would say at once that nothing has changed."""
    settings = blog.root / "pelicanconf.py"
    inputs = inputs_of(settings, blog.output)
    last = recall_last(settings, blog.output, inputs)
    return last is not None and last.made_from == inputs.name


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small blog that holds one of everything, as it stands after its first build."""
    folder = tmp_path_factory.mktemp("incremental")
    made = blog_of_everything(make_blog(folder / "blog"))
    build_noting(made)
    made.root.rename(folder / "saved")
    return folder / "saved"


@pytest.fixture
def blog(saved: Path) -> Blog:
    """That blog, in the place where it was built."""
    root = saved.parent / "blog"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(saved, root, symlinks=True)
    return Blog(root)


def build_again(blog: Blog) -> Built | None:
    """Build as the command does; return nothing if changed bodies were all there was to write."""
    settings = blog.root / "pelicanconf.py"
    inputs = inputs_of(settings, blog.output)
    last = recall_last(settings, blog.output, inputs)
    if last and amend(settings, blog.output, inputs, last):
        assert is_as_left(blog)
        return None
    return build(settings, blog.output, inputs=inputs)


def assert_as_new(blog: Blog) -> Built | None:
    """Build twice, taking over and from nothing; return the first when both are the same."""
    built = build_again(blog)
    new = Blog(blog.root.parent / "new")
    build(blog.root / "pelicanconf.py", new.output, cold=True)
    found, wanted = blog.tree(), new.tree()
    assert sorted(found) == sorted(wanted)
    assert [path for path in wanted if found[path] != wanted[path]] == []
    return built


@pytest.mark.parametrize("name", CHANGES)
def test_after_a_change_the_site_is_as_if_built_anew(blog: Blog, name: str) -> None:
    assert is_as_left(blog)
    CHANGES[name](blog)
    assert is_as_left(blog) == (name == "nothing")
    built = assert_as_new(blog)
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
        new = partial(build, blog.root / "pelicanconf.py", blog.root.parent / "new/output")
        if refused := refusal(partial(new, cold=True)):
            assert refused == refusal(partial(build_again, blog))
            break
        assert_as_new(blog)
        built += 1
    assert built > 5
