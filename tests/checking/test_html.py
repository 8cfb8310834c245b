"""HTML in texts: what Markdown cannot say may stand, closed; what acts or styles is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.html import check_html
from wellspring.text.source import parse_source


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}", "x.md")
    return [str(finding) for finding in check_html(source)]


@pytest.mark.parametrize(
    "body",
    [
        "Plain words, 3 < 4 and 5 > 4, I <3 you, a<b.",
        "<https://x.example/?a=1> and <me@x.example>",
        "Press <kbd>Esc</kbd>, H<sub>2</sub>O, <abbr title='x'>NHS</abbr>.<br>Next<br/>line.",
        "<details><summary>More</summary>\n\nWords.\n\n</details>",
        '<div markdown="1">\n\n*So*.\n\n</div>',
        "<table><tr><td>1<td colspan=2>2</table>",
        "<ul><li>One<li>Two</ul><p>Open paragraph",
        "`<script>` and\n\n```\n<iframe>\n```\n",
        "<!-- a note to myself -->",
        "<figure><img src='a.svg' alt='A'><figcaption>A</figcaption></figure>",
        "<div class='two-columns' lang='de'>Hallo</div>",
        "&lt;script&gt; &amp; &copy;",
        "A <!-- closed --> and <b>bold</b>",
        "![A](<images/my photo.jpg>), [b](<posts/a walk.md> 'T')\n\n[c]: <images/my photo.jpg>",
    ],
)
def test_careful_html_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("One.\n\n<script>x()</script>", "5:1: <script> cannot stand in a text. Pages here have no "
         "scripts."),
        ("<iframe src='x'></iframe>", "3:1: <iframe> cannot stand in a text. Link to the page "
         "instead."),
        ("a <style>b{}</style>", "3:3: <style> cannot stand in a text. Leave it to the theme."),
        ("<aside>x</aside>", "3:1: <aside> cannot stand in a text. Write `> [!NOTE]` and your "
         "text below it."),
        ("<h1>x</h1>", "3:1: <h1> cannot stand in a text. The title is the only one; begin "
         "sections with `##`."),
        ("<blink>x</blink>", "3:1: <blink> cannot stand in a text. Write it in Markdown, or leave "
         "it out."),
        ("<p style='color:red'>x</p>", "3:1: `style` cannot stand on <p>. Delete it."),
        ("<b onclick='x()'>x</b>", "3:1: `onclick` cannot stand on <b>. Delete it."),
        ("<p hidden>x</p>", "3:1: `hidden` cannot stand on <p>. Delete it."),
        ("<img src='a.svg' alt='a' loading=lazy>", "3:1: `loading` cannot stand on <img>. Delete "
         "it."),
        ("One.\n![](a.svg)", "4:1: this picture has no words between `[` and `]`. Say there what "
         "it shows, for readers who cannot see it."),
        ("a <![A](b.svg)", "3:3: `<!` begins no HTML that a text may hold. Write `&lt;!`."),
        ("a](<img src='a.svg' alt='A' hidden>)", "3:4: `hidden` cannot stand on <img>. Delete it."),
        ("<?php x ?>", "3:1: `<?` begins no HTML that a text may hold. Write `&lt;?`."),
        ("<!DOCTYPE html>", "3:1: `<!` begins no HTML that a text may hold. Write `&lt;!`."),
        ("<img src='a.svg' alt=''>", "3:1: this picture has no `alt`. Say there what it shows, for "
         "readers who cannot see it."),
        ("<div class='x notices'>x</div>", "3:1: the class `notices` belongs to the site's own "
         "parts. Use another name."),
        ("One.\n<div>\n\nTwo.", "4:1: <div> has no end, and would change what follows. Add "
         "</div>."),
        ("<b><i>x</b>", "3:4: <i> has no end, and would change what follows. Add </i>."),
        ("x</div>", "3:2: </div> ends what never began. Delete it, or add <div> before it."),
        ("One.\n\n  <!-- open", "5:3: this comment has no end. Add `-->` to it, or delete it."),
    ],
)  # fmt: skip
def test_what_may_not_stand_is_named(body: str, wrong: str) -> None:
    assert complaints(body) == [f"x.md:{wrong}"]


def test_everything_is_said_in_one_run() -> None:
    assert len(complaints("<font>a</font>\n\n<center>b</center>\n\n</p>")) == 3


@given(st.text(alphabet="<>/!-ab= '\"\n&;`", max_size=60))
def test_no_text_breaks_the_check(body: str) -> None:
    assert all(complaint.startswith("x.md:") for complaint in complaints(body))
