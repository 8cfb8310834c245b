"""Addresses without their beginning: each is named with how to write it; code is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking.test_links import LIBRARY, complaints
from wellspring.checking.content import check_source
from wellspring.checking.links import check_links
from wellspring.text.source import parse_source

POST = "content/posts/x.md"
PAGE = "content/pages/about.md"
WHOLE = [
    '[a](https://x.example/a_(b) "A title"), [b](<https://x.example/a b>), <me@x.example>',
    "[call](tel:988), [text](sms:741741), [write](mailto:me@x.example)",
    "[a]({filename}a-walk.md#why 'A title'), ![p]({static}/images/a%20walk.svg)",
    "[a](#why), <https://x.example>, [b](&#104;ttps://x.example)",
    "Write to me@x.example, or see www.x.example and a-walk.md.",
    "## Why {#why}\n\n[why](#why)",
    "| a | b |\n|---|---|\n| [x](https://x.example) | (www.x.example) |",
    "`[a](www.x.example)` and `` [b](`a.md`) ``",
    "```\n[a](www.x.example) ![p](images/b.svg) []()\n```",
    "    [a](www.x.example)",
    "<pre>\n[a](www.x.example)\n</pre>",
    "<!-- [a](a-walk.md) -->",
    "\\[a](www.x.example)\n\n[a\\](www.x.example)\n\na](www.x.example), [a] (www.x.example)",
    "[Note]: see the text\n\nf(x) and a[1](",
]


@pytest.mark.parametrize("body", WHOLE)
def test_good_addresses_pass(body: str) -> None:
    assert complaints(body) == []


def test_a_page_may_name_the_blogs_own_pages() -> None:
    body = "[a](search.html), [b](/get-help.html), [c](posts/a-walk.html), [d](//x.example/)"
    source, _ = parse_source(f"Title: One\n\n{body}\n", PAGE)
    assert list(check_links(source, LIBRARY)) == []


EMPTY = "nothing stands between `(` and `)`. Write the address there."


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        ("[x]()", "3:4", EMPTY),
        ("![x]()", "3:5", EMPTY),
        ('[x](<> "A title")', "3:4", EMPTY),
        (
            "[w](www.nhs.uk)",
            "3:5",
            "`www.nhs.uk` is not a whole address. Write `https://www.nhs.uk`.",
        ),
        (
            "One\n\n- two [w](nhs.uk/a_(b)#c 'A title')",
            "5:11",
            "`nhs.uk/a_(b)#c` is not a whole address. Write `https://nhs.uk/a_(b)#c`.",
        ),
        (
            "[w][r]\n\n[r]: <www.nhs.uk> 'A title'",
            "5:7",
            "`www.nhs.uk` is not a whole address. Write `https://www.nhs.uk`.",
        ),
        (
            "See <nhs.uk/path>",
            "3:6",
            "`nhs.uk/path` is not a whole address. Write `https://nhs.uk/path`.",
        ),
        (
            "[x](//x.example/a)",
            "3:5",
            "`//x.example/a` is not a whole address. Write `https://x.example/a`.",
        ),
        (
            "[m](me@example.com)",
            "3:5",
            "`me@example.com` is not a whole address. Write `mailto:me@example.com`.",
        ),
        (
            "[b](a-walk.md#why)",
            "3:5",
            "`a-walk.md#why` leads to no page. Write `{filename}/posts/a-walk.md#why`.",
        ),
        (
            "[b](posts/a-walk.md)",
            "3:5",
            "`posts/a-walk.md` leads to no page. Write `{filename}/posts/a-walk.md`.",
        ),
        (
            "[b](../pages/about.md)",
            "3:5",
            "`../pages/about.md` leads to no page. Write `{filename}/pages/about.md`.",
        ),
        (
            "[b](a-wlk.md)",
            "3:5",
            "`a-wlk.md` leads to no page. Did you mean `{filename}/posts/a-walk.md`?",
        ),
        (
            "[b](zzz.md)",
            "3:5",
            "`zzz.md` leads to no page. Write `{filename}/posts/` and the name of its file.",
        ),
        (
            "![p](/images/b.svg)",
            "3:6",
            "`/images/b.svg` leads to no picture. Write `{static}/images/b.svg`.",
        ),
        (
            "![p](<images/a walk.svg>)",
            "3:7",
            "`images/a walk.svg` leads to no picture. Write `{static}/images/a%20walk.svg`.",
        ),
        (
            "![p](images/a walk.svg)",
            "3:6",
            "`images/a walk.svg` leads to no picture. Write `{static}/images/a%20walk.svg`.",
        ),
        (
            "![p](content/images/b.svg)",
            "3:6",
            "`content/images/b.svg` leads to no picture. Write `{static}/images/b.svg`.",
        ),
        (
            "<img src='b.svg' alt='b'>",
            "3:11",
            "`b.svg` leads to no picture. Write `{static}/images/b.svg`.",
        ),
        (
            "![p](images/me.jpg)",
            "3:6",
            "there is no picture `me.jpg` in content/images/. Put it there, and write "
            "`{static}/images/me.jpg`.",
        ),
        (
            "![p](a wlk.svg)",
            "3:6",
            "there is no picture `a wlk.svg` in content/images/. Did you mean "
            "`{static}/images/a%20walk.svg`?",
        ),
        (
            "[x](about.html#us)",
            "3:5",
            "`about.html#us` leads nowhere from a feed. Write `{filename}/pages/about.md#us`.",
        ),
        (
            "[x](/about/)",
            "3:5",
            "`/about/` leads nowhere from a feed. Write `{filename}/pages/about.md`.",
        ),
        (
            "[x](../search.html)",
            "3:5",
            "`../search.html` leads nowhere from a feed. Write the whole address, as the browser "
            "shows it.",
        ),
    ],
)
def test_an_address_is_named_with_how_to_write_it(body: str, where: str, message: str) -> None:
    assert complaints(body) == [f"{POST}:{where}: {message}"]


def test_an_element_that_is_an_address_is_named_once() -> None:
    head = "Title: One\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Sleep"
    source, _ = parse_source(f"{head}\n\n<www.nhs.uk>\n", POST)
    assert [str(finding) for finding in check_source(source, LIBRARY)] == [
        f"{POST}:6:2: `www.nhs.uk` is not a whole address. Write `https://www.nhs.uk`."
    ]


BAD = {
    "[x]()": "()",
    "[w](www.a.example)": "www.a.example",
    "<www.b.example/c>": "www.b.example/c",
    "[m](me@c.example)": "me@c.example",
    "[b](a-walk.md)": "a-walk.md",
    "![p](/images/b.svg 'T')": "/images/b.svg",
    "[x](/gone/)": "/gone/",
}
GOOD = ["`[x](www.d.example)`", "[a](https://e.example/)", "words", "[a](#b)", "**bold**"]


@given(st.lists(st.sampled_from([*BAD, *GOOD]), max_size=12), st.sampled_from(["\n\n", " ", "\n"]))
def test_each_finding_points_at_its_piece(pieces: list[str], between: str) -> None:
    source, _ = parse_source(f"Title: One\n\n{between.join(pieces)}\n", POST)
    lines = f"Title: One\n\n{between.join(pieces)}\n".split("\n")
    places = sorted(finding.place for finding in check_links(source, LIBRARY))
    expected = [BAD[piece] for piece in pieces if piece in BAD]
    assert len(places) == len(expected)
    for place, piece in zip(places, expected, strict=True):
        assert lines[place.line - 1][place.column - 1 :].startswith(piece)


@given(
    st.lists(
        st.sampled_from([*BAD, *GOOD, *"[]()<>`\"'!\\ \n", "](", "[r]: ", "src=", "<pre>"]),
        max_size=30,
    )
)
def test_no_text_is_too_odd(pieces: list[str]) -> None:
    source, _ = parse_source(f"Title: One\n\n{''.join(pieces)}\n", POST)
    for finding in check_links(source, LIBRARY):
        assert finding.place.line >= source.body_line
        assert finding.place.column >= 1
