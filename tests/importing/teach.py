"""Teach the network that tells lost dashes: `python -m tests.importing.teach FOLDER`.

FOLDER holds all-MiniLM-L6-v2, as for `tests.passages.teach`. Its six layers learn from prose whose
dashes and hyphens are known (joint_lessons) and from prose with dashes put in (made_dashes). They
tell two half as wide what they think of all that and of twice as many made lines. Both are written
down. `--without NAME` leaves out a set: that measures, and writes nothing. Needs torch and
safetensors (`pip install ".[learn]"`), which nothing else does, and 40 minutes on two processors.
"""

import argparse
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from tests.importing.joint_lessons import Lesson, first_story, lessons_of, lines, lines_of
from tests.importing.made_dashes import made_lines
from tests.teacher import Plan, Teacher, read_model, save
from tests.teaching import Mover, heaps_of, in_short, rows_of
from wellspring.commands.report import say
from wellspring.text.joints import CLOSE, JOIN, NETWORK
from wellspring.text.pieces import Pieces
from wellspring.text.skimmer import LONGEST

SEED, TOGETHER, WARM = 0, 32, 100
# Of the teacher and of its pupil: which layers, how wide, how often they read everything, and how
# fast they learn, in the body and at the head.
TEACHER, WIDE, ROUNDS, PACES = (0, 1, 2, 3, 4, 5), 1536, 2, (1e-4, 2e-3)
# How often the first story is read in a round.
OFTEN = 10
PUPIL, NARROW, PUPILS_ROUNDS, PUPILS_PACES = (0, 2), 768, 4, (2e-4, 2e-3)
# How much made lines count for the teacher, and labels for the pupil, beside the teacher's word.
MADE, LABELLED = 0.4, 0.5
JUDGING = ("prose-unseen", "dumps-n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A lesson as a network reads it: pieces, where the marks are, what each should come to."""

    numbers: list[int]
    at: tuple[int, ...]
    wanted: tuple[float, ...]
    sure: float


def main() -> None:
    """Teach the teacher, measure it, let it teach its pupil, and write that down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    school = School(options.folder, options.without)
    teacher = school.model(TEACHER, WIDE)
    school.teach("Teacher", teacher, school.labelled(), ROUNDS, PACES)
    pupil = school.model(PUPIL, NARROW)
    school.teach("Pupil", pupil, school.told(teacher), PUPILS_ROUNDS, PUPILS_PACES)
    if not options.without:
        save(teacher, school.known, ("dash",), CLOSE)
        save(pupil, school.known, ("dash",), NETWORK)


class School:
    """Has the lessons, and teaches with them."""

    def __init__(self, folder: Path, without: Sequence[str]) -> None:
        self.folder = folder
        self.chance = random.Random(SEED)  # noqa: S311 (the same lessons each time)
        self.lines = list(dict.fromkeys(lines(without)))
        self.lessons = list(dict.fromkeys(lessons_of(self.lines)))
        self.texts = [each.text for each in (*self.lessons, *self.made())]
        self.known = self.read(PUPIL, NARROW)[0]
        self.pieces = Pieces({piece: number for number, piece in enumerate(self.known)})
        self.judging = {name: self.cut(lessons_of(lines_of(name)), 1.0) for name in JUDGING}

    def read(self, layers: tuple[int, ...], wide: int) -> tuple[list[str], Teacher]:
        """Return the pieces and the network that some layers of the model make."""
        plan = Plan(("dash",), layers, {JOIN.strip(): "-"}, wide, pooled=False)
        return read_model(self.folder, self.texts, plan)

    def model(self, layers: tuple[int, ...], wide: int) -> Teacher:
        """Return a network of some layers of the model."""
        return self.read(layers, wide)[1]

    def made(self) -> list[Lesson]:
        """Return lessons of lines with dashes put in, other ones each time."""
        return list(lessons_of(made_lines(self.lines, self.chance)))

    def labelled(self) -> list[Stretch]:
        """Return what the teacher learns from."""
        first = self.cut(lessons_of(first_story()), 1.0)
        return [*self.cut(self.lessons, 1.0), *self.cut(self.made(), MADE), *OFTEN * first]

    def told(self, teacher: Teacher) -> list[Stretch]:
        """Return what the pupil learns from: the teacher’s word, and labels where there are."""
        own, made = self.cut(self.lessons, 1.0), self.cut([*self.made(), *self.made()], 1.0)
        thought = self.say(teacher, [*own, *made])
        said = zip([*own, *made], thought, [LABELLED] * len(own) + [0.0] * len(made), strict=True)
        return [
            Stretch(each.numbers, each.at, mixed(each.wanted, some, share), each.sure)
            for each, some, share in said
        ]

    def cut(self, lessons: Iterable[Lesson], sure: float) -> list[Stretch]:
        """Return lessons as a network reads them, without those whose marks are too far behind."""
        return [found for each in lessons if (found := self.stretch(each, sure))]

    def stretch(self, lesson: Lesson, sure: float) -> Stretch | None:
        """Return a lesson as a network reads it, or None if its marks are too far behind."""
        numbers, places = self.pieces.cut(lesson.text)
        at = tuple(places.index(place) for place in lesson.places if place in places)
        wanted = tuple(map(float, lesson.dashes))
        near = len(at) == len(wanted) and max(at) < LONGEST
        return Stretch(numbers, at, wanted, sure) if near else None

    def teach(
        self, who: str, model: Teacher, some: list[Stretch], rounds: int, paces: tuple[float, float]
    ) -> None:
        """Let a network read everything a few times, and say how well it does after each."""
        mover = Mover(model, rounds * (len(some) // TOGETHER + 2), paces, WARM)
        say(f"{who}: {len(some):,} stretches.")
        for number in range(rounds):
            loss = self.read_round(mover, some)
            say(f"{who}, round {number + 1}, loss {loss:.3f}")
            for name, judged in self.judging.items():
                say(f"  {name} {measured(judged, self.say(model, judged))}")

    def read_round(self, mover: Mover, some: Sequence[Stretch]) -> float:
        """Let a network learn from everything once; return how wrong it was."""
        mover.model.train()
        whole, heaps = 0.0, heaps_of([len(each.numbers) for each in some], TOGETHER, self.chance)
        for heap in heaps:
            picked = [some[at] for at in heap]
            wanted = torch.tensor([value for each in picked for value in each.wanted])
            sure = torch.tensor([each.sure for each in picked for _ in each.at])
            with in_short():
                said = marks_of(mover.model, picked).float()
            wrong = nn.functional.binary_cross_entropy_with_logits(said, wanted, reduction="none")
            loss = (wrong * sure).mean()
            mover.move(loss)
            whole += loss.item()
        return whole / len(heaps)

    def say(self, model: Teacher, some: Sequence[Stretch]) -> list[list[float]]:
        """Return how likely a network thinks that each mark was a dash."""
        model.eval()
        order = sorted(range(len(some)), key=lambda at: len(some[at].numbers))
        found: list[list[float]] = [[] for _ in some]
        with torch.inference_mode():
            for start in range(0, len(order), TOGETHER):
                heap = order[start : start + TOGETHER]
                said = iter(marks_of(model, [some[at] for at in heap]).sigmoid().tolist())
                for at in heap:
                    found[at] = [next(said) for _ in some[at].at]
        return found


def marks_of(model: nn.Module, some: Sequence[Stretch]) -> Tensor:
    """Return what a network says of the marks of some stretches, one after another."""
    said = model(*rows_of([each.numbers for each in some]))[..., 0]
    marks = [(row, at) for row, each in enumerate(some) for at in each.at]
    found: Tensor = said[[row for row, _ in marks], [at for _, at in marks]]
    return found


def mixed(labels: Sequence[float], thought: Sequence[float], share: float) -> tuple[float, ...]:
    """Return targets between labels and what a teacher thinks."""
    pairs = zip(labels, thought, strict=True)
    return tuple(share * label + (1 - share) * think for label, think in pairs)


def measured(some: Sequence[Stretch], said: Sequence[Sequence[float]]) -> str:
    """Return how many dashes and how many hyphens of some stretches are known."""
    pairs = [
        (wanted > 1 / 2, found > 1 / 2)
        for each, values in zip(some, said, strict=True)
        for wanted, found in zip(each.wanted, values, strict=True)
    ]
    shares = []
    for dash in (True, False):
        some_right = [wanted == found for wanted, found in pairs if wanted is dash]
        shares.append(sum(some_right) / max(len(some_right), 1))
    return "dashes {:.3f} hyphens {:.3f}".format(*shares)


if __name__ == "__main__":
    main()
