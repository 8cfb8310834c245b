"""Teach the second reader: `python -m tests.passages.teach [FOLDER] [--rounds N]`.

FOLDER holds all-MiniLM-L6-v2, small and for free use (Apache 2.0), as `model.safetensors` and
`vocab.txt` (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2). Half of its layers are
kept, and half of the wide part of each. It learns from the sets that anybody may read, the rules'
own examples and stories without a fault; the unread sets measure it. Without FOLDER it goes on
where it is, as after a few new passages. Needs torch and safetensors
(`pip install ".[learn]"`), which nothing else does. Afterwards `tests.passages.learn` says how far
its word is trusted.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from tests.learner import Learner, Mover, Plan, load, read_model, rows_of, save
from tests.passages.score import EDITORIAL, FOLDER, passages
from wellspring.checking.second import NETWORK
from wellspring.commands.examine import bare
from wellspring.commands.report import say
from wellspring.house.rules import load_rules
from wellspring.model.rule import Rule
from wellspring.text.pieces import Pieces
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text
from wellspring.text.windows import CITED, MARKS, windows

STORIES = (FOLDER / "stories", *sorted((FOLDER.parent / "importing").glob("dumps*")))
# Rules that look at marks and links, not at what is said.
APART = ("typo-dash", "doc-alt-text", "doc-link-text")
LAYERS = (0, 2, 4)
TOGETHER, ROUNDS, SEED = 32, 5, 0
PACE, HEAD_PACE, WARM = 1.5e-4, 2e-3, 200
# How much slower it is taught what it partly knows.
FURTHER = 0.25
# What is read more than once in a round: of the first article every finding was weighed by hand.
OFTEN = {"dev-seed": 10}
# How many passages are put together with another one.
JOINED = 0.25


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window's text, the rules it breaks, and those that it says nothing of."""

    text: str
    labels: frozenset[str]
    unsure: frozenset[str]


def main() -> None:
    """Teach, measure after each round, and write the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="without one, teach it further")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311 (the same lessons each time)
    torch.manual_seed(SEED)
    rules = [r for r in load_rules(EDITORIAL) if r.terms and not r.measure and r.id not in APART]
    names = sorted(rule.id for rule in rules)
    lessons, stories = [*read_sets(), *read_examples(rules, names)], list(read_stories())
    judging = {file.stem: list(read_set(file.stem)) for file in sorted(FOLDER.glob("unseen*.toml"))}
    marks = {mark.strip(): mark.strip(" []") for mark in (*MARKS.values(), CITED)}
    plan = Plan(names, LAYERS, marks)
    texts = [each.text for each in (*lessons, *stories)]
    new = options.folder is not None
    known, model = read_model(options.folder, texts, plan) if new else load(NETWORK, plan)
    pieces = Pieces({piece: number for number, piece in enumerate(known)})
    steps = options.rounds * rounds_of(lessons, stories)
    say(f"{len(lessons):,} passages, {len(stories):,} windows of stories, {steps:,} steps.")
    pupil = Pupil(model, pieces, names, steps, 1.0 if new else FURTHER)
    for number in range(options.rounds):
        loss = pupil.read(one_round(lessons, stories, chance))
        say(f"Round {number + 1}, loss {loss:.3f}")
        for name, some in judging.items():
            say(f"  {name} {pupil.measured(some)}")
    save(model, known, names, NETWORK)


def rounds_of(lessons: Sequence[Lesson], stories: Sequence[Lesson]) -> int:
    """Return how many steps a round takes."""
    return (len(lessons) + len(stories)) // TOGETHER + 1


def read_sets() -> Iterator[Lesson]:
    """Yield the passages that anybody may read."""
    for file in sorted(FOLDER.glob("dev*.toml")):
        yield from list(read_set(file.stem)) * OFTEN.get(file.stem, 1)


def read_set(name: str) -> Iterator[Lesson]:
    """Yield the passages of a set."""
    for passage in passages(name):
        labels, unsure = (frozenset(map(str, passage.get(key, ()))) for key in ("rules", "unsure"))
        yield Lesson(" ".join(texts_of(str(passage["text"]))), labels, unsure)


def read_examples(rules: Sequence[Rule], names: Sequence[str]) -> Iterator[Lesson]:
    """Yield the rules' own examples, which say nothing of other rules."""
    for rule in rules:
        others = frozenset(names) - {rule.id}
        for text in rule.examples.flagged:
            yield Lesson(" ".join(texts_of(text)), frozenset({rule.id}), others)
        for text in rule.examples.clean:
            yield Lesson(" ".join(texts_of(text)), frozenset(), others)


