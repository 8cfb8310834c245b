"""Signs of other Markdown, glued lines, hashes, lost cells: named where readers see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellspring.checking.signs import (
    CELLS,
    HEADING,
    HIDDEN,
    JOINED,
    SECOND,
    SLASH,
    STRESS,
    STRIKES,
    SWALLOWED,
    TASKS,
    check_signs,
)
from wellspring.text.prose import blank_code
from wellspring.text.source import parse_source

PATH = "content/posts/x.md"


def complaints(body: str) -> list[str]:
    source, _ = parse_source(f"Title: One\n\n{body}\n", PATH)
    return [str(finding) for finding in check_signs(source, blank_code(source.body))]


@pytest.mark.parametrize(
    "body",
    [
        "## A heading\n\n### And another",
        "#",
        "`~~old~~` and `==x==` and `- [ ] y`",
        "```\n~~old~~\n#x\n- [ ] a\n```",
        "<pre>\n#x ~~y~~\n</pre>",
        "Home ~ about ~~ 5 km, a == b and c == d",
        "[ ] and [x] stand alone",
        "- [x](https://x.example) is a link",
        "C:\\ and\n\\* stay",
        "• One  \n• Two",
        "• One\n\nTwo",
        "-5 degrees\n-6 degrees",
        "→ a sentence with an arrow.",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |",
        "| a | b |\n|---|---|\n| `x | y` | 2 |\n| 3 \\| 4 | 5 |",
        "a | b\n--|--\n1 | 2\n\nwords | with | bars",
        "Issue \\#1 and A #1",
    ],
)
def test_what_readers_see_as_it_is_meant_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("- [ ] Walk\n- [x] Rest", "3:3", TASKS),
        ("It is ~~old~~ new.", "3:7", STRIKES),
        ("It is ==new==.", "3:7", STRESS),
        ("One\\\nTwo", "3:3", SLASH),
        ("Home tired.\n#1 on the list", "4:1", HEADING),
        ("#walk #rest", "3:1", HEADING),
        ("• One\n• Two\n• Three", "3:1", JOINED),
        ("✅ One\n✅ Two", "3:1", JOINED),
        ("-Walk\n-Rest", "3:1", JOINED),
        ("1.Walk\n2.Rest", "3:1", JOINED),
        (
            "| Drug | Dose |\n|---|---|\n| A | 5 mg | never with B |",
            "5:1",
            CELLS.format(lost="never with B"),
        ),
    ],
)
def test_what_readers_would_not_see_as_meant_is_named(body: str, place: str, message: str) -> None:
    assert complaints(body) == [f"{PATH}:{place}: {message}"]


@given(st.text(st.sampled_from("ab-[x] ~=#|\\\n•1."), max_size=60))
def test_no_text_ends_in_an_error(body: str) -> None:
    complaints(body)


TABLE = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{TABLE}\n## Next",
        "[Ben]: https://ben.example\n\n[Ben] said so.",
        "[Ben]: ben.example/a\n\n[Ben]",
        "[Ben]: Fine and well.",
        "    # code",
        "```\n# code\n```",
        "Words # and words\n\n=====",
        "[^1]: Note\n\nWords.[^1]",
    ],
)
def test_what_is_shown_as_it_is_meant_passes(body: str) -> None:
    assert complaints(body) == []


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (f"{TABLE}## Next", 6, SWALLOWED),
        (f"{TABLE}> Words\n> more", 6, SWALLOWED),
        (f"{TABLE}Words.", 6, SWALLOWED),
        ("Words.\n\n# Big", 5, SECOND),
        ("> # Big", 3, SECOND),
        ("Big\n===", 3, SECOND),
        ("[Ben]: Fine.", 3, HIDDEN),
        ("[Anna]: How are you?\n\n[Ben]: Fine.", 5, HIDDEN),
        ("> [Ben]: Fine.", 3, HIDDEN),
    ],
)
def test_what_is_shown_otherwise_or_not_is_named(body: str, line: int, message: str) -> None:
    (found,) = complaints(body)
    assert found.startswith(f"{PATH}:{line}:")
    assert found.endswith(message)
