"""`invoke check --fix`: what is safe to write is written, and not a byte beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.small_rules import give_rules, one_rule, rule_file
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.text import check_text
from wellspring.commands.check import Options, check
from wellspring.commands.examine import job_of_file, subject_of
from wellspring.commands.fix import fix_texts, mended
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
def fix(dash: Rule, tmp_path: Path, house: HouseStyle) -> Callable[[bytes], bytes]:
    """Write a text, mend what is found in it, and return what it is then."""

    def run(data: bytes) -> bytes:
        file = tmp_path / "x.md"
        file.write_bytes(data)
        subject = subject_of(job_of_file(file, "x.md", house, ("US",)))
        fix_texts(check_text(subject, bind_rules((dash,))), tmp_path.joinpath)
        return file.read_bytes()

    return run


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


@pytest.mark.parametrize(
    ("words", "now"),
    [
        ("rest - and", "rest—and"),
        ("rest---and", "rest—and"),
        ("rest", "rest"),
        ("a-b - c", "a—b—c"),
    ],
)
def test_no_blank_stays_beside_what_is_written(words: str, now: str) -> None:
    assert mended(words, Fix("-", "—")) == now


def test_what_is_written_is_no_expression() -> None:
    assert mended("a.b", Fix(".", "\\1")) == "a\\1b"


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


def test_a_check_without_it_writes_nothing(blog: Blog) -> None:
    settings = give_rules(blog, dash=rule_file(DASH, "substitution"))
    file = blog.write("content/pages/about.md", "Title: about\n\nRest - and walk.\n")
    before = file.read_bytes()
    check(settings)
    assert file.read_bytes() == before
