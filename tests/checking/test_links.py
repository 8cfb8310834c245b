"""Links as authors write them: good ones pass, and a wrong one is named with its column."""

import pytest

from wellspring.checking.links import check_links
from wellspring.model.picture import Picture
from wellspring.text.library import Library
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"
HERE, _ = parse_source("Title: One\n\nWords.", PATH)
LIBRARY = Library(
    {PATH: HERE, "content/posts/a-walk.md": HERE, "content/pages/about.md": HERE},
    {},
    {},
    (),
    {"content/images/a walk.svg": Picture(1, 1), "content/images/b.svg": Picture(1, 1)},
)


def complaints(body: str, front_matter: str = "") -> list[str]:
    source, _ = parse_source(f"Title: One\n{front_matter}\n{body}\n", PATH)
    return [str(finding) for finding in check_links(source, LIBRARY)]


@pytest.mark.parametrize(
    "body",
    [
        "[a]({filename}/posts/a-walk.md), [b]({filename}a-walk.md#why)",
        "[c]({filename}../pages/about.md)",
        '![b]({static}/images/b.svg "A caption") ![a]({static}/images/a%20walk.svg)',
        "[a](https://x.example/path?q=1#f), <https://x.example>, <mailto:a@b.example>",
        "[call](tel:988) [text](sms:741741?body=HOME) [call](tel:+44-116-123)",
        "[b](#why), [c](<https://x.example/a b>), [d](https://x.example/a_(b) 'T (u)')",
        "`[a]({filename}nope.md)` and `javascript:x`",
        "```\n[a](ftp://x.example)\n```",
        "Note: this is no link. Ratio 3:4. See <b>C:\\notes</b>.",
        "[x]: https://x.example/ 'A title'\n\n[^1]: note: this is a footnote",
        "Write {name} or {}.",
        "Dear {name}, it is $\\frac{a}{b}$ of {them}.",
        "[a]({static}/images/b.svg) and not c.svg, ![b]({static}/images/b.svg 'of b.svg')",
        "![a](<{static}/images/a%20walk.svg>)",
        "<https://[::1]/>",
    ],
)
def test_good_links_pass(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        (
            "Read [a]({filename}/posts/a-wlk.md).",
            "3:10",
            "there is no file `content/posts/a-wlk.md` to link to. Did you mean "
            "`content/posts/a-walk.md`?",
        ),
        (
            "One.\n\n![b]({static}/images/c.svg)",
            "5:6",
            "there is no file `content/images/c.svg` to link to. Mend the path.",
        ),
        (
            "![a]({static}/images/a walk.svg)",
            "3:6",
            "`{static}/images/a walk.svg` would end at its first blank. Write "
            "`{static}/images/a%20walk.svg`.",
        ),
        (
            "[a](<{static}../images/a walk.svg> 'A walk')",
            "3:6",
            "`{static}../images/a walk.svg` would end at its first blank. Write "
            "`{static}/images/a%20walk.svg`.",
        ),
        (
            "![a][b]\n\n[b]: {static}/images/a walk.svg",
            "5:6",
            "`{static}/images/a walk.svg` would end at its first blank. Write "
            "`{static}/images/a%20walk.svg`.",
        ),
        (
            "![a]({static}/images/a wlk.svg)",
            "3:6",
            "there is no file `content/images/a wlk.svg` to link to. Did you mean "
            "`content/images/a walk.svg`?",
        ),
        (
            "![a]({static}/images/c.svg and b.svg)",
            "3:6",
            "there is no file `content/images/c.svg` to link to. Mend the path.",
        ),
        (
            "[a]({filname}a-walk.md)",
            "3:5",
            "`{filname}` is no kind of link. Did you mean `filename`?",
        ),
        (
            "[a]: {filname}a-walk.md",
            "3:6",
            "`{filname}` is no kind of link. Did you mean `filename`?",
        ),
        (
            "[a](javascript:x)",
            "3:5",
            "`javascript:x` is no address for a link. Choose one of: `http`, `https`, `mailto`, "
            "`sms`, `tel`.",
        ),
        (
            "[a](htps://x.example)",
            "3:5",
            "`htps://x.example` is no address for a link. Did you mean `https`?",
        ),
        (
            "<a href='ftp://x.example'>a</a>",
            "3:10",
            "`ftp://x.example` is no address for a link. Choose one of: `http`, `https`, `mailto`, "
            "`sms`, `tel`.",
        ),
        (
            "[a](https://example)",
            "3:5",
            "`https://example` is not a whole address. Write it as the browser shows it.",
        ),
        (
            "[a](https:/x.example)",
            "3:5",
            "`https:/x.example` is not a whole address. Write it as the browser shows it.",
        ),
        (
            "[a](mailto:someone)",
            "3:5",
            "`mailto:someone` is not a whole address. Write it as the browser shows it.",
        ),
        (
            "[a](tel:help)",
            "3:5",
            "`tel:help` is not a whole address. Write it as the browser shows it.",
        ),
        (
            "[a][x]\n\n[x]: htp://x.example",
            "5:6",
            "`htp://x.example` is no address for a link. Did you mean `http`?",
        ),
    ],
)
def test_a_wrong_link_is_named_where_it_stands(body: str, where: str, message: str) -> None:
    assert complaints(body) == [f"{PATH}:{where}: {message}"]


def test_front_matter_is_looked_at_too() -> None:
    front_matter = "Know-more: A | https://x.example/\n    B | {filename}/posts/b.md\n"
    assert complaints("Words.", front_matter) == [
        f"{PATH}:3:9: there is no file `content/posts/b.md` to link to. Mend the path."
    ]
