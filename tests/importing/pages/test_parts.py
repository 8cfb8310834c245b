"""Parts of a page: what is left alone first, then what is mended, marked or told."""

from collections.abc import Callable

import pytest
from bs4 import Tag

from tests.importing.score import STYLE
from wellspring.errors import ContentError
from wellspring.importing.line import Note
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.links import whole_address
from wellspring.importing.pages.page import read_fragment
from wellspring.importing.pages.source import Page
from wellspring.importing.pages.tree import read_tree, words_of
from wellspring.importing.story import Story

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x06\x08\2\0\0\0"
JPEG = b"\xff\xd8\xff\xe1\0\x10Exif\0\0"


def nothing(_source: str) -> None:
    return None


def story_of(
    html: str, find: Callable[[str], bytes | None] = nothing, base: str = "", line: int = 1
) -> Story:
    page = Page("x.html", html, find, line, base, "a-walk")
    return read_fragment(page, Facts("A Walk", author="Sam Sample"), STYLE)


def body(html: str, base: str = "") -> str:
    return "\n\n".join(block.text for block in story_of(html, base=base).blocks)


def unsure(story: Story, *kinds: str) -> list[Note]:
    return [note for note in story.unsure if note.kind in kinds]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Low-dose, 4–6 weeks, 20 - 30 minutes, a — b.</p>", None),
        (
            "<p>snake_case_names, 2 * 3 = 6, C# and a+b</p>",
            "snake_case_names, 2 \\* 3 = 6, C# and a+b",
        ),
        ("<p>So it goes [or not].</p>", "So it goes [or not]."),
        ("<p>1 < 2 & 3 > 2</p>", "1 < 2 & 3 > 2"),
        ("<p>It is 9 a.m.\n- or later</p>", "It is 9 a.m. - or later"),
        ("<p>See https://x.example/a_b_c for it.</p>", "See https://x.example/a_b_c for it."),
        ("<p>one<br>two</p>", "one  \ntwo"),
        ("<p>a<code>x*y</code>b</p>", "a`x*y`b"),
        ("<p>x<sup>2</sup></p>", "x<sup>2</sup>"),
    ],
)
def test_what_is_no_mark_stays(html: str, text: str | None) -> None:
    plain = html.removeprefix("<p>").removesuffix("</p>")
    assert body(html).replace("—or", "- or") == (plain if text is None else text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>late - or early</p>", "late—or early"),
        ("<p>late -- <i>never</i></p>", "late—*never*"),
        ("<pre>a - b</pre>", "```\na - b\n```"),
        ("<p>a</p><p>b", "a\n\nb"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<ol start=4><li>a</li></ol>", "4. a"),
        ("<h1>a</h1><h3>b</h3><h6>c</h6>", "## a\n\n### b\n\n#### c"),
        ("<h4>a</h4>", "## a"),
        ("<blockquote>a<br>b</blockquote>", "> a  \n> b"),
        ("<li>a<pre>x</pre></li>", "a\n\n```\nx\n```"),
        ("<ul><li>a<pre>x\ny</pre></li></ul>", "- a\n\n        x\n        y"),
        ("<b>a <p>b</p></b>", "a\n\n**b**"),
        ("text <div>more</div> end", "text\n\nmore\n\nend"),
        ("<p>a<b></b>b</p>", "ab"),
        ("<p><b>a</b><b>b</b></p>", "**ab**"),
        ("<table><tr><td>a</table>", "a"),
        ("<table><tr><th>a<th>b<tr><td>1<td></table>", "| a | b |\n| --- | --- |\n| 1 |  |"),
        ("<script>x</script><p>a</p><template>b</template>", "a"),
        ("<p>a\u00a0b\u200bc</p>", "a bc"),
        ("<p>- a<br># b</p>", "\\- a  \n\\# b"),
        ("<p><span></span># b</p>", "\\# b"),
        ("<p>https://x.example/a_b</p>", "[https://x.example/a\\_b](https://x.example/a_b)"),
    ],
)
def test_what_html_means_is_written(html: str, text: str) -> None:
    written = body(html)
    assert written.replace("a_b]", "a\\_b]") == text


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("https://x.example/a b", "https://x.example/a%20b"),
        ("/a?b=c", "https://base.example/a?b=c"),
        ("//x.example/a", "https://x.example/a"),
        ("mailto:sam@x.example?subject=Tea", "mailto:sam@x.example?subject=Tea"),
        ("tel:+1-555", "tel:+1-555"),
        ("https://x.example/{filename}/(a)", "https://x.example/%7Bfilename%7D/%28a%29"),
        ("#part", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://nohost", ""),
        ("https://[x", ""),
        ("mailto:nobody", ""),
    ],
)
def test_an_address_is_made_whole_or_dropped(href: str, whole: str) -> None:
    assert whole_address(href, "https://base.example/post/") == whole


