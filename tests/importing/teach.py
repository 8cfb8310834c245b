"""Teach the network that tells lost dashes: `python -m tests.importing.teach FOLDER`.

FOLDER holds all-MiniLM-L6-v2, as for `tests.passages.teach`. It learns from prose whose dashes and
hyphens are known: the posts that were written by hand for stories, the checker's passages and
stories, and lines of prose written for it (prose-*.txt, dashes-*.txt). Each dash becomes a hyphen,
and each hyphen a mark, of which it says whether it was a dash. `--without NAME` leaves out a set.
Needs torch and safetensors (`pip install ".[learn]"`), which nothing else does.
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

from tests.importing.score import FOLDER, READ, dumps, expected
from tests.teacher import Plan, Teacher, read_model, save
from tests.teaching import Mover, rows_of
from wellspring.commands.report import say
from wellspring.text.joints import JOIN, JOINED, NETWORK, marked_joins, stretches
from wellspring.text.pieces import Pieces

PASSAGES = FOLDER.parent / "passages"
HEADER = re.compile(r"(?:Date|Slug|Tags|Author|Status|Know-more|Summary|Category|Original):")
AROUND = re.compile(r"(?<=\S)\s*—\s*(?=\S)")
TOGETHER, ROUNDS, SEED, LAYERS = 32, 6, 0, (0, 2)
PACE, HEAD_PACE, WARM, WIDE = 2e-4, 2e-3, 100, 768


@dataclass(frozen=True, slots=True)
class Lesson:
    """A stretch of text with marks for its hyphens, where they are, and which were dashes."""

    text: str
    places: tuple[int, ...]
    dashes: tuple[bool, ...]


def main() -> None:
    """Teach, measure after each round, and write the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 (the same lessons each time)
    torch.manual_seed(SEED)
    lessons = list(dict.fromkeys(lessons_of(lines(options.without))))
    judging = {name: list(lessons_of(lines_of(name))) for name in ("prose-unseen",)}
    plan = Plan(("dash",), LAYERS, {JOIN.strip(): "-"}, WIDE, pooled=False)
    known, model = read_model(options.folder, [each.text for each in lessons], plan)
    steps = ROUNDS * (len(lessons) // TOGETHER + 1)
    pupil = Pupil(model, Pieces({piece: number for number, piece in enumerate(known)}), steps)
    counted = sum(len(each.dashes) for each in lessons)
    say(f"{counted:,} hyphens in {len(lessons):,} stretches, {steps:,} steps.")
    for number in range(ROUNDS):
        chance.shuffle(lessons)
        say(f"Round {number + 1}, loss {pupil.read(lessons):.3f}")
        for name, some in judging.items():
            say(f"  {name} {pupil.measured(some)}")
    save(model, known, plan.names, NETWORK)


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


class Pupil:
    """The network while it learns."""

    def __init__(self, model: Teacher, pieces: Pieces, steps: int) -> None:
        self.model, self.pieces = model, pieces
        self.mover = Mover(model, steps, (PACE, HEAD_PACE), WARM)

    def read(self, lessons: Sequence[Lesson]) -> float:
        """Learn from lessons; return how wrong it was."""
        self.model.train()
        whole = 0.0
        for start in range(0, len(lessons), TOGETHER):
            said, dashes = self.said(lessons[start : start + TOGETHER])
            loss = nn.functional.binary_cross_entropy_with_logits(said, dashes)
            self.mover.move(loss)
            whole += loss.item()
        return whole * TOGETHER / len(lessons)

    def said(self, heap: Sequence[Lesson]) -> tuple[Tensor, Tensor]:
        """Return what the network says of the marks of some lessons, and which were dashes."""
        cut = [self.pieces.cut(each.text) for each in heap]
        rows, there = rows_of([numbers for numbers, _ in cut])
        sums = self.model(rows, there)[..., 0]
        marks = [
            (row, cut[row][1].index(place), dash)
            for row, each in enumerate(heap)
            for place, dash in zip(each.places, each.dashes, strict=True)
        ]
        found = [mark for mark in marks if mark[1] < rows.shape[1]]
        said = sums[[row for row, _, _ in found], [at for _, at, _ in found]]
        return said, torch.tensor([float(dash) for _, _, dash in found])

    def measured(self, some: Sequence[Lesson]) -> str:
        """Return how many dashes and how many hyphens of some lessons are known."""
        self.model.eval()
        right = {True: 0, False: 0}
        of = {True: 0, False: 0}
        with torch.no_grad():
            for start in range(0, len(some), TOGETHER):
                said, dashes = self.said(some[start : start + TOGETHER])
                for each, dash in zip(said.tolist(), dashes.tolist(), strict=True):
                    of[bool(dash)] += 1
                    right[bool(dash)] += (each > 0) == bool(dash)
        shares = (right[dash] / max(of[dash], 1) for dash in (True, False))
        return "dashes {:.3f} hyphens {:.3f}".format(*shares)


if __name__ == "__main__":
    main()
