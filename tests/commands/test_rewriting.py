"""Another title, summary or reading time is put into every page and feed that shows it."""

from collections.abc import Callable

import pytest

from tests.building.changes import DRUG, QUIET, Change, add, swap
from tests.building.fresh import assert_as_new, build_noting
from tests.commands.amended import amended
from tests.conftest import Blog
from wellspring.building.search_pages import recall_pages

# What templates may do with a title beside printing it: another one changes more than its place.
MEASURED = "{% block main %}{% for a in articles %}{{ a.title | length }}{% endfor %}"
# What fails with a value that leaves marks, though not with a plain one; on a neighbour's page.
OFTEN = (
    "{% if article.slug == 'breathing-slowly' %}{{ [article.reading_minutes, 3] | max }}{% endif %}"
)
SORTED = "{{ article.related | map(attribute='title') | sort | join(', ') }}"
# Changes of what lists and neighbours show too.
HEADS: dict[str, Change] = {
    "a title": swap(QUIET, "Title: A quiet evening", "Title: A calm evening"),
    "a title with marks": swap(QUIET, "Title: A quiet", 'Title: A "quiet" & <calm>'),
    "a summary": swap(QUIET, "Summary: How", "Summary: Perhaps how"),
    "a title, a summary and a body": lambda blog: [
        swap(QUIET, "Title: A quiet evening", "Title: One quiet evening")(blog),
        swap(QUIET, "Summary: How", "Summary: Perhaps how")(blog),
        add(QUIET, "\nAnd so to bed.\n")(blog),
    ],
    "more minutes": add(QUIET, "\nOn and on.\n" * 300),
}


@pytest.mark.parametrize("name", HEADS)
def test_after_another_title_the_site_is_as_if_built_anew(
    saved: Callable[[], Blog], name: str
) -> None:
    blog = saved()
    HEADS[name](blog)
    written = amended(blog)
    assert written
    assert_as_new(blog)


@pytest.mark.parametrize(
    "template",
    [
        swap("theme/templates/archives.html", "{% block main %}", MEASURED),
        swap("theme/templates/article.html", "{{ related(", f"{SORTED}{{{{ related("),
    ],
)
def test_a_title_that_a_template_does_more_with_is_left_to_a_whole_build(
    saved: Callable[[], Blog], template: Change
) -> None:
    blog = saved()
    template(blog)
    build_noting(blog)
    assert_as_new(blog)
    swap(QUIET, "Title: A quiet evening", "Title: A calm evening")(blog)
    assert amended(blog) is None
    add(QUIET, "\nAnd so to bed.\n")(blog)
    build_noting(blog)
    add(QUIET, "\nTo bed.\n")(blog)
    assert amended(blog)


@pytest.mark.parametrize(
    "change",
    [
        swap("theme/templates/article.html", "{{ related(", f"{OFTEN}{{{{ related("),
        # A feed of summaries alone cannot show the note on a drug.
        lambda blog: [
            (blog.root / DRUG).unlink(),
            add("pelicanconf.py", "\nRSS_FEED_SUMMARY_ONLY = True\n")(blog),
        ],
    ],
)
def test_where_nobody_can_tell_what_shows_a_summary_all_is_built(
    saved: Callable[[], Blog], change: Change
) -> None:
    blog = saved()
    change(blog)
    build_noting(blog)
    assert_as_new(blog)
    swap(QUIET, "Summary: How", "Summary: Perhaps how")(blog)
    assert amended(blog) is None


def test_one_edit_after_the_other_is_put(saved: Callable[[], Blog]) -> None:
    blog = saved()
    for old, new in (("A quiet", "A very quiet"), ("A very quiet", "One quiet")):
        swap(QUIET, f"Title: {old}", f"Title: {new}")(blog)
        assert amended(blog)
        add(QUIET, "\nAnd so to bed.\n")(blog)
        assert amended(blog)
    assert_as_new(blog)


def test_the_search_finds_the_new_title(saved: Callable[[], Blog]) -> None:
    blog = saved()
    swap(QUIET, "Title: A quiet evening", "Title: A calm evening")(blog)
    assert amended(blog)
    texts = recall_pages(blog.root / ".build/kept/pelicanconf/search").read()
    assert [text for text in texts.values() if ">A calm evening</h1>" in text]
    assert not [text for text in texts.values() if "A quiet evening</h1>" in text]


def test_other_neighbours_are_left_to_a_whole_build(saved: Callable[[], Blog]) -> None:
    blog = saved()
    for number in range(2):
        words = f"Title: Walking {number}\nDate: 2024-0{number + 1}-01\nAuthor: Robin Example\n"
        blog.write(f"content/posts/w-{number}.md", f"{words}Category: Sleep\n\nWords.\n")
    build_noting(blog)
    swap(QUIET, "Title: A quiet evening", "Title: Walking in the evening")(blog)
    assert amended(blog) is None
    build_noting(blog)
    assert_as_new(blog)
