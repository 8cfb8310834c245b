"""Whoever loads the house style has not loaded numpy, which would settle its threads too soon."""

import subprocess
import sys

from tests.conftest import ROOT


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
