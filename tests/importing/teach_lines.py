"""Teach the network that reads the lines of a page: `python -m tests.importing.teach_lines`.

It tells what each line is, and learns from the dumps of the sets that somebody has read (what the
person who made the post kept of each line) and from pages made of their parts. It begins with the
skimmer's pieces of words. `--seed N` is where chance begins: 0 teaches the first network, 1 the
second. `--without SET` leaves sets out (then nothing is written, unless `--to` says where),
`--judge SET` measures on them. Needs torch (`pip install ".[learn]"`), which nothing else does, and
some ten minutes on one processor.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from tests.importing.line_lessons import Page, read_pages
from tests.importing.page_mixing import PageMixer
from tests.importing.score import READ, STYLE
from tests.pupil import save
from wellspring.checking.second import SKIMMERS
from wellspring.commands.report import say
from wellspring.importing.decode import decode
from wellspring.importing.fates import fates_of
from wellspring.importing.line import Line, straight
from wellspring.importing.second_look import ROLES, all_looks
from wellspring.importing.told import tell
from wellspring.text.lines import NETWORKS, Lines

ROUNDS, PAGES, TOGETHER, PACE, WARM, SLOWEST = 34, 400, 8, 2e-3, 100, 0.02
WIDE, WIDTH, DEEP, DROPPED = 128, 3, 4, 0.2
# How much a line counts: of titles there is one on a page, of furniture dozens.
WEIGHTS = {
    "title": 4.0,
    "subtitle": 4.0,
    "byline": 2.0,
    "bio": 2.0,
    "link": 2.0,
    "heading": 2.0,
    "tag": 2.0,
}
HIDDEN, HEARD = 0.12, 0.7
KNOWN, AS_THEY_ARE = ("dumps", *(f"dumps-{letter}" for letter in "bcdefghijkl"), "shapes"), 160
# The first story counts as so many pages.
SEEDS = 4
SEED_STORY = Path(__file__).parents[1] / "checking/seed.txt"
# How much of a network's older weights stays with each step in what is written down.
STAYS = 0.995


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as the network reads it: pieces and looks of each line, and what it is."""

    numbers: list[list[int]]
    looks: Tensor
    roles: Tensor


class Begun(Lines):
    """The skimmer's pieces, cut as the lines' network cuts them."""

    needs = frozenset()


class Liner(nn.Module):
    """The network while it learns; the same as text.lines, which only reads."""

    def __init__(self, seen: Tensor, looks: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(DROPPED)
        self.pieces = nn.Embedding.from_pretrained(seen, freeze=False)
        self.words = nn.Conv1d(seen.shape[1], WIDE, 3, padding=1)
        self.line = nn.Linear(2 * WIDE + looks, WIDE)
        self.layers = nn.ModuleList(
            nn.Conv1d(WIDE, WIDE, WIDTH, padding=WIDTH // 2 * 2**number, dilation=2**number)
            for number in range(DEEP)
        )
        self.head = nn.Linear(WIDE, len(ROLES))

    def forward(self, sheets: Sequence[Sheet]) -> Tensor:
        """Return what the lines of some pages come to in each role, page after page."""
        rows = [numbers for sheet in sheets for numbers in sheet.numbers]
        longest = max(map(len, rows))
        pieces = torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])
        shown = (torch.arange(longest)[None] < torch.tensor([[len(row)] for row in rows])).float()
        if self.training:
            hidden = torch.rand(pieces.shape) < HIDDEN
            pieces = pieces.masked_fill(hidden, 0)
        some = self.drop(self.pieces(pieces)) * (pieces > 0)[..., None]
        after = torch.relu(self.words(some.transpose(1, 2))) * shown[:, None]
        texts = torch.cat([after.sum(2) / shown.sum(1, keepdim=True), after.amax(2)], 1)
        looks = torch.cat([sheet.looks for sheet in sheets])
        alone = torch.relu(self.line(torch.cat([self.drop(texts), looks], 1)))
        lengths = [len(sheet.numbers) for sheet in sheets]
        padded = nn.utils.rnn.pad_sequence(list(alone.split(lengths)), batch_first=True)
        there = torch.arange(padded.shape[1])[None] < torch.tensor(lengths)[:, None]
        wide = padded.transpose(1, 2)
        for layer in self.layers:
            wide = wide + self.drop(torch.relu(layer(wide))) * there[:, None]
        return self.head(wide.transpose(1, 2)[there])  # type: ignore[no-any-return]


