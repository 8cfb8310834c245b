"""How much a build does after a change, counted: an edit of an old post writes what shows it."""

import pytest

from tests.building.changes import swap
from tests.conftest import Blog, make_blog

OLD = "content/posts/evening-05.md"
POSTS = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    """A blog of many posts, built once."""
    made = make_blog(tmp_path_factory.mktemp("many") / "blog")
    for number in range(POSTS):
        made.write(
            f"content/posts/evening-{number:02}.md",
            f"Title: Evening {number}\nDate: 2025-{1 + number // 28:02}-{1 + number % 28:02}\n"
            "Author: Robin Example\nCategory: Sleep\nTags: Evenings\nSummary: An evening.\n\n"
            f"Words of evening {number}, which are few.\n",
        )
    made.build()
    return made


def written_after(blog: Blog, old: str, new: str) -> int:
    """Change an old post; return how many files the build writes."""
    swap(OLD, old, new)(blog)
    return blog.build().work.written


def test_nothing_changed_writes_nothing(many: Blog) -> None:
    many.build()
    kept = sorted((many.root / ".build/kept").rglob("readings/*.records"))
    before = [file.stat().st_mtime_ns for file in kept]
    assert many.build().work.written == 0
    assert before == [file.stat().st_mtime_ns for file in kept]


def test_a_body_is_its_page(many: Blog) -> None:
    assert written_after(many, "which are few", "which are many") == 1


def test_a_title_is_the_pages_that_show_it(many: Blog) -> None:
    written = written_after(many, "Title: Evening 5", "Title: Evening five")
    # Itself, its neighbours and those it is related to, three lists, archive, a conformance page;
    # no feed, for it is not among the newest, and no page of another kind.
    assert 1 < written <= 9


def test_a_word_of_a_topic_that_nobody_writes_is_no_page(many: Blog) -> None:
    many.write(
        "content/posts/on-ketamine.md",
        "Title: On ketamine\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Mental Health\n"
        "Summary: What to ask.\n\nKetamine is used in clinics.\n",
    )
    many.build()
    swap("editorial/topics/exercise.toml", "terms = [", 'terms = ["xyzzy", ')(many)
    assert many.build().work.written == 0


def test_a_feed_does_not_hang_on_the_articles_beside_its_own(many: Blog) -> None:
    feed = many.output / "feeds/all.atom.xml"
    before = feed.stat().st_mtime_ns
    last = min(number for number in range(POSTS) if f"evening-{number:02}.html" in feed.read_text())
    outside = f"content/posts/evening-{last - 1:02}.md"
    swap(outside, f"Title: Evening {last - 1}", "Title: Evening so-and-so")(many)
    assert many.build().work.written > 1
    assert "so-and-so" in many.page(f"posts/evening-{last:02}.html")
    assert feed.stat().st_mtime_ns == before
