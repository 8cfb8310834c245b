"""Random posts: each is refused by name or gets its page; never a traceback, never silence.

For a longer run: WELLSPRING_FUZZ=20000 pytest tests/hostile/test_fuzz.py
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.conftest import Blog, make_blog
from tests.hostile.posts import posts
from wellspring.errors import ContentError

COUNT = int(os.environ.get("WELLSPRING_FUZZ", "300"))
BATCH = 100
LINE = re.compile(r"\S[^\n]*:\d+:\d+: \S[^\n]*[.?`)]")


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    return make_blog(tmp_path_factory.mktemp("fuzz") / "blog")


def build(blog: Blog, names: set[str]) -> None:
    """Build what was accepted one by one; each post has its page, or the build names it."""
    said = ""
    try:
        blog.build()
    except ContentError as error:
        said = str(error)
    if said:
        refused = {name for name in names if f"{name}.md" in said or f"{name}.html" in said}
        assert refused, said
        for name in refused:
            (blog.root / f"content/posts/{name}.md").unlink()
        build(blog, names - refused)
        return
    pages = {
        path.stem for folder in ("posts", "drafts") for path in (blog.output / folder).glob("*")
    }
    assert names <= pages


def test_random_posts_are_refused_by_name_or_published(blog: Blog) -> None:
    accepted: set[str] = set()
    count = {"all": 0, "refused": 0}

    @settings(
        max_examples=COUNT,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(posts)
    def try_one(text: str) -> None:
        count["all"] += 1
        name = f"fuzz-{count['all']}"
        file = Path(blog.root / f"content/posts/{name}.md")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        others = {path: path.read_bytes() for path in file.parent.glob("fuzz-*.md") if path != file}
        for path in others:
            path.unlink()
        try:
            blog.open()
        except ContentError as error:
            file.unlink()
            count["refused"] += 1
            said = str(error)
        else:
            accepted.add(name)
            said = f"{name}.md:1:1: it is well."
        lines = said.splitlines()
        assert [line for line in lines if not LINE.fullmatch(line)] == []
        assert any(f"{name}.md:" in line for line in lines)
        for path, data in others.items():
            path.write_bytes(data)
        if len(accepted) == BATCH:
            finish()

    def finish() -> None:
        build(blog, set(accepted))
        for path in (blog.root / "content/posts").glob("fuzz-*.md"):
            path.unlink()
        accepted.clear()

    try_one()
    finish()
    assert 0 < count["refused"] < count["all"]
