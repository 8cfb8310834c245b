"""Which changes are of a body alone, and which the whole site has to be looked at for."""

import pytest

from tests.building.changes import DRUG, QUIET, Change, add, swap
from tests.conftest import Blog
from wellspring.building.edits import with_body
from wellspring.building.site import Site

ABOUT = "content/pages/about.md"


def after(blog: Blog, path: str, change: Change) -> Site | None:
    site = blog.open()
    change(blog)
    return with_body(site, path, blog.root / path)


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (QUIET, add(QUIET, "\nBreathe out slowly.\n")),
        (QUIET, swap(QUIET, "Dim the", "\n\nDim the")),
        (DRUG, swap(DRUG, "Ketamine is used", "A word before.\n\nKetamine is used")),
        (ABOUT, add(ABOUT, "\nMore of them.\n")),
    ],
)
def test_a_body_alone(blog: Blog, path: str, change: Change) -> None:
    site = after(blog, path, change)
    assert site
    assert site.library.sources[path].body in (blog.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (QUIET, swap(QUIET, "Title: A quiet", "Title: A calm")),
        (QUIET, swap(QUIET, "Summary:", "Summary:\nStatus: draft\nSubtitle:")),
        (QUIET, add(QUIET, "\nThen do ten squats and a set of push-ups.\n")),
        (DRUG, swap(DRUG, "people with depression", "people")),
        (QUIET, add(QUIET, "\n[Nowhere]({filename}nowhere.md)\n")),
        (QUIET, add(QUIET, "\n<iframe src='https://example.org'></iframe>\n")),
        ("content/authors/robin-example.md", add("content/authors/robin-example.md", "More.\n")),
        ("content/posts/new.md", add("content/posts/new.md", "Title: New\n\nWords.\n")),
    ],
)
def test_more_than_a_body(blog: Blog, path: str, change: Change) -> None:
    assert after(blog, path, change) is None