def read_stories() -> Iterator[Lesson]:
    """Yield the windows of stories, which break no rule."""
    for folder in STORIES:
        for file in sorted(folder.glob("*.md")):
            if not file.stem.endswith(".author"):
                _, _, body = file.read_text(encoding="utf-8").partition("\n\n")
                yield from (Lesson(text, frozenset(), frozenset()) for text in texts_of(body))


def texts_of(text: str) -> Iterator[str]:
    """Yield the windows of a text as they are read."""
    for window in windows(read_text(bare(text, "x.md"), prose_of(text))):
        yield window.text


def one_round(
    lessons: Sequence[Lesson], stories: Sequence[Lesson], chance: random.Random
) -> list[list[Lesson]]:
    """Return what a round reads, in heaps of lessons that are about as long."""
    mixed = [
        joined(each, chance.choice(lessons)) if chance.random() < JOINED else each
        for each in lessons
    ]
    mixed += stories
    chance.shuffle(mixed)
    heaps = list[list[Lesson]]()
    for start in range(0, len(mixed), TOGETHER * 20):
        some = sorted(mixed[start : start + TOGETHER * 20], key=lambda each: len(each.text))
        heaps += [some[at : at + TOGETHER] for at in range(0, len(some), TOGETHER)]
    chance.shuffle(heaps)
    return heaps


def joined(one: Lesson, other: Lesson) -> Lesson:
    """Return two lessons as one, as if they stood in a text side by side."""
    labels = one.labels | other.labels
    return Lesson(f"{one.text} {other.text}", labels, (one.unsure | other.unsure) - labels)


class Pupil:
    """The network while it learns."""

    def __init__(
        self, model: Learner, pieces: Pieces, names: Sequence[str], steps: int, pace: float
    ) -> None:
        self.model, self.pieces, self.names = model, pieces, names
        paces = pace * PACE, pace * HEAD_PACE
        self.mover = Mover(model, steps, paces, WARM)

    def read(self, heaps: Sequence[Sequence[Lesson]]) -> float:
        """Learn from some heaps of lessons; return how wrong it was."""
        self.model.train()
        whole = 0.0
        for heap in heaps:
            labels = self.marked(heap, "labels")
            sure = 1 - self.marked(heap, "unsure")
            wrong = nn.functional.binary_cross_entropy_with_logits(
                self.sums(heap), labels, reduction="none"
            )
            loss = (wrong * sure).sum() / len(heap)
            self.mover.move(loss)
            whole += loss.item()
        return whole / len(heaps)

    def marked(self, heap: Sequence[Lesson], key: str) -> Tensor:
        """Return which rules each lesson has among its labels, or those that it is unsure of."""
        return torch.tensor([[float(r in getattr(each, key)) for r in self.names] for each in heap])

    def sums(self, heap: Sequence[Lesson]) -> Tensor:
        """Return what the network says of some lessons."""
        numbers = [self.pieces.cut(each.text)[0] for each in heap]
        return self.model(*rows_of(numbers))  # type: ignore[no-any-return]

    def measured(self, some: Sequence[Lesson]) -> str:
        """Return precision and recall on some lessons, where a half is enough."""
        self.model.eval()
        hits = false = missed = 0.0
        with torch.no_grad():
            for start in range(0, len(some), TOGETHER):
                heap = some[start : start + TOGETHER]
                said = (self.sums(heap) > 0).float()
                labels, sure = self.marked(heap, "labels"), 1 - self.marked(heap, "unsure")
                hits += float((said * labels).sum())
                false += float((said * (1 - labels) * sure).sum())
                missed += float(((1 - said) * labels).sum())
        return f"{hits / max(hits + false, 1):.3f} {hits / max(hits + missed, 1):.3f}"


if __name__ == "__main__":
    main()
