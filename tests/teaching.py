"""How networks are taught: step by step, from heaps of texts that are about as long.

Called by what teaches the checker's second reader and the importer's.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tests.pupil import Pupil
from tests.teacher import Teacher
from wellspring.text.skimmer import LONGEST

# How slowly a network learns at last; how many heaps' texts are sorted by length together.
SLOWEST, SORTED = 0.02, 20
# Texts that are read at once where nothing is learned.
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as numbers of pieces, what each should come to for every rule, and how sure that is."""

    numbers: Sequence[Sequence[int]]
    targets: Tensor
    sure: Tensor


class Mover:
    """Moves a network's weights, step by step and ever slower."""

    def __init__(
        self, model: Teacher | Pupil, steps: int, paces: tuple[float, float], warm: int
    ) -> None:
        self.model = model
        body = [each for name, each in model.named_parameters() if not name.startswith("head")]
        groups = [
            {"params": body, "lr": paces[0]},
            {"params": [*model.head.parameters()], "lr": paces[1]},
        ]
        self.mover = torch.optim.AdamW(groups, weight_decay=0.01)
        self.pace = torch.optim.lr_scheduler.LambdaLR(
            self.mover, lambda step: min(1, step / warm) * max(SLOWEST, 1 - step / steps)
        )

    def move(self, loss: Tensor) -> None:
        """Move a step against a loss."""
        self.mover.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.mover.step()
        self.pace.step()


def read_round(mover: Mover, texts: Texts, size: int, chance: random.Random) -> float:
    """Let a network learn from texts once, in heaps of a size; return how wrong it was."""
    mover.model.train()
    whole, heaps = 0.0, heaps_of([len(each) for each in texts.numbers], size, chance)
    for heap in heaps:
        with in_short():
            said = mover.model(*rows_of([texts.numbers[at] for at in heap])).float()
        wrong = nn.functional.binary_cross_entropy_with_logits(
            said, texts.targets[heap], reduction="none"
        )
        loss = (wrong * texts.sure[heap]).sum() / len(heap)
        mover.move(loss)
        whole += loss.item()
    return whole / len(heaps)


def in_short() -> torch.autocast:
    """Let a network reckon in short numbers while it learns, which takes two thirds of the time."""
    return torch.autocast("cpu", torch.bfloat16)


def say_of(model: nn.Module, numbers: Sequence[Sequence[int]]) -> Tensor:
    """Return what a network says of some texts for every rule, in logits."""
    model.eval()
    order = sorted(range(len(numbers)), key=lambda at: len(numbers[at]))
    heaps = [order[start : start + AT_ONCE] for start in range(0, len(order), AT_ONCE)]
    with torch.inference_mode():
        said = [model(*rows_of([numbers[at] for at in heap])) for heap in heaps]
    found = torch.cat(said)
    return found[torch.tensor(order).argsort()].clone()


def measured(model: nn.Module, texts: Texts) -> str:
    """Return the precision and recall of a network's word, where a half is enough."""
    said = (say_of(model, texts.numbers) > 0).float()
    hits, missed = ((each * texts.targets).sum() for each in (said, 1 - said))
    false = (said * (1 - texts.targets) * texts.sure).sum()
    return f"{hits / max(hits + false, 1):.3f} {hits / max(hits + missed, 1):.3f}"


def rows_of(numbers: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Return the pieces of some texts as rows of one length, and which are no filler."""
    longest = min(max(map(len, numbers)), LONGEST)
    rows = [[*each, *[0] * (longest - len(each))][:longest] for each in numbers]
    lengths = torch.tensor([len(each) for each in numbers])
    return torch.tensor(rows), torch.arange(longest)[None] < lengths[:, None]


def heaps_of(lengths: Sequence[int], size: int, chance: random.Random) -> list[list[int]]:
    """Return the numbers of texts in heaps of a size, each of texts that are about as long."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    heaps = list[list[int]]()
    for start in range(0, len(order), size * SORTED):
        some = sorted(order[start : start + size * SORTED], key=lengths.__getitem__)
        heaps += [some[at : at + size] for at in range(0, len(some), size)]
    chance.shuffle(heaps)
    return heaps
