"""Addresses in texts: where they begin and end."""

import pytest

from wellspring.checking.addresses import addresses_in
from wellspring.model.place import Place


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://a.example/b.", "https://a.example/b"),
        ("[x](https://a.example/b) more", "https://a.example/b"),
        ("[x](https://a.example/b_(c)) more", "https://a.example/b_(c)"),
        ("<https://a.example/>", "https://a.example/"),
        ('url = "https://a.example/b?c=d&e=f"', "https://a.example/b?c=d&e=f"),
        ("Know-more: A page | https://a.example/b#part | guide", "https://a.example/b"),
        ("**https://a.example/b**, he said", "https://a.example/b"),
    ],
)
def test_an_address_ends_where_its_text_begins(text: str, address: str) -> None:
    assert [found for found, _ in addresses_in(text, "x.md")] == [address]


def test_an_address_has_its_place() -> None:
    assert list(addresses_in("one\ntwo https://a.example/", "x.md")) == [
        ("https://a.example/", Place("x.md", 2, 5))
    ]


@pytest.mark.parametrize("text", ["no address", "http://", "mailto:a@b.example", "posts/x.html"])
def test_what_is_no_web_address_is_left_alone(text: str) -> None:
    assert list(addresses_in(text, "x.md")) == []
