"""Medians, ratios and the table, from figures made up here."""

from pathlib import Path

import pytest

from tests.benchmarks.figures import Median, Run, median_of, medians_of, plain_of, ratio, table_of
from tests.benchmarks.measuring import Usage
from tests.benchmarks.tools import pelican, wellspring

TOOLS = (wellspring(Path("x")), pelican(Path("x")))
RUNS = (
    Run("body", 1, "wellspring", Usage(0.5, 0.5, 1.0, 70.0, 4)),
    Run("body", 1, "pelican", Usage(9.0, 1.0, 12.0, 80.0)),
    Run("body", 2, "wellspring", Usage(0.75, 0.25, 3.0, 72.0, 2)),
    Run("body", 2, "pelican", Usage(18.0, 2.0, 10.0, 80.0)),
    Run("rule", 1, "wellspring", Usage(1.0, 1.0, 2.0, 70.0, 1)),
)
TABLE = """\
  build           tool         CPU s   wall s   MiB   written   CPU ours/its   wall ours/its
 ────────────────────────────────────────────────────────────────────────────────────────────
  a body edited   Wellspring    1.00     2.00    71         2
                  Pelican      15.00    11.00    80                    0.067            0.18

  a rule edited   Wellspring    2.00     2.00    70         1
                  Pelican"""


def test_each_median_is_taken_by_itself() -> None:
    usages = [
        Usage(1.0, 0.0, 9.0, 50.0, 3),
        Usage(3.0, 0.0, 7.0, 60.0, 1),
        Usage(2.0, 0.0, 8.0, 70.0, 2),
    ]
    assert median_of(usages) == Median(2.0, 8.0, 60.0, 2)


def test_a_median_count_is_one_that_was_counted() -> None:
    assert median_of([Usage(1, 0, 1, 1, 4), Usage(1, 0, 1, 1, 7)]).written == 4
    assert median_of([Usage(1, 0, 1, 1), Usage(1, 0, 1, 1)]).written is None


def test_medians_are_by_case_and_tool() -> None:
    medians = medians_of(RUNS)
    assert medians["body", "pelican"] == Median(15.0, 11.0, 80.0, None)
    assert sorted(medians) == [("body", "pelican"), ("body", "wellspring"), ("rule", "wellspring")]


@pytest.mark.parametrize(
    ("ours", "its", "words"),
    [
        (1, 2, "0.50"),
        (8, 2, "4.00"),
        (1, 25, "0.040"),
        (1, 10, "0.10"),
        (30, 2, "15.00"),
        (1, 0, ""),
    ],
)
def test_a_ratio_is_ours_to_its(ours: float, its: float, words: str) -> None:
    assert ratio(ours, its) == words


def test_the_table_leaves_blank_what_was_not_measured() -> None:
    assert table_of(("body", "rule"), TOOLS, medians_of(RUNS)) == TABLE


def test_the_json_holds_every_run_and_the_ratios() -> None:
    plain = plain_of(RUNS)
    assert isinstance(plain["runs"], list)
    assert isinstance(plain["medians"], list)
    assert plain["runs"][0] == {
        "case": "body",
        "round": 1,
        "tool": "wellspring",
        "cpu": 1.0,
        "user": 0.5,
        "system": 0.5,
        "wall": 1.0,
        "peak": 70.0,
        "written": 4,
    }
    assert len(plain["runs"]) == len(RUNS)
    assert plain["medians"][1]["ours_to_its_cpu"] == pytest.approx(1 / 15)
