"""XML that is hardened, and what exports and feeds say besides their texts."""

import re
from datetime import date

import pytest

from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.pages.autop import make_paragraphs
from wellspring.importing.pages.charset import decode_page
from wellspring.importing.pages.docx import note_of, read_title
from wellspring.importing.pages.exported import plain
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.feed import read_feed
from wellspring.importing.pages.substack import facts_of, read_rows, unsure_of
from wellspring.importing.pages.tree import read_tree
from wellspring.importing.pages.wxr import notes_list, read_wxr
from wellspring.importing.pages.xml_tree import read_xml

BROKEN = "this is no XML that can be read: {what}. Export it anew."
DTD = (
    "this declares a type of document (`<!DOCTYPE`), with which a file can ask for far more than "
    "it holds. Export it anew; no program that we know writes one."
)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('<!DOCTYPE r [<!ENTITY a "x">]><r>&a;</r>', 1, DTD),
        ('<?xml version="1.0"?>\n <!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>', 2, DTD),
        ("<a>\n<b>", 2, BROKEN.format(what="no element found")),
        ("<a>&nbsp;</a>", 1, BROKEN.format(what="undefined entity")),
        ("<a>" * 101, 1, "this has parts within parts, 100 deep. Export it anew."),
    ],
)
def test_dangerous_and_broken_xml_is_refused_with_its_place(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(ContentError) as raised:
        read_xml(text.encode(), "x.xml")
    assert re.fullmatch(rf"x\.xml:{line}:\d+: {re.escape(message)}", str(raised.value))


def test_an_element_knows_its_place_and_its_short_name() -> None:
    about = b'<r xmlns:wp="http://wordpress.org/export/1.1/">'
    root = read_xml(about + b'\n <wp:status a="b">x<i/>y</wp:status></r>', "x.xml")
    (node,) = root.children
    assert (node.name, node.line, node.column) == ("wp:status", 2, 2)
    assert (node.text, node.attributes) == ("xy", {"a": "b"})
    assert (root.says("none", "wp:status"), root.says("none")) == ("xy", "")


def paragraphs(html: str) -> tuple[str, list[Note]]:
    tree = read_tree(html, "x.xml")
    notes = make_paragraphs(tree)
    return "".join(str(tree).split("\n")).replace("<br></br>", "<br/>"), notes


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>a [b] c</p>", "<p>a [b] c</p>"),
        ("<p>a</p>\n\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>[1], [see it](x), [^1]</p>", "<p>[1], [see it](x), [^1]</p>"),
        ("<pre>a\n\n[gallery]</pre>", "<pre>a[gallery]</pre>"),
        ("a\n\nb <i>c</i>\n\n\nd", "<p>a</p><p>b <i>c</i></p><p>d</p>"),
        ("a\nb", "<p>a<br/>b</p>"),
        (
            '[caption caption="So"]<img src="a.png"/>[/caption]\n\n'
            '[caption]<img src="b.png"/>It[/caption]',
            '<figure><img src="a.png"/><figcaption>So</figcaption></figure>'
            '<figure><img src="b.png"/><figcaption>It</figcaption></figure>',
        ),
        ("a\n<h2>b</h2>\nc", "<p>a</p><h2>b</h2><p>c</p>"),
        ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
        (
            '[caption id="x"]<img src="a.png"/> So[/caption]',
            '<figure><img src="a.png"/><figcaption>So</figcaption></figure>',
        ),
    ],
)
def test_blank_lines_make_paragraphs(html: str, made: str) -> None:
    assert paragraphs(html) == (made, [])


def test_short_codes_are_told_and_an_address_in_one_stays() -> None:
    made, notes = paragraphs("a\n[gallery ids='1'] [embed]https://x.example/[/embed]")
    assert [note.text for note in notes] == ["[gallery ids='1']", "[embed]", "[/embed]"]
    assert "gallery" not in made
    assert "https://x.example/" in made


def test_a_post_that_not_everybody_could_read_is_told() -> None:
    text = (
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>A</title>\n'
        "<wp:status>pending</wp:status></item><item><wp:post_password>x</wp:post_password></item>"
        "<item><wp:status>publish</wp:status></item></channel></rss>"
    )
    stories = read_wxr(read_xml(text.encode(), "x.xml")).stories
    assert [story.unsure for story in stories] == [
        [Note(1, "kept back", "waiting for a review")],
        [Note(2, "kept back", "behind a password")],
        [],
    ]


def test_notes_that_cannot_be_read_stay_as_they_are() -> None:
    assert notes_list("no json") == "no json"
    assert notes_list('[{"id": "a", "content": "b"}]') == (
        '<ol><li id="a">b<a href="#a-link">↩</a></li></ol>'
    )


