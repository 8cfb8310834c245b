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
