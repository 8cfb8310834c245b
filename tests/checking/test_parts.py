"""Links to headings: those that are there pass; others are named where they stand."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PLAIN_POST, Blog
from wellspring.checking.content import check_source
from wellspring.checking.parts import (
    NOTES,
    THEMES,
    check_other_parts,
    check_own_parts,
    texts_led_to,
)
from wellspring.commands.check import Options, check
from wellspring.errors import ContentError
from wellspring.text.library import Library
from wellspring.text.render import render_markdown
from wellspring.text.source import parse_source

PATH, OTHER, PAGE = "content/posts/x.md", "content/posts/a-walk.md", "content/pages/about.md"
WALK = (
    "## Why walk\n\n### *How* [far](https://x.example)?\n\nSetext\n------\n\n## Why walk\n\n"
    "## Named {#own-name}\n\n<p id='raw'>Raw.</p>\n\nNote.[^1]\n\n[^1]: It.\n"
)


def library(body: str) -> Library:
    texts = {PATH: body, OTHER: WALK, PAGE: "## Über uns\n", "content/posts/unread.md": ""}
    sources = {path: parse_source(f"Title: One\n\n{it}", path)[0] for path, it in texts.items()}
    return Library(sources, {}, {}, ())


def complaints(body: str) -> list[str]:
    texts = library(body)
    source = texts.sources[PATH]
    found = [*check_own_parts(source), *check_other_parts(source, texts)]
    return [str(finding) for finding in found]


@pytest.mark.parametrize(
    "part", ["why-walk", "how-far", "setext", "why-walk_1", "own-name", "raw", "fn:1", "fnref:1"]
)
def test_all_that_a_text_has_can_be_led_to(part: str) -> None:
    assert f'id="{part}"' in render_markdown(WALK).html.replace("'", '"')
    assert complaints(f"{WALK}\n[a](#{part}), [b](<#{part}> 'T'), [c]\n\n[c]: #{part}") == []
    link = f"{{filename}}a-walk.md#{part}"
    assert complaints(f"[a]({link}), [b](<{link}>), <a href='{link}'>c</a>") == []


@pytest.mark.parametrize(
    "body",
    [
        "Nothing, `[a](#gone)`.",
        "```\n[a](#gone)\n```",
        "    [a](#gone)",
        "<pre>\n[a](#gone)\n</pre>",
        "<!-- [a](#gone) ({filename}a-walk.md#gone) -->",
        "A # sign (#1), a colour: #fff, “#tag”, [a] (#gone) and \\[b](#gone).",
        "[top](#)",
        "[a]({filename}nope.md#gone) is named as a file.",
        "[a]({filename}unread.md#gone) is named as a text.",
        "[a]({static}/images/a.svg#gone), [b](https://x.example/#gone)",
        "[a]({filename}/pages/about.md#uber-uns)",
        "[a](#article-corrections), [b]({filename}/pages/about.md#lines-gb), [c](#main-content)",
        "## 50% off\n\n[a](#50-off)",
    ],
)
def test_what_is_no_link_or_leads_elsewhere_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "## Why\n\n[a](#wy)",
            "5:5: `#wy` leads to a heading that this text does not have. Did you mean `#why`?",
        ),
        (
            "## Why\n\n- two [a](#Why 'T')",
            "5:11: `#Why` leads to a heading that this text does not have. Did you mean `#why`?",
        ),
        (
            "## Why now\n\n[a](#Why now)",
            "5:5: `#Why now` leads to a heading that this text does not have. Did you mean "
            "`#why-now`?",
        ),
        (
            "[a](#gone)",
            "3:5: `#gone` leads to a heading that this text does not have. It has no headings.",
        ),
        (
            "[a][b]\n\n[b]: {filename}/posts/a-walk.md#zzz",
            "5:6: `{filename}/posts/a-walk.md#zzz` leads to a heading that "
            "`content/posts/a-walk.md` does not have. Choose one of: `#how-far`, `#own-name`, "
            "`#raw`, `#setext`, `#why-walk`, `#why-walk_1`.",
        ),
        (
            "[a]({filename}../pages/about.md#%C3%BCber-uns)",
            "3:5: `{filename}../pages/about.md#%C3%BCber-uns` leads to a heading that "
            "`content/pages/about.md` does not have. Did you mean `#uber-uns`?",
        ),
    ],
)
def test_what_leads_nowhere_is_named_with_what_there_is(body: str, said: str) -> None:
    assert complaints(body) == [f"{PATH}:{said}"]


def test_a_text_is_asked_for_its_own_headings_with_all_else() -> None:
    texts = library("[a](#gone), [b](ftp://x.example)")
    assert len(list(check_source(texts.sources[PATH], texts))) >= 2


def test_the_texts_that_a_text_leads_to() -> None:
    source = library("[a]({filename}a-walk.md#why), [b]({filename}/pages/about.md)").sources[PATH]
    assert list(texts_led_to(source)) == [OTHER]


def test_what_the_theme_calls_so_is_known(built_blog: Blog) -> None:
    texts = [*built_blog.root.glob("content/p*/*.md")]
    assert texts
    for text in texts:
        kind = "posts" if text.parent.name == "posts" else "."
        page = built_blog.page(f"{kind}/{text.stem}.html")
        own = re.findall(r'id="([^"]+)"', render_markdown(text.read_text(encoding="utf-8")).html)
        ids = {node.attributes["id"] for node in LexborHTMLParser(page).css("[id]")}
        more = {each for each in ids - set(own) if each and not NOTES.match(each)}
        assert [each for each in more if not THEMES.fullmatch(each)] == []


QUIET = "content/posts/a-quiet-evening.md"
LINKS = (
    "\n[a](#gone), [b]({filename}questions-about-ketamine.md#gone), "
    "[c]({filename}questions-about-ketamine.md#ask-first), "
    "[d]({filename}questions-about-ketamine.md#article-notice-general)\n"
)
GONE = [
    f"{QUIET}:10:5: `#gone` leads to a heading that this text does not have. It has no headings.",
    f"{QUIET}:10:17: `{{filename}}questions-about-ketamine.md#gone` leads to a heading that "
    "`content/posts/questions-about-ketamine.md` does not have. Choose one of: `#ask-first`.",
]


def test_all_that_is_wrong_comes_in_one_run(blog: Blog) -> None:
    blog.write(QUIET, PLAIN_POST + LINKS)
    about = blog.write("content/pages/about.md", "Title: about\nSlug: A B\n\n[x](#gone)\n")
    with pytest.raises(ContentError) as raised:
        blog.build()
    about_lines = [
        "content/pages/about.md:2:1: `Slug` becomes the page's address, and `A B` cannot. "
        "Use small letters a–z, digits and single hyphens, for example `a-gentle-walk`.",
        "content/pages/about.md:4:5: `#gone` leads to a heading that this text does not have. "
        "It has no headings.",
    ]
    assert str(raised.value).splitlines() == [*about_lines, *GONE]
    about.write_text("Title: about\n\nWords.\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        blog.build()
    assert str(raised.value).splitlines() == GONE


def test_a_text_checked_by_itself_is_seen_with_those_it_leads_to(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(blog.root)
    blog.write(QUIET, PLAIN_POST + LINKS)
    assert check(blog.root / "pelicanconf.py", Options((QUIET,))) == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.replace(" error:", "") for line in out if " leads to a heading " in line] == GONE
