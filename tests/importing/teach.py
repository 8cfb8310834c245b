"""Teach the network that tells lost dashes: `python -m tests.importing.teach [FOLDER]`.

FOLDER holds all-MiniLM-L6-v2, as for `tests.passages.teach`. It learns from prose whose dashes and
hyphens are known: the posts that were written by hand for stories, the checker's passages and
stories, and lines of prose written for it (prose-*.txt, dashes-*.txt). Each dash becomes a hyphen,
and each hyphen a mark, of which it says whether it was a dash. Then it tells a small network what
it thinks of them, and of many that are made of them. Without FOLDER the teacher of the last time,
kept in .build/, teaches once more. `--without NAME` leaves out a set. Needs torch and safetensors
(`pip install ".[learn]"`), which nothing else does.
"""

import argparse
import random
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from tests.conftest import ROOT
from tests.importing.score import FOLDER, READ, dumps, expected
from tests.mixing import Exchanger
from tests.pupil import Pupil, save, started
from tests.teacher import Plan, Teacher, keep, read_kept, read_model
from tests.teaching import Mover, heaps_of, rows_of
from wellspring.commands.report import say
from wellspring.text.joints import JOIN, JOINED, NETWORK, marked_joins, stretches
from wellspring.text.pieces import Pieces

PASSAGES, KEPT = FOLDER.parent / "passages", ROOT / ".build" / "teacher-dashes.pt"
HEADER = re.compile(r"(?:Date|Slug|Tags|Author|Status|Know-more|Summary|Category|Original):")
AROUND = re.compile(r"(?<=\S)\s*—\s*(?=\S)")
LAYERS, WIDTHS, SEED = (0, 1, 2, 3), (5, 3, 3), 0
# Of the teacher and of its pupil: rounds, how many texts at a time, how fast, in body and head.
ROUNDS, TOGETHER, PACES = 5, 32, (1.5e-4, 2e-3)
PUPILS_ROUNDS, PUPILS_TOGETHER, PUPILS_PACES = 8, 64, (3e-3, 3e-3)
WARM = 100
# How many texts are made of each that is known; how much a label counts beside the teacher's word.
MADE, LABELLED = 5, 0.5


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of text with marks for its hyphens, where they are, and which were dashes."""

    text: str
    places: tuple[int, ...]
    dashes: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch as numbers of pieces, where its marks are, and how likely each was a dash."""

    numbers: Sequence[int]
    at: Sequence[int]
    dashes: Sequence[float]


def main() -> None:
    """Teach the teacher, if there is to be a new one, and its pupil, and write that down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    lessons = list(dict.fromkeys(lessons_of(lines(options.without))))
    plan = Plan(("dash",), LAYERS, {JOIN.strip(): "-"}, pooled=False)
    texts = [each.text for each in lessons]
    new = options.folder is not None
    known, teacher = read_model(options.folder, texts, plan) if new else read_kept(KEPT, plan)
    school = School(known, lessons)
    if new:
        school.teach(teacher)
        keep(teacher, known, KEPT)
    save(school.hand_on(teacher), known, plan.names, NETWORK)


def lines(without: Iterable[str]) -> Iterator[str]:
    """Yield the lines of all sets but some, and but those that measure."""
    names = [*READ, *(file.stem for file in sorted(FOLDER.glob("*-*.txt")))]
    for name in names:
        if name not in without and "unseen" not in name:
            yield from lines_of(name)
    for file in sorted(PASSAGES.glob("dev*.toml")):
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
            yield from passage["text"].splitlines()
    for file in sorted(PASSAGES.glob("stories/*.md")):
        yield from file.read_text(encoding="utf-8").splitlines()


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines of a set: of its posts and bios, or of prose."""
    file = FOLDER / f"{name}.txt"
    if file.exists():
        yield from file.read_text(encoding="utf-8").splitlines()
        return
    for dump in dumps(name):
        for text in expected(dump):
            yield from (line for line in text.splitlines() if not HEADER.match(line))


def lessons_of(some: Iterable[str]) -> Iterator[Lesson]:
    """Yield the stretches of lines that have a hyphen or a dash."""
    for line in some:
        if "http" in line or "|" in line or not line.strip():
            continue
        joined = AROUND.sub("—", line.strip())
        flat = joined.replace("—", "-")
        for start, part in stretches(flat):
            marked, places = marked_joins(part)
            dashes = [joined[start + found.start()] == "—" for found in JOINED.finditer(part)]
            if dashes:
                yield Lesson(marked, tuple(places), tuple(dashes))


