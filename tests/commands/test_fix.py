"""`invoke check --fix`: what is safe to write is written, and not a byte beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.real_house import real_rules
from tests.small_rules import find, give_rules, one_rule, rule_file
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.text import check_text
from wellspring.commands.check import Options, check
from wellspring.commands.examine import job_of_file, subject_of
from wellspring.commands.fix import fix_texts, mended_line
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding, Fix
from wellspring.model.place import Place
from wellspring.model.rule import Rule

Write = Callable[[dict[str, str]], Path]
Out = pytest.CaptureFixture[str]
DASH = "terms = ['\\w+ ?-+ ?(?:and|but|or)', '\\w+ -+ \\w+']\nswap = [\"-\", \"—\"]"


@pytest.fixture
def dash(write_house: Write) -> Rule:
    return one_rule(write_house, DASH, "substitution")


@pytest.fixture
def run_of(tmp_path: Path, house: HouseStyle) -> Callable[[Rule, bytes], bytes]:
    """Write a text, mend what a rule finds in it, and return what it is then."""

    def run(rule: Rule, data: bytes) -> bytes:
        file = tmp_path / "x.md"
        file.write_bytes(data)
        subject = subject_of(job_of_file(file, "x.md", house, ("US",)))
        fix_texts(check_text(subject, bind_rules((rule,))), tmp_path.joinpath)
        return file.read_bytes()

    return run


@pytest.fixture
def fix(dash: Rule, run_of: Callable[[Rule, bytes], bytes]) -> Callable[[bytes], bytes]:
    """Do the same with a made-up rule."""
    return partial(run_of, dash)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Rest - and walk.", "Rest—and walk."),
        ("Rest -- and walk.", "Rest—and walk."),
        ("Rest-and walk.", "Rest—and walk."),
        ("Rest - walk, sleep-and eat.", "Rest—walk, sleep—and eat."),
        ("**Rest** - and walk.", "**Rest**—and walk."),
        ("İt - and 😀 rest - and walk.", "İt—and 😀 rest—and walk."),
        ("> Rest - and walk.\n> Sleep - and eat.", "> Rest—and walk.\n> Sleep—and eat."),
        ("Title: Rest - and walk\n\nSleep - and eat.", "Title: Rest—and walk\n\nSleep—and eat."),
        ("Rest – and walk, well-being.", "Rest – and walk, well-being."),
        ("`rest - and walk`", "`rest - and walk`"),
        ("- and walk\n- or rest", "- and walk\n- or rest"),
        ("Rest\t-\tand walk.", "Rest—and walk."),
        (
            "Rest - and walk. \u2028 Sleep\x0c - and\x85 eat.",
            "Rest—and walk. \u2028 Sleep\x0c - and\x85 eat.",
        ),
    ],
)
def test_only_what_is_wrong_is_written(
    fix: Callable[[bytes], bytes], before: str, after: str
) -> None:
    assert fix(before.encode()).decode() == after


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "END"])
def test_line_ends_and_byte_order_marks_stay(
    fix: Callable[[bytes], bytes], start: str, end: str, last: str
) -> None:
    text = f"{start}Rest - and walk.{end}{end}Sleep - and eat.{last.replace('END', end)}"
    assert fix(text.encode()).decode() == text.replace(" - ", "—")


def test_line_ends_of_two_kinds_stay_as_they_are(fix: Callable[[bytes], bytes]) -> None:
    assert fix(b"Rest - and\r\nwalk.\n\nSleep - and\r\neat.") == (
        "Rest—and\r\nwalk.\n\nSleep—and\r\neat.".encode()
    )


def test_mending_twice_is_mending_once(fix: Callable[[bytes], bytes]) -> None:
    once = fix(b"Rest - and walk - or rest - walk.\n\nSleep-but eat.\n")
    assert once == "Rest—and walk—or rest—walk.\n\nSleep—but eat.\n".encode()
    assert fix(once) == once


def test_what_goes_over_a_line_break_is_left_to_people(
    fix: Callable[[bytes], bytes], dash: Rule, tmp_path: Path, house: HouseStyle
) -> None:
    assert fix(b"Rest -\nand walk.") == b"Rest -\nand walk."
    file = tmp_path / "x.md"
    subject = subject_of(job_of_file(file, "x.md", house, ("US",)))
    left, fixed = fix_texts(check_text(subject, bind_rules((dash,))), tmp_path.joinpath)
    assert (len(left), fixed) == (1, 0)


def test_a_finding_without_a_fix_is_left(tmp_path: Path) -> None:
    finding = Finding(Place("x.md"), "No.", end=Place("x.md", 1, 5))
    assert fix_texts([finding], tmp_path.joinpath) == ([finding], 0)


def mend(line: str, *offsets: int, was: str = "-", now: str = "—") -> tuple[str, int]:
    """Return a line mended at some offsets, and how many could not be mended."""
    fix = Fix(was, now)
    new, stays = mended_line(line, [(at, Finding(Place("x.md"), "No."), fix) for at in offsets])
    return new, len(stays)


@pytest.mark.parametrize(
    ("line", "offset"), [("rest", 1), ("rest - and", 4), ("rest \\- and", 6), ("rest-", 9)]
)
def test_what_is_not_as_it_seemed_stays(line: str, offset: int) -> None:
    assert mend(line, offset) == (line, 1)


@pytest.mark.parametrize(
    ("line", "offsets", "now"),
    [
        ("rest - and", [5], "rest—and"),
        ("rest---and", [4], "rest—and"),
        ("rest\u00a0- and", [5], "rest—and"),
        ("a-b - c", [4], "a-b—c"),
        ("a - b - c-d - e", [12, 2, 6], "a—b—c-d—e"),
        ("a - - b", [2, 4], "a——b"),
        ("rest - ", [5], "rest—"),
    ],
)
def test_no_blank_stays_beside_what_is_written(line: str, offsets: list[int], now: str) -> None:
    assert mend(line, *offsets) == (now, 0)


def test_what_is_written_is_no_expression() -> None:
    assert mend("a.b", 1, was=".", now="\\1") == ("a\\1b", 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[Rest](https://x.example/a-b) - and walk.", "[Rest](https://x.example/a-b)—and walk."),
        ("One well-known walk-up - and rest.", "One well-known walk-up—and rest."),
        ("We rest \\- and walk.", "We rest \\- and walk."),
        ('---\nTitle: "Rest - and walk"\n---\n\nOne.', '---\nTitle: "Rest—and walk"\n---\n\nOne.'),
        ("---\nTitle: [Rest - and walk]\n---\n\nOne.", "---\nTitle: [Rest—and walk]\n---\n\nOne."),
        (
            "---\nTags: [a]\nSummary: >\n  Rest - and walk\n---\n\nBody.",
            "---\nTags: [a]\nSummary: >\n  Rest - and walk\n---\n\nBody.",
        ),
    ],
)  # fmt: skip
def test_no_other_hyphen_is_touched(fix: Callable[[bytes], bytes], before: str, after: str) -> None:
    assert fix(before.encode()).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Some asked me - politely - why.", "Some asked me—politely—why."),
        ("He came -- late -- again.", "He came—late—again."),
        ("One - two - three - four - five.", "One—two—three—four—five."),
        ("Rest--walk--sleep - eat.", "Rest—walk—sleep—eat."),
        ("I hear it - my wake-up-but wait.", "I hear it—my wake-up—but wait."),
        ("The train London - Paris - it is slow.", "The train London - Paris—it is slow."),
        ("Then came Anna - I slept.", "Then came Anna—I slept."),
        ("Open Mon - Fri - and Sat - Sun.", "Open Mon - Fri—and Sat - Sun."),
    ],
)  # fmt: skip
def test_all_is_mended_at_once(
    run_of: Callable[[Rule, bytes], bytes], before: str, after: str
) -> None:
    rule = next(rule for rule in real_rules() if rule.id == "typo-dash")
    assert run_of(rule, before.encode()).decode() == after
    assert run_of(rule, after.encode()).decode() == after


def test_between_two_names_people_decide(dash: Rule) -> None:
    (found,) = find("The train London - Paris is slow.", dash)
    assert found.fix == Fix("-", "—")
    assert fix_texts([found], Path) == ([found], 0)


def test_check_says_how_much_it_has_mended(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, dash=rule_file(DASH, "substitution"), cure=rule_file())
    path = "content/posts/a-quiet-evening.md"
    text = (blog.root / path).read_text(encoding="utf-8")
    blog.write(path, f"{text}\nRest - and walk.\n\nSleep-but well: it cures.\n")
    assert check(settings, Options(fix=True)) == 0
    out = capsys.readouterr().out
    assert out.endswith("Checked 9 texts: 0 errors, 1 warning, 0 suggestions. 2 places mended.\n")
    assert (blog.root / path).read_text(encoding="utf-8") == (
        f"{text}\nRest—and walk.\n\nSleep—but well: it cures.\n"
    )
    assert check(settings, Options(fix=True)) == 0
    assert capsys.readouterr().out.endswith("0 errors, 1 warning, 0 suggestions.\n")


def test_what_is_not_shown_is_mended_all_the_same(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, dash=rule_file(DASH, "substitution"), cure=rule_file())
    file = blog.write("content/pages/about.md", "Title: about\n\nRest - and walk. It cures.\n")
    assert check(settings, Options(fix=True, severity="error")) == 0
    assert capsys.readouterr().out == (
        "Checked 9 texts: 0 errors, 0 warnings, 0 suggestions. 1 place mended.\n"
    )
    assert file.read_text(encoding="utf-8").endswith("\n\nRest—and walk. It cures.\n")


def test_other_programs_read_nothing_of_what_was_mended(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, dash=rule_file(DASH, "substitution"))
    blog.write("content/pages/about.md", "Title: about\n\nRest - and walk.\n")
    assert check(settings, Options(fix=True, format="json")) == 0
    assert capsys.readouterr() == ("[]\n", "1 place mended.\n")


def test_a_check_without_it_writes_nothing(blog: Blog) -> None:
    settings = give_rules(blog, dash=rule_file(DASH, "substitution"))
    file = blog.write("content/pages/about.md", "Title: about\n\nRest - and walk.\n")
    before = file.read_bytes()
    check(settings)
    assert file.read_bytes() == before
