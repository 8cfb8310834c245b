"""Addresses of tags: those that Pelican makes, none for two tags and none that is empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Tag

from tests.conftest import PLAIN_POST, Blog
from wellspring.errors import ContentError
from wellspring.plugins.term_addresses import address_of_tag

POST = "content/posts/p.md"


def tagged(tags: str) -> str:
    return PLAIN_POST.replace("Evenings", tags)


@given(st.text(max_size=12))
def test_an_address_is_pelicans(tag: str) -> None:
    assert address_of_tag(tag, DEFAULT_CONFIG) == Tag(tag, DEFAULT_CONFIG).slug


def test_tags_with_addresses_of_their_own_are_built(blog: Blog) -> None:
    blog.write(POST, tagged("C, C-section, Сон, Café culture"))
    blog.build()
    assert (blog.output / "tag/son.html").is_file()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("C++, C", [":12: the tag `C` has the same address as `C++` in"]),
        (
            "Night Tea, Night-Tea",
            [":18: the tag `Night-Tea` has the same address as `Night Tea` in"],
        ),
        ("???", [":7: the tag `???` has neither letters nor digits, so it can have no page."]),
        ("#Tea, Tea", [":7: `#Tea` would be the tag's name on every page, signs and all."]),
    ],
)
def test_tags_without_one_are_named(blog: Blog, tags: str, expected: list[str]) -> None:
    blog.write(POST, tagged(tags))
    with pytest.raises(ContentError) as raised:
        blog.build()
    said = str(raised.value).splitlines()
    assert len(said) == len(expected)
    assert all(want in line for want, line in zip(expected, said, strict=True))


def test_settings_can_tell_tags_apart(blog: Blog) -> None:
    settings = blog.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    more = 'TAG_REGEX_SUBSTITUTIONS = [(r"[+]{2}", "-plus-plus"), (r"[^a-zA-Z-]+", "-")]\n'
    settings.write_text(f"{text}\n{more}", encoding="utf-8")
    blog.write(POST, tagged("C++, C"))
    blog.build()


@pytest.mark.parametrize(
    "tags",
    ["Warm milk, Habits", "Warm milk\n    Habits"],
)
def test_each_name_of_a_list_is_a_tag(blog: Blog, tags: str) -> None:
    blog.write(POST, tagged(tags))
    blog.build()
    assert (blog.output / "tag/warm-milk.html").is_file()
    assert (blog.output / "tag/habits.html").is_file()


def test_lists_in_yaml_are_lists(blog: Blog) -> None:
    blog.write("content/authors/kim-sample.md", "Name: Kim Sample\n\nKim writes tests.\n")
    blog.write(
        POST,
        '---\ntitle: "A quiet evening"\ndate: 2025-03-01\nauthors: [Robin Example, Kim Sample]\n'
        "category: Sleep\ntags:\n  - Warm milk\n  - Habits\nsummary: How it ends.\n---\n\nWords.\n",
    )
    other = '---\ntitle: "Two"\ndate: 2025-03-01\nauthor: [Robin Example, Kim Sample]\n'
    blog.write("content/posts/q.md", f"{other}category: Sleep\ntags: [Habits]\n---\n\nWords.\n")
    blog.build()
    assert (blog.output / "tag/habits.html").is_file()
    assert "Kim Sample" in blog.page("posts/p.html")
    assert "Kim Sample" in blog.page("posts/q.html")
