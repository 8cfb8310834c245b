"""What stands beside an article: series, neighbours, related articles, further reading."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import Blog
from wellspring.errors import ContentError

ORDER = ("b-two", "c-three", "a-one")


def post(title: str, day: int, extra: str = "", tags: str = "Habits") -> str:
    return (
        f"Title: {title}\nDate: 2025-04-{day:02}\nAuthor: Robin Example\nCategory: Sleep\n"
        f"Tags: {tags}\n{extra}\nWords.\n"
    )


def add_series(blog: Blog) -> None:
    """Add three articles whose order in the series is neither that of dates nor of names."""
    for index, slug in enumerate(ORDER):
        extra = f"Series: Steps\nSeries-index: {index + 1}\n"
        blog.write(f"content/posts/{slug}.md", post(slug.title(), 20 - index, extra))


def article(blog: Blog, slug: str) -> LexborNode:
    found = LexborHTMLParser(blog.page(f"posts/{slug}.html")).css_first("main")
    assert found
    return found


def links(node: LexborNode, selector: str) -> list[str]:
    return [link.attributes["href"] or "" for link in node.css(f"{selector} a")]


def test_a_series_lists_its_articles_in_its_own_order(blog: Blog) -> None:
    add_series(blog)
    blog.build()
    shown = links(article(blog, "c-three"), ".series-nav")
    positions = [shown.index(f"../posts/{slug}.html") for slug in ("b-two", "a-one")]
    assert positions == sorted(positions)


def test_one_part_alone_is_shown_as_no_series(blog: Blog) -> None:
    blog.write("content/posts/one.md", post("One", 1, "Series: Steps\nSeries-index: 1\n"))
    blog.build()
    assert article(blog, "one").css_first(".series-nav") is None


def test_a_draft_of_a_series_is_not_listed_in_it(blog: Blog) -> None:
    add_series(blog)
    blog.write(
        "content/posts/d-four.md",
        post("Four", 9, "Series: Steps\nSeries-index: 4\nStatus: draft\n"),
    )
    blog.build()
    assert "d-four" not in blog.page("posts/c-three.html")


def test_related_articles_are_close_ones_and_never_itself(blog: Blog) -> None:
    add_series(blog)
    blog.build()
    page = article(blog, "a-quiet-evening")
    assert "../posts/a-quiet-evening.html" not in links(page, ".related")
    assert set(links(page, ".related")) <= {f"../posts/{slug}.html" for slug in ORDER}


def test_further_reading_may_have_no_address(blog: Blog) -> None:
    blog.write(
        "content/posts/x.md",
        post(
            "X",
            1,
            "Know-more: A leaflet\n    A quiet evening | {filename}/posts/a-quiet-evening.md\n",
        ),
    )
    blog.build()
    assert "A leaflet" in article(blog, "x").text()
    assert "../posts/a-quiet-evening.html" in links(article(blog, "x"), "article")


def test_further_reading_that_is_not_there_stops_the_build(blog: Blog) -> None:
    blog.write("content/posts/x.md", post("X", 1, "Know-more: Y | {filename}/posts/y.md\n"))
    with pytest.raises(ContentError) as raised:
        blog.build()
    assert str(raised.value) == (
        "content/posts/x.md:6:16: there is no file `content/posts/y.md` to link to. Mend the path."
    )


def test_corrections_are_shown_with_their_day_and_on_their_own_page(blog: Blog) -> None:
    extra = "Corrections: 2025-05-01 | It is safe. | It has risks. | A word was lost.\n"
    blog.write("content/posts/x.md", post("X", 1, extra))
    blog.build()
    for page in ("posts/x.html", "corrections.html"):
        text = " ".join(LexborHTMLParser(blog.page(page)).text().split())
        for words in ("1 May 2025", "It is safe.", "It has risks.", "A word was lost."):
            assert words in text


def test_several_authors_each_have_a_page_and_a_box(blog: Blog) -> None:
    blog.write("content/authors/kim-sample.md", "Name: Kim Sample\n\nKim writes other tests.\n")
    text = post("X", 1).replace("Author: Robin Example", "Authors: Robin Example, Kim Sample")
    blog.write("content/posts/x.md", text)
    blog.build()
    assert "Kim writes other tests." in article(blog, "x").text()
    assert "Robin writes tests." in article(blog, "x").text()
    assert (blog.output / "author/kim-sample.html").is_file()


def test_an_author_and_a_category_of_one_name_do_not_collide(blog: Blog) -> None:
    blog.write("content/authors/sleep.md", "Name: Sleep\n\nA person called Sleep.\n")
    blog.write("content/posts/x.md", post("X", 1).replace("Robin Example", "Sleep"))
    blog.build()
    assert (blog.output / "feeds/author/sleep.atom.xml").is_file()
    assert (blog.output / "feeds/category/sleep.atom.xml").is_file()
