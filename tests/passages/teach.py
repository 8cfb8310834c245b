"""Teach the second reader: `python -m tests.passages.teach [FOLDER]`.

FOLDER holds all-MiniLM-L6-v2, small and for free use (Apache 2.0), as `model.safetensors` and
`vocab.txt` (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2). It learns from the sets
that anybody may read, the rules' own examples and stories without a fault; the unread sets measure
it. It reads closely, and slowly. So it tells a small network, which skims, what it thinks of these
texts and of many more that are made of them. Without FOLDER the network that is there teaches the
small one once more; with `--again` it reads everything once more itself (some ten minutes), for
passages that have come since, and the small one stays as it is. Two small ones that chance has
taught otherwise (`--seed 0`, `--seed 1`) are asked and averaged. Needs torch and safetensors
(`pip install ".[learn]"`), which nothing else does, and an hour on two processors. Afterwards
`tests.passages.learn` says how far its word is trusted.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from tests.mixing import Exchanger, Mixer
from tests.passages.lessons import (
    Lesson,
    free_texts,
    read_examples,
    read_set,
    read_sets,
    read_stories,
    taught_rules,
)
from tests.passages.score import FOLDER
from tests.pupil import Pupil, started
from tests.pupil import save as save_pupil
from tests.teacher import Plan, Teacher, load, read_model, save
from tests.teaching import Mover, Texts, measured, read_round, say_of
from wellspring.checking.second import NETWORK, SKIMMERS
from wellspring.commands.report import say
from wellspring.text.pieces import Pieces
from wellspring.text.windows import CITED, MARKS

MARKED = {mark.strip(): mark.strip(" []") for mark in (*MARKS.values(), CITED)}
LAYERS, SEED = (0, 1, 2, 3, 4, 5), 0
# Of the teacher and of its pupil: how often they read everything, how many texts at a time, and
# how fast they learn, in the body and at the head.
ROUNDS, TOGETHER, PACES = 4, 32, (1e-4, 2e-3)
ROUNDS_AGAIN, PACES_AGAIN = 1, (4e-5, 4e-4)
PUPILS_ROUNDS, PUPILS_TOGETHER, PUPILS_PACES = 6, 64, (3e-3, 3e-3)
WARM = 200
# How many passages are put together with another one; how many texts are made of others.
JOINED, MIXED = 0.25, 60_000
# How much a label counts beside the teacher's word.
LABELLED = 0.5


def main() -> None:
    """Teach the teacher, if there is to be a new one, and its pupil, and write that down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without one, teach the skimmer only")
    parser.add_argument("--again", action="store_true", help="teach the large one once more")
    parser.add_argument("--seed", type=int, default=0, choices=range(len(SKIMMERS)))
    options = parser.parse_args()
    folder = options.folder
    if folder and options.again:
        parser.error("a new network reads everything anyway: leave out FOLDER or --again")
    torch.manual_seed(SEED)
    school = School()
    plan = Plan(school.names, LAYERS, MARKED)
    known, teacher = read_model(folder, school.texts(), plan) if folder else load(NETWORK, plan)
    school.pieces = Pieces({piece: number for number, piece in enumerate(known)})
    if folder or options.again:
        rounds, paces = (ROUNDS, PACES) if folder else (ROUNDS_AGAIN, PACES_AGAIN)
        school.teach(teacher, rounds, paces)
        save(teacher, known, school.names, NETWORK)
    if options.again:
        return
    pupil = school.hand_on(teacher, options.seed)
    save_pupil(pupil, known, school.names, SKIMMERS[options.seed])


