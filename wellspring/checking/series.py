"""Series whose parts do not go together; called by check_library.

Readers would see two parts of one number, or one series as two.
"""

from collections.abc import Iterator

from wellspring.model.finding import Finding
from wellspring.model.post import Post
from wellspring.text.library import Library


def check_series(library: Library) -> Iterator[Finding]:
    """Report parts of one number, and names of a series that differ only in capitals or blanks."""
    parts: dict[tuple[str, str, int], Post] = {}
    names: dict[str, Post] = {}
    for post in library.posts.values():
        if post.series is None:
            continue
        source, name = library.sources[post.path], post.series.name
        key = " ".join(name.casefold().replace("’", "'").split())
        first = names.setdefault(key, post)
        if first.series and first.series.name != name:
            message = (
                f"the series `{name}` is written `{first.series.name}` in {first.path}. Use one "
                "spelling."
            )
            yield Finding(source.place("series"), message)
        if post.is_draft:  # readers see it with its number when it is one no more
            continue
        other = parts.setdefault((key, post.lang, post.series.position), post)
        if other is not post:
            message = (
                f"{other.path} is part {post.series.position} of `{name}` already. Give one of "
                "the two another `Series-index`."
            )
            yield Finding(source.place("series-index"), message)
