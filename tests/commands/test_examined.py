"""A check that takes over what has not changed says what one that takes over nothing says."""

import gc
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.building.changes import CHANGES, QUIET, Change, add, blog_of_everything, swap
from tests.conftest import Blog
from wellspring.building import readings
from wellspring.building.records import STORE
from wellspring.checking.second import SKIMMERS
from wellspring.commands import check as checking
from wellspring.commands import examined, progress
from wellspring.commands.check import Options, check, look
from wellspring.commands.examine import Job, examine
from wellspring.commands.examined import examine_new, recall_check
from wellspring.commands.light import read_light
from wellspring.commands.uncollected import uncollected
from wellspring.commands.whole import read_blog
from wellspring.model.finding import Finding
from wellspring.model.place import Place

Out = pytest.CaptureFixture[str]
RISKY = (
    "\nIt cures all lamps, without any risk. Stop taking sertraline.\n\nCall it lampfully safe.\n"
)
IGNORE = (
    "\n<!-- check: ignore claim-safety because it is a quoted myth, reviewed by Robin Example -->"
    "\n\nIt has no side effects.\n"
)
# What the findings of other texts than those changed may depend on.
RULES: dict[str, Change] = {
    "a rule's words": swap(
        "editorial/rules/claim/absolute.toml", "terms = [", 'terms = ["lamps", '
    ),
    "a word list": swap("editorial/vocabulary/utterly.toml", "words = [", 'words = ["lampfully", '),
    "a rule's gravity": swap("editorial/rules/claim/safety.toml", '"error"', '"warning"'),
    "a setting for some texts": add(
        "editorial/check.toml",
        '[[paths]]\npath = "content/posts/*"\noff = ["doc-reviewer"]\nbecause = "Known."\n',
    ),
    "the name of who answers for an ignore": swap(
        "content/authors/robin-example.md", "Name: Robin Example", "Name: Robin Sample"
    ),
}
# Another change takes its words; what takes a text away that others change stands last.
APART = ("a body",)
LAST = ("the slug of a linked post",)
OF_TEXTS = [
    name
    for name in CHANGES
    if name.startswith(("a ", "an ", "tags", "the order", "the readers"))
    and not name.startswith(
        ("a page of the output", "a template", "a function", "a post taken out")
    )
    and name not in APART + LAST
]
# After so many changes a check that takes nothing over is made too.
OFTEN = 6


@pytest.fixture
def settings(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a blog that holds one of everything, and a text with much to say of."""
    monkeypatch.chdir(blog.root)
    add(QUIET, IGNORE + RISKY)(blog_of_everything(blog))
    return blog.root / "pelicanconf.py"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the texts that the rules were asked about."""
    paths: list[str] = []

    def spy(jobs: Iterable[Job], *rest: object) -> list[Finding]:
        given = list(jobs)
        paths.extend(job.source.path for job in given)
        return examine(given, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "examine", spy)
    return paths


def seen(settings: Path) -> tuple[tuple[str, ...], list[str]]:
    """Return what a check has seen, and all that it says of it."""
    found = look(settings, Options())
    return found.paths, list(map(repr, found.findings))


def seen_anew(settings: Path) -> tuple[tuple[str, ...], list[str]]:
    """Return what a check says that takes nothing over."""
    shutil.rmtree(settings.parent / STORE / "check")
    return seen(settings)


def test_what_is_known_is_not_asked_again(settings: Path, asked: list[str]) -> None:
    paths, findings = seen(settings)
    assert sorted(asked) == sorted(paths)
    assert findings
    asked.clear()
    assert seen(settings) == (paths, findings)
    assert asked == []


def test_an_edited_text_alone_is_asked_about(settings: Path, blog: Blog, asked: list[str]) -> None:
    _, before = seen(settings)
    asked.clear()
    add(QUIET, "\nIt heals everything, guaranteed.\n")(blog)
    assert len(seen(settings)[1]) > len(before)
    assert asked == [QUIET]


@pytest.mark.parametrize("name", ["NETWORK", "SKIMMERS"])
def test_another_network_is_asked_about_every_text(
    name: str, settings: Path, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, _ = seen(settings)
    other = tmp_path / "other.npz"
    other.write_bytes(b"another")
    monkeypatch.setattr(examined, name, (SKIMMERS[0], other) if name == "SKIMMERS" else other)
    asked.clear()
    seen(settings)
    assert sorted(asked) == sorted(paths)


def test_who_waits_for_many_texts_is_told(
    settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setattr(checking, "LONG", 2)
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    paths, _ = seen(settings)
    said = f"{len(paths)} texts are new or have changed. To read them takes a while."
    assert said in capsys.readouterr().err
    seen(settings)
    assert capsys.readouterr().err == ""


def test_after_changes_a_check_says_what_one_anew_says(settings: Path, blog: Blog) -> None:
    changes = CHANGES | RULES
    for number, name in enumerate([*OF_TEXTS, *RULES, *LAST], 1):
        before = seen(settings)
        changes[name](blog)
        now = seen(settings)
        assert now != before or name not in RULES, name
        if number % OFTEN == 0 or name in RULES:
            assert now == seen_anew(settings), name
    assert seen(settings) == seen_anew(settings)


def test_what_is_damaged_is_said_once_and_made_anew(settings: Path, capsys: Out) -> None:
    check(settings)
    first = capsys.readouterr()
    kept = settings.parent / STORE / "check"
    for file in kept.rglob("*.records"):
        file.write_bytes(b"x" + file.read_bytes())
    check(settings)
    again = capsys.readouterr()
    assert again.out == first.out
    assert again.err.count("this is damaged; what it held is made anew.") == 1


def test_a_text_that_took_too_long_is_asked_about_again(settings: Path, asked: list[str]) -> None:
    light = read_light(settings)
    last = recall_check(settings.parent, light)
    blog = read_blog(light, last.readings)
    slow = Finding(Place(QUIET), "this text takes too long to check.")
    assert slow in examine_new(blog.jobs, blog.site, last, lambda _: [slow])
    look(settings, Options())
    assert asked == [QUIET]


def test_what_was_read_is_not_read_again(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look(settings, Options())
    read: list[str] = []
    monkeypatch.setattr(readings, "plain_hits", lambda post, _: read.append(post.path) or {})
    monkeypatch.setattr(readings, "check_source", lambda source, _: read.append(source.path) or ())
    look(settings, Options())
    assert read == []


def test_no_unused_objects_are_looked_for_meanwhile(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enabled: list[bool] = []
    monkeypatch.setattr(checking, "examine", lambda *_: enabled.append(gc.isenabled()) or [])
    look(settings, Options())
    assert enabled == [False]
    assert gc.isenabled()


def test_collecting_goes_on_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
