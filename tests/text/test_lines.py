"""The network that reads lines: shares, and how far around a line it looks."""

import numpy as np
import pytest

from tests.text.small_weights import write_weights
from wellspring.importing.second_look import ROLES as KNOWN_ROLES
from wellspring.text.lines import FIRST, LAST, NETWORKS, Lines

SIZE, WIDE, LOOKS, ROLES, DEEP = 6, 8, 2, 3, 3
KNOWN = ("[pad]", "[unk]", "[cls]", "[sep]", "tea", "by", "walk", ".")
# What stands further from a line than this is not seen: 1 + 2 + 4 lines.
REACH = 7


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """Return a network of weights that mean nothing."""
    shapes: dict[str, tuple[int, ...]] = {
        "head.weight": (ROLES, WIDE),
        "head.bias": (ROLES,),
        "words.weight": (3, SIZE, WIDE),
        "words.bias": (WIDE,),
        "line.weight": (WIDE, 2 * WIDE + LOOKS),
        "line.bias": (WIDE,),
    }
    for number in range(DEEP):
        shapes |= {f"layers.{number}.weight": (3, WIDE, WIDE), f"layers.{number}.bias": (WIDE,)}
    path = tmp_path_factory.mktemp("lines") / "lines.npz"
    return Lines(write_weights(path, KNOWN, SIZE, shapes))


def read(lines: Lines, texts: list[str], looks: list[list[float]]) -> list[list[float]]:
    """Return what a network says of some lines."""
    return lines.read([lines.cut(text) for text in texts], looks)


def test_no_lines_are_nothing(lines: Lines) -> None:
    assert lines.read([], []) == []


def test_shares_come_to_one(lines: Lines) -> None:
    found = read(lines, ["tea", "by walk"], [[0.0, 1.0], [1.0, 0.0]])
    assert [round(sum(shares), 5) for shares in found] == [1.0, 1.0]


def test_lines_around_a_line_count_and_far_ones_do_not(lines: Lines) -> None:
    texts, looks = ["tea"] * 20, [[0.0, 0.0]] * 20
    before = np.array(read(lines, texts, looks))
    after = np.array(read(lines, ["by walk .", *texts[1:]], looks))
    changed = np.abs(after - before).max(axis=1) > 1e-7
    assert changed[:REACH].any()
    assert not changed[REACH + 1 :].any()


def test_of_a_long_line_the_beginning_and_the_end_are_read(lines: Lines) -> None:
    long = " ".join(["tea"] * 60)
    assert len(lines.cut(long)) == FIRST + LAST
    assert len(lines.cut("tea")) == len(["[cls]", "tea", "[sep]"])


def test_the_networks_that_are_there_know_the_same_roles_and_pieces() -> None:
    one, other = (Lines(path) for path in NETWORKS)
    assert one.rules == other.rules == KNOWN_ROLES
    assert one.pieces.numbers == other.pieces.numbers
