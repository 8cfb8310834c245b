"""Whoever loads the house style has not loaded numpy, which would settle its threads too soon."""

import subprocess
import sys

from tests.conftest import ROOT
from wellspring.text.line_reader import LineNetworks
from wellspring.text.lines import NETWORKS, Lines


def test_numpy_waits_for_the_first_lines() -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from wellspring.house.importing import load_importing;"
        "style = load_importing(Path('editorial'));"
        "assert 'numpy' not in sys.modules;"
        "assert style.lines.read([], []) == [];"
        "assert 'numpy' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_what_all_networks_say_is_averaged() -> None:
    own = [Lines(path) for path in NETWORKS]
    looks = [[0.0] * (own[0].parts["line.weight"].shape[1] - 2 * len(own[0].words.bias))]
    one, other = (each.read([each.cut("a slow walk")], looks)[0] for each in own)
    said = LineNetworks().read(["a slow walk"], looks)[0]
    assert one != other
    assert said == [(a + b) / 2 for a, b in zip(one, other, strict=True)]
