"""Claims in imported stories: named as the checker sees them, and not where they are denied."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.commands.import_claims import Claims, excerpt
from wellspring.commands.import_many import read_all
from wellspring.house.importing import load_importing
from wellspring.importing.line import Note
from wellspring.importing.story import Given, read_story

STORY = "A Slow Walk\nSmall steps\n\nBy Sam Sample\n\n{}\n\nThe way home has two bends and a cat.\n"


@pytest.fixture(scope="module")
def claims() -> Claims:
    return Claims(ROOT / "editorial")


def kinds(claims: Claims, sentence: str) -> set[str]:
    story = read_story(STORY.format(sentence).encode(), "x.txt", load_importing(ROOT / "editorial"))
    claims.sift(story)
    return {note.kind for note in story.unsure if note.kind.startswith(("claim", "advice"))}


@pytest.mark.parametrize(
    "sentence",
    [
        "That’s not to say that walking is a cure. It is a start, and it is free.",
        "No cure exists for a long way home, and nobody should wait for one.",
        "A walk has risks on ice, and the cat knows each of them by name.",
    ],
)
def test_what_is_denied_is_not_named(claims: Claims, sentence: str) -> None:
    assert kinds(claims, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("This tea cures insomnia, and everybody in the street has known it.", "claim-absolute"),
        ("Let’s be real, this treatment is without risks for all of us here.", "claim-safety"),
    ],
)
def test_what_is_claimed_is_named_by_its_rule(claims: Claims, sentence: str, rule: str) -> None:
    assert kinds(claims, sentence) == {rule}


def test_the_command_sifts_what_it_reads(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(STORY.format("That is not to say that walking is a cure."), encoding="utf-8")
    given = Given(date(2026, 11, 23))
    (read,) = read_all([file], editorial=ROOT / "editorial", given=given)
    assert read.story
    assert not [note for note in read.story.unsure if "claim" in note.kind]


def test_an_excerpt_holds_the_place() -> None:
    text = "word " * 40 + "without risks " + "word " * 40
    shown = excerpt(Note(3, "claim", text, text.index("without") + 1))
    assert "without risks" in shown
    assert shown.startswith("word")
    assert len(shown) < 100