@pytest.mark.parametrize(
    ("entry", "facts"),
    [
        ("<title>A &amp;amp; B</title>", Facts("A & B", dated=True)),
        ("<author>sam@x.example (Sam Sample)</author>", Facts(author="Sam Sample", dated=True)),
        ("<author>sam@x.example</author>", Facts(dated=True)),
        ("<pubDate>never</pubDate>", Facts(dated=True)),
        (
            "<pubDate>Mon, 01 Jan 2024 23:30:00 -0500</pubDate>",
            Facts(day=date(2024, 1, 1), dated=True),
        ),
        ("<guid>https://x.example/a</guid>", Facts(address="https://x.example/a", dated=True)),
        ("<guid isPermaLink='false'>https://x.example/a</guid>", Facts(dated=True)),
    ],
)
def test_what_a_feed_says_of_an_entry(entry: str, facts: Facts) -> None:
    root = read_xml(f"<rss><channel><item>{entry}</item></channel></rss>".encode(), "x.xml")
    assert read_feed(root).stories[0].facts == facts


def test_what_a_table_of_substack_says() -> None:
    (row,) = read_rows(
        b"post_id,post_date,is_published,audience,title,podcast_url\r\n"
        b'7.rain,2023-03-04T09:30:00.000Z,true,only_paid,"Rain, again",https://x.example/a.mp3\r\n',
        "posts.csv",
    )
    assert facts_of(row) == Facts(
        "Rain, again", day=date(2023, 3, 4), address="/p/rain", dated=True
    )
    assert [(note.kind, note.text) for note in unsure_of(row)] == [
        ("kept back", "for paying readers"),
        ("sound", "https://x.example/a.mp3"),
    ]


@pytest.mark.parametrize(
    ("html", "given", "title"),
    [
        ("<p>a</p><h1>B</h1>", "Walks", "Walks"),
        ("<p>a <strong>b</strong></p>", "Document1", ""),
        ("<h1>B</h1><p>a</p>", "Document1", "B"),
        ("<p><strong>B c</strong></p><p>a</p>", "", "B c"),
        ("<h1 class='title'>T</h1>", "Walks", "T"),
        ("<p>Waiting four</p><p></p><p>By Samuel Ortiz</p><p>a</p>", "", "Waiting four"),
        ("<p>We sat.</p><p>By Samuel Ortiz</p><p>a</p>", "", ""),
        ("<p>We sat</p><p>By the river it is cold</p><p>a</p>", "", ""),
    ],
)
def test_a_documents_title_is_what_people_see(html: str, given: str, title: str) -> None:
    facts = Facts(given)
    read_title(html, facts, "x.docx")
    assert facts.title == title


def test_what_word_cannot_give_is_told() -> None:
    assert note_of("could not open external image 'file:///c:/a.png', access is disabled") == Note(
        1, "picture lost", "file:///c:/a.png"
    )
    assert note_of("An element was ignored") == Note(1, "word", "An element was ignored")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Zoë".encode(), "<p>Zoë"),
        (b"\xef\xbb\xbf<p>a", "<p>a"),
        ("<p>Zoë".encode("utf-16"), "<p>Zoë"),
        (b"<meta charset=koi8-r><p>\xd0", "<meta charset=koi8-r><p>п"),
        ("<meta charset=ascii><p>Zoë".encode(), "<meta charset=ascii><p>Zoë"),
        (b"<meta charset=klingon><p>a", "<meta charset=klingon><p>a"),
    ],
)
def test_a_page_is_read_in_the_letters_it_was_written_in(data: bytes, text: str) -> None:
    assert decode_page(data, "x.html")[0] == text


def test_a_title_is_plain() -> None:
    assert plain("A <i>slow</i>\n walk &#8211; or <br> not") == "A slow walk – or not"
    assert plain("1 < 2") == "1 < 2"


def test_comments_in_feeds_are_counted_and_never_read() -> None:
    kind = "<category term='http://schemas.google.com/blogger/2008/kind#{}'/>"
    entries = "".join(
        f"<entry><title>{name}</title>{kind.format(name)}<content>Words.</content></entry>"
        for name in ("post", "comment", "settings", "settings")
    )
    reply = "<entry><t:in-reply-to/><content>Lovely words by a reader.</content></entry>"
    feed = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:t='http://purl.org/syndication/thread/1.0'>"
        f"{entries}{reply}</feed>"
    )
    export = read_feed(read_xml(feed.encode(), "x.xml"))
    assert [(story.facts.title, story.facts.tags) for story in export.stories] == [("post", [])]
    assert sorted((note.kind, note.text) for note in export.rest) == [
        ("comments", ""),
        ("comments", ""),
        ("settings", "2 in all"),
    ]


def test_a_feed_of_comments_holds_no_story() -> None:
    item = "<item><title>By: Jo Nobody</title><description>Lovely.</description></item>"
    feed = f"<rss><channel><title>Comments on: A Walk</title>{item}</channel></rss>"
    export = read_feed(read_xml(feed.encode(), "x.xml"))
    assert (export.stories, export.rest) == ([], [Note(1, "comments")])
