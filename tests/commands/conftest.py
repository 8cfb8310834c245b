"""What several tests of commands begin with."""

import shutil
from collections.abc import Callable

import pytest

from tests.building.changes import blog_of_everything
from tests.commands.amended import build_noting
from tests.conftest import Blog, make_blog


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Blog]:
    """What lays out a small blog that holds one of everything, built by the command."""
    folder = tmp_path_factory.mktemp("amend")
    made = blog_of_everything(make_blog(folder / "blog"))
    build_noting(made)
    made.root.rename(folder / "saved")

    def lay_out() -> Blog:
        shutil.rmtree(folder / "blog", ignore_errors=True)
        shutil.copytree(folder / "saved", folder / "blog", symlinks=True)
        return Blog(folder / "blog")

    return lay_out
