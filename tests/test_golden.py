"""The golden site, byte for byte; `invoke golden` shows a change, `--accept` accepts it."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.commands.golden import build_golden, difference, golden, read_tree

GOLDEN = ROOT / "tests" / "golden"


def test_the_golden_site_is_as_accepted(tmp_path: Path) -> None:
    built = build_golden(GOLDEN, tmp_path / "site")
    assert "\n".join(difference(read_tree(GOLDEN / "expected"), built)) == ""


def test_the_golden_site_is_small_enough_to_be_read() -> None:
    pages = [path for path in read_tree(GOLDEN / "expected") if path.endswith(".html")]
    assert 0 < len(pages) <= 17


def test_a_difference_is_shown_and_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "golden"
    folder.mkdir()
    (folder / "site").symlink_to(GOLDEN / "site")
    assert golden(folder, tmp_path / "a", accept=True)
    (folder / "expected" / "robots.txt").write_text("Something else\n", encoding="utf-8")
    capsys.readouterr()
    assert not golden(folder, tmp_path / "b", accept=False)
    assert capsys.readouterr().out.startswith("--- accepted/robots.txt\n+++ built/robots.txt\n")
    assert golden(folder, tmp_path / "c", accept=True)
    assert golden(folder, tmp_path / "d", accept=False)


def test_a_missing_and_a_new_file_are_differences() -> None:
    assert difference({"a": b"1\n"}, {"b": b"2\n"}) == [
        "--- accepted/a",
        "+++ /dev/null",
        "@@ -1 +0,0 @@",
        "-1",
        "--- /dev/null",
        "+++ built/b",
        "@@ -0,0 +1 @@",
        "+2",
    ]
