"""A post of the corpus as each tool wants it written; called by layout and edits."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tests.benchmarks.corpus import Post, body

Writer = Callable[[Post], str]


def for_pelican(post: Post) -> str:
    """Return a post as Pelican reads it, and so Wellspring."""
    lines = (
        f"Title: {post.title}",
        f"Slug: {post.slug}",
        f"Date: {post.date:%Y-%m-%d %H:%M}",
        f"Modified: {post.modified:%Y-%m-%d %H:%M}",
        f"Author: {post.author}",
        f"Category: {post.category}",
        f"Tags: {', '.join(post.tags)}",
        f"Summary: {post.summary}",
    )
    text = body(post.number, lambda slug: f"{{filename}}/posts/{slug}.md")
    return "\n".join(lines) + f"\n\n{text}"


def for_hugo(post: Post) -> str:
    """Return a post as Hugo reads it."""
    times = {"date": post.date, "lastmod": post.modified}
    terms = {"authors": [post.author], "categories": [post.category], "tags": list(post.tags)}
    return with_yaml(post, times, terms)


def for_eleventy(post: Post) -> str:
    """Return a post as Eleventy reads it; `tags` would have a meaning of its own there."""
    times = {"date": post.date, "modified": post.modified}
    terms = {"author": post.author, "category": post.category, "topics": list(post.tags)}
    return with_yaml(post, times, terms)


def with_yaml(post: Post, times: dict[str, datetime], terms: Mapping[str, Sequence[str]]) -> str:
    """Return a post under YAML; a time stands without quotes, to be read as a time."""
    words = {"title": post.title, "slug": post.slug, "summary": post.summary, **terms}
    lines = [f"{name}: {json.dumps(value)}" for name, value in words.items()]
    lines += [f"{name}: {time:%Y-%m-%dT%H:%M:%SZ}" for name, time in times.items()]
    text = body(post.number, lambda slug: f"/posts/{slug}/")
    return "\n".join(["---", *lines, "---", "", text])
