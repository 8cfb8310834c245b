"""A site as it is, compared with one that was built from nothing."""

from tests.conftest import Blog
from wellspring.audit.manifest import check_report
from wellspring.commands.build import build


def assert_as_new(blog: Blog) -> None:
    """Build from nothing in another folder; every file must be the same, and the manifest true."""
    new = Blog(blog.root.parent / "new")
    build(blog.root / "pelicanconf.py", new.output, cold=True)
    found, wanted = blog.tree(), new.tree()
    assert sorted(found) == sorted(wanted)
    assert [path for path in wanted if found[path] != wanted[path]] == []
    assert check_report(blog.output) == []