def test_a_link_that_leads_nowhere_is_told_with_its_line() -> None:
    story = story_of("<p>a</p>\n<p>see <a href='old.html'>this</a></p>", line=10)
    assert unsure(story, "link") == [Note(11, "link", "this (old.html)")]
    assert story.blocks[-1].text == "see this"


def test_a_picture_at_hand_comes_along() -> None:
    html = "<p><img src='My Pic.PNG' alt='A [cup]'> <img src='My Pic.PNG' alt='b'></p>"
    story = story_of(html, lambda _: PNG)
    assert [(picture.name, picture.data) for picture in story.pictures] == [("my-pic.png", PNG)]
    assert story.blocks[0].text == (
        "![A \\[cup\\]]({static}/images/a-walk/my-pic.png) ![b]({static}/images/a-walk/my-pic.png)"
    )
    assert story.unsure == []


def test_pictures_of_one_name_get_names_of_their_own() -> None:
    story = story_of(
        "<img src='a/x.png' alt=a><img src='b/x.png' alt=b>", lambda src: PNG + src.encode()
    )
    assert [picture.name for picture in story.pictures] == ["x.png", "x-2.png"]


def test_a_picture_that_a_page_holds_itself_comes_along() -> None:
    html = "<img alt='dot' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAAA='>"
    assert [picture.name for picture in story_of(html).pictures] == ["picture.png"]


@pytest.mark.parametrize(
    ("html", "data", "kind", "text"),
    [
        ("<img src=a.svg alt='A drawing'>", b"<svg>", "picture type", "a.svg | A drawing"),
        ("<img src=a.bmp>", b"BM", "picture type", "a.bmp"),
        ("<img src=a.png alt=A>", None, "picture lost", "a.png | A"),
        ("<img src='data:image/png;base64,!'>", None, "picture type", "data:image/png;base64,!…"),
        ("<img src='file:///c:/a.png' alt=A>", None, "picture lost", "file:///c:/a.png | A"),
        ("<img src=a.png>", PNG, "alt", "a.png"),
    ],
)
def test_a_picture_that_needs_a_person_is_told(
    html: str, data: bytes | None, kind: str, text: str
) -> None:
    story = story_of(f"<p>a</p>{html}", lambda _: data)
    assert [(note.kind, note.text) for note in story.unsure] == [(kind, text)]


def test_what_the_camera_has_noted_is_told() -> None:
    story = story_of("<img src=a.jpg alt=A>", lambda _: JPEG)
    (note,) = unsure(story, "photo")
    assert note.text.startswith("a.jpg: this picture ")


def test_a_picture_elsewhere_becomes_a_link_and_is_never_fetched() -> None:
    story = story_of(
        "<p>a</p>\n<a href='https://x.example/big.jpg'><img data-src='https://x.example/a.jpg' "
        "src='data:image/gif;base64,R0' alt='A hill'></a>"
    )
    assert story.blocks[-1].text == "[A hill](https://x.example/a.jpg)"
    assert story.unsure == [Note(2, "picture elsewhere", "https://x.example/a.jpg")]


def test_pixels_and_emoji_are_no_pictures() -> None:
    story = story_of(
        "<p>Hi <img class=emoji alt='🙂' src='https://x.example/1.svg'> "
        "<img width=1 src='https://x.example/p.gif'></p>"
    )
    assert story.blocks[0].text == "Hi 🙂"
    assert [note.kind for note in story.stripped] == ["pixel"]


def test_a_note_needs_a_way_back() -> None:
    html = "<p>a<a href='#n'>1</a></p><p id=n>Not a note.</p>"
    story = story_of(html)
    assert [block.text for block in story.blocks] == ["a1", "Not a note."]
    assert unsure(story, "link") == [Note(1, "link", "1 (#n)")]