class School:
    """Has the lessons, and teaches with them."""

    pieces: Pieces

    def __init__(self) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 (the same lessons each time)
        rules = taught_rules()
        self.names = sorted(rule.id for rule in rules)
        self.lessons = [*read_sets(), *read_examples(rules)]
        self.stories = list(read_stories())
        files = sorted(FOLDER.glob("unseen*.toml"))
        self.judging = {file.stem: list(read_set(file.stem)) for file in files}

    def texts(self) -> list[str]:
        """Return the texts of all lessons."""
        return [each.text for each in (*self.lessons, *self.stories)]

    def teach(self, teacher: Teacher, rounds: int, paces: tuple[float, float]) -> None:
        """Teach a teacher from labels."""
        steps = rounds * ((len(self.lessons) + len(self.stories)) // TOGETHER + 2)
        mover = Mover(teacher, steps, paces, WARM)
        say(f"{len(self.lessons):,} passages, {len(self.stories):,} windows of stories.")
        for number in range(rounds):
            texts = self.labelled([*self.joined(), *self.stories])
            loss = read_round(mover, texts, TOGETHER, self.chance)
            self.report(f"Teacher, round {number + 1}, loss {loss:.3f}", teacher)

    def joined(self) -> Iterator[Lesson]:
        """Yield the lessons, some put together as if they stood in a text side by side."""
        for one in self.lessons:
            if self.chance.random() >= JOINED:
                yield one
                continue
            other = self.chance.choice(self.lessons)
            labels = one.labels | other.labels
            unsure = (one.unsure | other.unsure) - labels
            yield Lesson(f"{one.text} {other.text}", labels, unsure)

    def hand_on(self, teacher: Teacher, seed: int) -> Pupil:
        """Return a pupil that was told what a teacher thinks of many texts."""
        self.chance.seed(seed)
        torch.manual_seed(seed)
        seen = teacher.pieces.weight.detach()
        own = self.labelled([*self.lessons, *self.stories])
        numbers = [*own.numbers, *self.unlabelled(seen)]
        say(f"The teacher reads {len(numbers):,} texts.")
        in_bytes = {nn.Linear: torch.ao.quantization.per_channel_dynamic_qconfig}
        quick = torch.ao.quantization.quantize_dynamic(teacher, in_bytes)
        thought = say_of(quick, numbers).sigmoid()
        some, count = thought[: len(own.numbers)], len(own.numbers)
        both = LABELLED * own.targets + (1 - LABELLED) * some
        thought[:count] = torch.where(own.sure > 0, both, some)
        return self.pupil_of(Texts(numbers, thought, torch.ones_like(thought)), seen)

    def unlabelled(self, seen: Tensor) -> Iterator[list[int]]:
        """Yield texts that nobody has labelled, and many made of all, as numbers of pieces."""
        free = list(free_texts())
        mixer = Mixer(
            [each.text for each in self.lessons],
            [*(each.text for each in self.stories), *free],
            self.chance,
        )
        marks = [n for piece, n in self.pieces.numbers.items() if piece.startswith("[")]
        exchanger = Exchanger(seen, frozenset(marks), self.chance)
        for text in free:
            yield self.cut(text)
        for text in mixer.mix(MIXED):
            yield exchanger.change(self.cut(text))

    def pupil_of(self, texts: Texts, seen: Tensor) -> Pupil:
        """Return a pupil that has read some texts."""
        pupil = Pupil(started(seen), len(self.names))
        steps = PUPILS_ROUNDS * (len(texts.numbers) // PUPILS_TOGETHER + 2)
        mover = Mover(pupil, steps, PUPILS_PACES, WARM)
        for number in range(PUPILS_ROUNDS):
            loss = read_round(mover, texts, PUPILS_TOGETHER, self.chance)
            self.report(f"Pupil, round {number + 1}, loss {loss:.3f}", pupil)
        return pupil

    def report(self, head: str, model: nn.Module) -> None:
        """Say how well a network does on what nobody has learned from."""
        say(head)
        for name, some in self.judging.items():
            say(f"  {name} {measured(model, self.labelled(some))}")

    def labelled(self, lessons: Sequence[Lesson]) -> Texts:
        """Return lessons as a network reads them."""
        labels, unsure = (
            torch.tensor([[float(r in getattr(each, key)) for r in self.names] for each in lessons])
            for key in ("labels", "unsure")
        )
        return Texts([self.cut(each.text) for each in lessons], labels, 1 - unsure)

    def cut(self, text: str) -> list[int]:
        """Return the pieces of a text."""
        return self.pieces.cut(text)[0]


if __name__ == "__main__":
    main()
