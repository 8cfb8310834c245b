"""A blog that is amended as the command does; for the tests of amending."""

from tests.conftest import Blog
from wellspring.building.last import inputs_of, recall_last
from wellspring.commands.amend import amend


def amended(blog: Blog) -> int | None:
    """Amend as the command does; return how many files were written."""
    settings = blog.root / "pelicanconf.py"
    inputs = inputs_of(settings, blog.output)
    last = recall_last(settings, blog.output, inputs)
    return amend(settings, blog.output, inputs, last) if last else None
