"""The filler that builds are measured with is the same everywhere, and says that it is filler."""

import hashlib
import re
from collections.abc import Callable

import pytest

from tests.benchmarks import corpus, phrases
from tests.benchmarks.corpus import Post, body, post
from tests.benchmarks.front_matter import for_eleventy, for_hugo, for_pelican

SAMPLE = range(60)
FIRST_TWENTY = "72d437f33ce8a0bd32442d9b618cb5ea65ddcd57f5dfad9ab59ccc9e0466d82d"
WRITERS = (for_pelican, for_hugo, for_eleventy)
each_writer = pytest.mark.parametrize("write", WRITERS, ids=lambda it: it.__name__)


@each_writer
def test_a_post_has_the_same_bytes_each_time(write: Callable[[Post], str]) -> None:
    assert [write(post(it)) for it in SAMPLE] == [write(post(it)) for it in SAMPLE]


def test_a_post_depends_on_its_number_alone() -> None:
    few = {number: for_pelican(post(number)) for number in range(5)}
    many = {number: for_pelican(post(number)) for number in reversed(range(50))}
    assert few.items() <= many.items()


def test_the_corpus_has_not_changed() -> None:
    """Figures of different days can only be compared while this holds."""
    text = "".join(for_pelican(post(it)) for it in range(20))
    assert hashlib.sha256(text.encode()).hexdigest() == FIRST_TWENTY


@each_writer
def test_every_post_says_that_it_is_filler(write: Callable[[Post], str]) -> None:
    assert all(corpus.WARNING in write(post(it)) for it in SAMPLE)


def test_no_post_credits_anybody_or_gives_a_figure() -> None:
    text = "\n".join(for_pelican(post(it)) for it in SAMPLE)
    assert "%" not in text
    assert not re.search(r"\b(NIH|FDA|CDC|WHO|APA|NAMI|NHS|AHA|Mayo)\b", text)
    assert set(re.findall(r"https?://([^/\s)>]+)", text)) == {"example.org"}


def test_posts_are_as_long_as_a_blogs() -> None:
    lengths = [len(body(it, str).split()) for it in range(200)]
    assert 800 <= min(lengths) <= max(lengths) <= 1500


def test_a_post_links_to_earlier_ones_only() -> None:
    slugs = {post(it).slug: it for it in SAMPLE}
    for number in SAMPLE:
        found = re.findall(r"\{filename\}/posts/([^)]+)\.md", for_pelican(post(number)))
        assert all(slugs[slug] < number for slug in found)
    assert "{filename}" in for_pelican(post(30))
    assert "{filename}" not in for_hugo(post(30))


def test_no_two_posts_have_an_address_or_a_moment_in_common() -> None:
    posts = [post(it) for it in range(2000)]
    assert len({it.slug for it in posts}) == len({it.date for it in posts}) == len(posts)


def test_the_names_are_as_many_as_promised() -> None:
    counts = [len(set(names)) for names in (phrases.AUTHORS, phrases.CATEGORIES, phrases.TAGS)]
    assert counts == [12, 8, 60]
