"""One small run, whose counts are looked at and whose times are not; and the changes between."""

import json
from pathlib import Path

import pytest

from tests.benchmarks import building
from tests.benchmarks.cases import CASES, Step
from tests.benchmarks.layout import lay_out
from tests.benchmarks.options import Words
from tests.benchmarks.tools import pelican, wellspring
from tests.conftest import ROOT
from wellspring.errors import UsageError, WellspringError


def tree(folder: Path) -> dict[Path, bytes]:
    """Return all files but those behind the link to the program."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file: file.read_bytes() for file in files if "wellspring/wellspring" not in str(file)}


def test_a_small_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, cases = tmp_path / "runs.json", ("cold", "nothing", "body")
    words = Words("3", "1", "", ",".join(cases), str(tmp_path / "sites"), str(file))
    assert building.main(ROOT, words) == 0
    plain = json.loads(file.read_text(encoding="utf-8"))
    runs = {run["case"]: run for run in plain["runs"]}
    assert tuple(runs) == cases
    assert runs["cold"]["written"] > runs["body"]["written"] > runs["nothing"]["written"] == 0
    assert all(run["cpu"] > 0 and run["wall"] > 0 and run["peak"] > 10 for run in runs.values())
    assert (plain["posts"], plain["rounds"], plain["left_out"]) == (3, 1, {})
    said = capsys.readouterr().out
    assert "\n3 posts, medians of 1 round:\n" in said
    assert said.endswith("Wrote every run to runs.json.\n")
    assert len(list((tmp_path / "sites/wellspring/output/posts").glob("*.html"))) == 3


@pytest.mark.parametrize("find", [wellspring, pelican])
def test_what_was_changed_is_as_before_in_the_next_run(tmp_path: Path, find: object) -> None:
    assert callable(find)
    tool = find(tmp_path)
    lay_out(tool, 4, ROOT)
    before = tree(tmp_path)
    for name, case in CASES.items():
        if case.is_for(tool):
            last = tree(tmp_path)
            for number in (1, 2):
                case.change(Step(tool, 4, number))
                now = tree(tmp_path)
                assert (now == last) == (name in {"cold", "nothing"})
                last = now
    lay_out(tool, 4, ROOT)
    assert tree(tmp_path) == before
    lay_out(tool, 3, ROOT)
    assert len(tree(tmp_path)) == len(before) - 1


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "pelican").mkdir()
    with pytest.raises(UsageError) as caught:
        lay_out(pelican(tmp_path), 1, ROOT)
    assert str(caught.value) == (
        f"--folder: {tmp_path}/pelican is there and was not made by `invoke bench`, which would "
        "write over it. Name another folder."
    )


def test_a_change_that_finds_no_place_is_named(tmp_path: Path) -> None:
    tool = pelican(tmp_path)
    lay_out(tool, 1, ROOT)
    (tool.site / tool.template).write_text("<p>", encoding="utf-8")
    with pytest.raises(WellspringError) as caught:
        CASES["theme"].change(Step(tool, 1, 1))
    assert str(caught.value) == (
        "base.html has no place for the change of this case. Leave the case out with `--cases`."
    )
