"""What several tests of commands begin with."""

from collections.abc import Callable

import pytest

from tests.building.changes import blog_of_everything
from tests.building.fresh import saver
from tests.conftest import Blog, make_blog


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Blog]:
    """What lays out a small blog that holds one of everything, built by the command."""
    return saver(blog_of_everything(make_blog(tmp_path_factory.mktemp("saved") / "blog")))
