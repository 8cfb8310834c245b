"""Headings with numbers, of which one was taken for something else; called by story.

Where “2 How to begin” and “4 What comes after” are headings, so is “3 When not to walk” between.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from wellspring.importing.block import Block
from wellspring.importing.headings import LONGEST
from wellspring.importing.line import ends_sentence

NUMBER = re.compile(r"(\d{1,2})(?P<mark>[.):]?)\s+\S.*")
OTHERS = frozenset({"paragraph", "item", "number"})


def with_headings_alike(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the headings that numbers before and behind them tell of."""
    found = dict[int, tuple[int, str]]()
    for place, block in enumerate(blocks):
        told = NUMBER.fullmatch(block.text) if block.kind == "heading" else None
        if told:
            found[int(told[1])] = place, told["mark"]
    done = list(blocks)
    for number, (first, mark) in found.items():
        last, other = found.get(number + 2, (0, ""))
        if number + 1 in found or last <= first or mark != other:
            continue
        places = [
            place for place in range(first + 1, last) if may_head(blocks[place], number + 1, mark)
        ]
        if len(places) == 1:
            line = blocks[places[0]].line
            done[places[0]] = replace(blocks[first], line=line, text=line.text)
    return done


def may_head(block: Block, number: int, mark: str) -> bool:
    """Tell whether a line begins with a number, written in the same way, and is no sentence."""
    found = NUMBER.fullmatch(block.line.text)
    alike = found is not None and (int(found[1]), found["mark"]) == (number, mark)
    short = len(block.line.text) <= LONGEST and not ends_sentence(block.text)
    return alike and short and block.kind in OTHERS