def main() -> None:
    """Teach, measure now and then, and write the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    parser.add_argument("--judge", nargs="*", default=[], help="sets to measure on")
    parser.add_argument("--seed", type=int, default=0, choices=range(len(NETWORKS)))
    parser.add_argument("--to", type=Path, help="where to write it, if not where it belongs")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    chance = random.Random(options.seed)  # noqa: S311 (the same lessons each time)
    words = Begun(SKIMMERS[0])
    pages = list(read_pages([name for name in READ if name not in options.without]))
    judging = {
        name: [sheet_of(page, words) for page in read_pages([name])] for name in options.judge
    }
    pages += [seed_page()] * SEEDS
    mixer = PageMixer(pages, chance)
    own = [sheet_of(page, words) for page in pages]
    # Of these rules have every line right: what they know is not to be forgotten.
    known = [sheet_of(page, words) for page in read_pages(KNOWN)]
    seen = torch.tensor(words.seen(np.arange(len(words.pieces.numbers))))
    model = Liner(seen / seen.std(), own[0].looks.shape[1])
    calm = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(STAYS)
    )
    steps = ROUNDS * (PAGES + len(known) + AS_THEY_ARE) // TOGETHER
    mover = torch.optim.AdamW(model.parameters(), lr=PACE, weight_decay=0.02)
    pace = torch.optim.lr_scheduler.LambdaLR(
        mover, lambda step: min(1, step / WARM) * max(SLOWEST, 1 - step / steps)
    )
    weights = torch.tensor([WEIGHTS.get(role, 1.0) for role in ROLES])
    say(f"{len(pages)} pages, {steps:,} steps.")
    for number in range(ROUNDS):
        model.train()
        whole = 0.0
        sheets = [sheet_of(mixer.mix(), words, HEARD) for _ in range(PAGES)]
        sheets += [*known, *chance.sample(own, AS_THEY_ARE)]
        chance.shuffle(sheets)
        for start in range(0, len(sheets), TOGETHER):
            some = sheets[start : start + TOGETHER]
            wanted = torch.cat([sheet.roles for sheet in some])
            loss = nn.functional.cross_entropy(model(some), wanted, weights, label_smoothing=0.02)
            mover.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            mover.step()
            pace.step()
            calm.update_parameters(model)
            whole += loss.item()
        if number % 4 == 3:
            say(f"Round {number + 1}, loss {whole / len(sheets) * TOGETHER:.3f}")
            for name, judged in judging.items():
                say(f"  {name} {measured(calm.module, judged)}")
    if options.to or not options.without:
        to = options.to or NETWORKS[options.seed]
        save(calm.module, list(words.pieces.numbers), ROLES, to)


def sheet_of(page: Page, words: Lines, heard: float = 1.0) -> Sheet:
    """Return a page as the network reads it; `heard` is how likely it hears what rules say."""
    fates = fates_in(page) if random.random() < heard else {}  # noqa: S311
    numbers = [words.cut(straight(line.text).lower()) for line in page.lines]
    looks = torch.tensor(all_looks(page.lines, page.lines[-1].number, fates))
    return Sheet(numbers, looks, torch.tensor([ROLES.index(role) for role in page.roles]))


def seed_page() -> Page:
    """Return the first story, of which rules have every line right (test_stories)."""
    lines = decode(SEED_STORY.read_bytes(), SEED_STORY.name).lines
    fates = fates_of(tell(lines, STYLE), lines)
    filled = [line for line in lines if line.text]
    return Page("seed", tuple(filled), tuple(fates[line.number] for line in filled))


def fates_in(page: Page) -> dict[int, str]:
    """Return what rules make of a page's lines."""
    lines = [Line(number, "") for number in range(1, page.lines[-1].number + 1)]
    for line in page.lines:
        lines[line.number - 1] = line
    return fates_of(tell(lines, STYLE), lines)


def measured(model: Liner, sheets: Sequence[Sheet]) -> str:
    """Return how many lines of each role are known."""
    model.eval()
    right, of, said = Counter[int](), Counter[int](), Counter[int]()
    with torch.inference_mode():
        for sheet in sheets:
            found = model([sheet]).argmax(1)
            of.update(sheet.roles.tolist())
            said.update(found.tolist())
            right.update(sheet.roles[found == sheet.roles].tolist())
    whole = sum(right.values()) / sum(of.values())
    each = " ".join(
        f"{role} {right[at] / max(said[at], 1):.2f}/{right[at] / of[at]:.2f}"
        for at, role in enumerate(ROLES)
        if of[at]
    )
    return f"{whole:.3f}  {each}"


if __name__ == "__main__":
    main()
