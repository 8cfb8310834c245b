"""Sites as they are, compared with one built from nothing; and one site for many tests."""

import shutil
from collections.abc import Callable

from tests.conftest import Blog, copy_blog
from wellspring.audit.manifest import check_report
from wellspring.building.last import inputs_of
from wellspring.commands.build import build


def build_noting(blog: Blog) -> None:
    """Build as the command does, which notes what the build is made from."""
    settings = blog.root / "pelicanconf.py"
    build(settings, blog.output, inputs=inputs_of(settings, blog.output))


def saver(blog: Blog) -> Callable[[], Blog]:
    """Build a blog and put it by; return what lays it out again, in the place where it was built.

    What a build has kept is of use there alone.
    """
    build_noting(blog)
    saved = Blog(blog.root.rename(blog.root.with_name("saved")))

    def lay_out() -> Blog:
        shutil.rmtree(blog.root, ignore_errors=True)
        return copy_blog(saved, blog.root)

    return lay_out


def build_anew(blog: Blog) -> Blog:
    """Build from nothing in another folder."""
    new = Blog(blog.root.parent / "new")
    build(blog.root / "pelicanconf.py", new.output, cold=True)
    return new


def assert_same(blog: Blog, new: Blog) -> None:
    """Make sure that two sites are the same in every byte."""
    found, wanted = blog.tree(), new.tree()
    assert sorted(found) == sorted(wanted)
    assert [path for path in wanted if found[path] != wanted[path]] == []


def assert_as_new(blog: Blog) -> None:
    """Build from nothing in another folder; every file must be the same, and the manifest true."""
    assert_same(blog, build_anew(blog))
    assert check_report(blog.output) == []