class School:
    """Has the lessons, and teaches with them."""

    def __init__(self, known: Sequence[str], lessons: Iterable[Lesson]) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 (the same lessons each time)
        self.pieces = Pieces({piece: number for number, piece in enumerate(known)})
        self.join = self.pieces.numbers[JOIN.strip()]
        self.lessons = [self.marked(each) for each in lessons]
        self.judging = [self.marked(each) for each in lessons_of(lines_of("prose-unseen"))]

    def marked(self, lesson: Lesson) -> Marked:
        """Return a lesson as a network reads it."""
        numbers, places = self.pieces.cut(lesson.text)
        at = [places.index(place) for place in lesson.places]
        return Marked(numbers, at, [float(dash) for dash in lesson.dashes])

    def teach(self, teacher: Teacher) -> None:
        """Teach a teacher from prose whose dashes are known."""
        counted = sum(len(each.dashes) for each in self.lessons)
        say(f"{counted:,} hyphens in {len(self.lessons):,} stretches.")
        steps = ROUNDS * (len(self.lessons) // TOGETHER + 2)
        mover = Mover(teacher, steps, PACES, WARM)
        for number in range(ROUNDS):
            loss = self.read(mover, self.lessons, TOGETHER)
            say(f"Teacher, round {number + 1}, loss {loss:.3f}: {self.measured(teacher)}")

    def hand_on(self, teacher: Teacher) -> Pupil:
        """Return a pupil that was told what a teacher thinks of many texts."""
        seen = teacher.pieces.weight.detach()
        made = list(self.made(Exchanger(seen, self.chance)))
        known = [
            Marked(
                each.numbers,
                each.at,
                [LABELLED * dash + (1 - LABELLED) * said for dash, said in both],
            )
            for each in self.lessons
            for both in [zip(each.dashes, thought(teacher, each.numbers, each.at), strict=True)]
        ]
        told = [Marked(each, at, thought(teacher, each, at)) for each, at in made]
        texts = [*known, *told]
        say(f"The teacher has read {len(texts):,} texts.")
        pupil = Pupil(started(seen), 1, widths=WIDTHS, pooled=False)
        steps = PUPILS_ROUNDS * (len(texts) // PUPILS_TOGETHER + 2)
        mover = Mover(pupil, steps, PUPILS_PACES, WARM)
        for number in range(PUPILS_ROUNDS):
            loss = self.read(mover, texts, PUPILS_TOGETHER)
            say(f"Pupil, round {number + 1}, loss {loss:.3f}: {self.measured(pupil)}")
        return pupil

    def made(self, exchanger: Exchanger) -> Iterator[tuple[list[int], list[int]]]:
        """Yield texts made of what is known, with words exchanged, or put together at a mark."""
        for each in self.lessons:
            for number in range(MADE):
                numbers = list(each.numbers)
                if number % 2:
                    other = self.chance.choice(self.lessons)
                    one, two = self.chance.choice(each.at), self.chance.choice(other.at)
                    numbers = [*numbers[:one], *other.numbers[two:]]
                numbers = exchanger.change(numbers)
                yield numbers, [at for at, piece in enumerate(numbers) if piece == self.join]

    def read(self, mover: Mover, some: Sequence[Marked], size: int) -> float:
        """Let a network learn from texts once; return how wrong it was."""
        mover.model.train()
        whole, heaps = 0.0, heaps_of([len(each.numbers) for each in some], size, self.chance)
        for heap in heaps:
            said, dashes = said_of(mover.model, [some[at] for at in heap])
            loss = nn.functional.binary_cross_entropy_with_logits(said, dashes)
            mover.move(loss)
            whole += loss.item()
        return whole / len(heaps)

    def measured(self, model: nn.Module) -> str:
        """Return how many dashes and how many hyphens are known that nobody has learned from."""
        model.eval()
        with torch.inference_mode():
            both = [said_of(model, [each]) for each in self.judging]
        said, dashes = (torch.cat(each) for each in zip(*both, strict=True))
        right = ((said > 0) == (dashes > 0)).float()
        return f"dashes {right[dashes > 0].mean():.3f} hyphens {right[dashes == 0].mean():.3f}"


def said_of(model: nn.Module, heap: Sequence[Marked]) -> tuple[Tensor, Tensor]:
    """Return what a network says of the marks of some texts, and how likely each was a dash."""
    rows, there = rows_of([each.numbers for each in heap])
    sums = model(rows, there)[..., 0]
    marks = [
        (row, at, dash)
        for row, each in enumerate(heap)
        for at, dash in zip(each.at, each.dashes, strict=True)
        if at < rows.shape[1]
    ]
    said = sums[[row for row, _, _ in marks], [at for _, at, _ in marks]]
    return said, torch.tensor([float(dash) for _, _, dash in marks])


def thought(teacher: Teacher, numbers: Sequence[int], at: Sequence[int]) -> list[float]:
    """Return how likely a teacher thinks that each mark of a text was a dash."""
    teacher.eval()
    with torch.inference_mode():
        sums = teacher(*rows_of([numbers]))[0, :, 0].sigmoid().tolist()
    return [sums[place] if place < len(sums) else 0.5 for place in at]


if __name__ == "__main__":
    main()
