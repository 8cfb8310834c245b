"""Links without an end: what Markdown makes a link passes, what readers would see is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.unclosed import check_unclosed
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}\n", PATH)
    return [str(finding) for finding in check_unclosed(source)]


@pytest.mark.parametrize(
    "body",
    [
        "[words](https://x.example) and [more](https://x.example/a_(b)).",
        "[words](<https://x.example/a b>) and [more]( https://x.example )",
        "[words over\ntwo lines](https://x.example)",
        "[words](https://x.example\n)",
        '[words](https://x.example\n"A title")',
        '[words](https://x.example "A (good) title")',
        "[words](https://x.example 'A title' )",
        '![a picture](https://x.example/a.png "A title")',
        "[![a picture](https://x.example/a.png)](https://x.example)",
        "`[words](https://x.example` and `` [words](https://x.example ` ``",
        "`[words](https://x.example\nand more`",
        "```\n[words](https://x.example\n```",
        "    [words](https://x.example",
        "- item\n\n        [words](https://x.example",
        "<pre>[words](https://x.example</pre>",
        "Type <code>[words](https://x.example</code>.",
        "<!-- [words](https://x.example -->",
        "\\[words](https://x.example and [words\\](https://x.example",
        "[words] (https://x.example and (see https://x.example",
        "Quoted [sic](and so on and [words](later.",
        "[words][one] and [one].\n\n[one]: https://x.example",
        "A note[^1](https://x.example.\n\n[^1]: [Words](https://x.example).",
        "f[0](x, and a[i](https",
        "(see [words](https://x.example) and more",
    ],
)
def test_what_is_closed_or_no_link_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "where", "right"),
    [
        ("See [words](https://x.example", "3:5", "[words](https://x.example)"),
        ("See [words](https://x.example, and rest.", "3:5", "[words](https://x.example)"),
        ("One.\n\n- [words](https://x.example/a_(b).", "5:3", "[words](https://x.example/a_(b))"),
        ("> [words](http://x.example and (see) more", "3:3", "[words](http://x.example)"),
        ("[a](https://x.example [b](https://y.example).", "3:1", "[a](https://x.example)"),
        ("[a](https://x.example/a)\n[b\nc](https://x.example/b", "4:1", "[b c](https://x.example/b)"),
        ("| [a](https://x.example | b |\n|---|---|\n| c | d |", "3:3", "[a](https://x.example)"),
        ("Write [us](mailto:a@x.example.", "3:7", "[us](mailto:a@x.example)"),
        ("See [it]({filename}a-walk.md.", "3:5", "[it]({filename}a-walk.md)"),
        ("**See [it](https://x.example**", "3:7", "[it](https://x.example)"),
        ("`c` [it](https://x.example `c`", "3:5", "[it](https://x.example)"),
    ],
)  # fmt: skip
def test_a_link_without_an_end_is_named(body: str, where: str, right: str) -> None:
    assert complaints(body) == [
        f"{PATH}:{where}: this link has no end, and readers would see its brackets. Close it with "
        f"`)` right behind its address: `{right}`."
    ]


def test_so_is_a_picture() -> None:
    assert complaints("![a cat](https://x.example/a.png") == [
        f"{PATH}:3:1: this picture has no end, and readers would see its brackets. Close it with "
        "`)` right behind its address: `![a cat](https://x.example/a.png)`."
    ]


def test_each_of_several_is_named() -> None:
    body = "[a](https://x.example and [b](https://x.example) and [c](https://x.example"
    assert [each.split(":")[2] for each in complaints(body)] == ["1", "54"]


def test_many_brackets_take_no_time() -> None:
    assert complaints("[" * 20_000 + "](x") == []
    assert complaints("[a](" * 20_000) == []
    assert complaints("[a](https://x.example/" + "(" * 20_000 + "`") != []


@given(st.text(alphabet="[]()!\\`^ab \n<>", max_size=60))
def test_no_text_breaks_it(body: str) -> None:
    complaints(f"{body}](https://x.example{body}")
