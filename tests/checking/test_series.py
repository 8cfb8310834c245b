"""Series: parts in any order are fine; two parts of one number and two spellings are named."""

from tests.checking.test_content import POST, complaints, post
from tests.conftest import Blog

OTHER = "content/posts/y.md"


def part(title: str, series: str, index: int) -> str:
    return post(Title=title, Series=series, Series_index=str(index))


def test_parts_of_one_series_and_of_two(blog: Blog) -> None:
    blog.write(POST, part("One", "Walks", 3))
    blog.write(OTHER, part("Two", "Walks", 1))
    blog.write("content/posts/z.md", part("Three", "Talks", 1))
    blog.open()


def test_two_parts_of_one_number_are_named(blog: Blog) -> None:
    blog.write(POST, part("One", "Walks", 1))
    blog.write(OTHER, part("Two", "Walks", 1))
    assert complaints(blog) == [
        f"{OTHER}:6:1: {POST} is part 1 of `Walks` already. Give one of the two another "
        "`Series-index`."
    ]


def test_two_spellings_are_named(blog: Blog) -> None:
    blog.write(POST, part("One", "Slow Walks", 1))
    blog.write(OTHER, part("Two", "slow walks", 2))
    assert complaints(blog) == [
        f"{OTHER}:5:1: the series `slow walks` is written `Slow Walks` in {POST}. Use one spelling."
    ]