def test_footnotes_become_footnotes() -> None:
    html = (
        "<p>a<sup id=r><a href='#n'>[1]</a></sup> b<a id=s href='#m'>2</a></p><h2>Notes</h2>"
        "<ol><li id=n>One <a href='#r'>↩</a></li><li id=m><p>Two</p><p>more</p>"
        "<a href='#s'>^</a></li></ol>"
    )
    assert body(html) == "a[^1] b[^2]\n\n[^1]: One\n\n[^2]: Two\n\n    more"


def test_a_frame_of_a_known_host_is_a_link_and_others_are_named() -> None:
    story = story_of(
        "<p>a</p><iframe src='//www.youtube.com/embed/x' title='A film'></iframe>\n"
        "<iframe src='https://ads.example/'>Old words</iframe>"
    )
    assert story.blocks[-1].text == "[A film](https://www.youtube.com/embed/x)"
    assert story.stripped == [
        Note(2, "embed", "Old words"),
        Note(2, "embed", "https://ads.example/"),
    ]


def test_the_authors_last_lines_are_the_bio() -> None:
    story = story_of("<p>a</p><h3>About the Author</h3><p>Sam Sample</p><p>Walks home.</p>")
    assert [line.text for line in story.bio] == ["Walks home."]
    assert [block.text for block in story.blocks] == ["a"]


def test_furniture_by_its_words_goes_at_the_ends_alone() -> None:
    story = story_of("<p>4 min read</p><p>a</p><p>Share</p><p>b</p><p>Thanks for reading!</p>")
    assert [block.text for block in story.blocks] == ["a", "Share", "b"]
    assert [note.kind for note in story.stripped] == ["minutes", "subscribe"]


def test_claims_are_told_and_stay() -> None:
    story = story_of("<p>It is 100% safe.</p>")
    assert story.blocks[0].text == "It is 100% safe."
    assert [note.kind for note in story.unsure] == ["claim"]


@pytest.mark.parametrize("html", ["", "<p></p>", "<script>x</script>", "<div id=comments>x</div>"])
def test_what_holds_no_story_is_refused(html: str) -> None:
    with pytest.raises(ContentError) as raised:
        story_of(html, line=7)
    assert str(raised.value) == (
        "x.html:7:1: there are no words of a story here. Save or export it anew, or copy its text "
        "into a file."
    )


def test_what_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(ContentError) as raised:
        read_tree("<p>a\n" + "<div>" * 200, "x.html")
    assert str(raised.value) == (
        "x.html:2:1: this page has parts within parts, 100 deep. Save it anew, or copy its text "
        "into a file."
    )


def test_a_thousand_open_paragraphs_are_not_deep() -> None:
    tree = read_tree("<p>a" * 1000, "x.html")
    assert sum(isinstance(part, Tag) for part in tree.children) == 1000
    assert words_of(tree) == " ".join("a" * 1000)


def test_a_link_to_a_heading_of_the_story_leads_there() -> None:
    html = (
        "<p>See <a href='#x'>below</a>, <a href='#y'>there</a>.</p><h2 id=x>What I <a href='#x'>"
        "Carry</a></h2><a name=y></a><h3>So</h3><p>a</p><h3>So</h3>"
    )
    story = story_of(html)
    assert story.blocks[0].text == "See [below](#what-i-carry), there."
    assert story.blocks[1].text == "## What I Carry"
    assert unsure(story, "link") == [Note(1, "link", "there (#y)")]


def test_of_links_within_each_other_the_inner_one_stays() -> None:
    story = story_of("<p><a href='https://a.example/'>a <a href='https://b.example/'>b</a></p>")
    assert story.blocks[0].text == "a [b](https://b.example/)"
    assert unsure(story, "link") == [Note(1, "link", "a b (https://a.example/)")]


def test_a_story_without_a_title_gets_one() -> None:
    page = Page("x.xml", "<div><h3>What Helps</h3><p>Tea.</p></div>", nothing)
    story = read_fragment(page, Facts(), STYLE)
    assert (story.title, story.slug) == ("What Helps", "what-helps")
    assert unsure(story, "title") == [Note(1, "title", "What Helps")]
