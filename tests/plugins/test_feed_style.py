"""Feeds in a browser: the style is named from every folder, and readers still read the feed."""

from xml.etree import ElementTree as ET

from tests.conftest import Blog


def test_every_xml_feed_names_the_style_that_is_there(blog: Blog) -> None:
    blog.build()
    for file in (blog.output / "feeds").rglob("*.xml"):
        text = file.read_text(encoding="utf-8")
        head, instruction = text.split("\n", 2)[:2]
        assert head == '<?xml version="1.0" encoding="utf-8"?>'
        address = instruction.split('href="')[1].split('"')[0]
        assert (file.parent / address).resolve() == blog.output / "theme/feed.css"
        assert ET.fromstring(text) is not None


def test_the_style_says_what_a_feed_is(blog: Blog) -> None:
    blog.build()
    assert "This is a feed. Copy this page’s address into a feed reader" in blog.page(
        "theme/feed.css"
    )
