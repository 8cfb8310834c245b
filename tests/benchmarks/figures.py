"""What the runs come to: medians, ratios, the table and the JSON; called by building.

Nothing here measures or writes: figures in, figures or text out.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.cases import CASES
from tests.benchmarks.measuring import Usage
from tests.benchmarks.tools import OURS, Tool

WIDTH = 110
COLUMNS = ("CPU s", "wall s", "MiB", "written", "CPU ours/its", "wall ours/its")


@dataclass(frozen=True, slots=True)
class Run:
    """One build: of which tool, after which change, in which round, and what it used."""

    case: str
    round: int
    tool: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Median:
    """The medians of a tool's runs in a case, each taken by itself."""

    cpu: float
    wall: float
    peak: float
    written: int | None


Medians = dict[tuple[str, str], Median]


def medians_of(runs: Sequence[Run]) -> Medians:
    """Return the medians by case and tool."""
    usages: dict[tuple[str, str], list[Usage]] = {}
    for run in runs:
        usages.setdefault((run.case, run.tool), []).append(run.usage)
    return {key: median_of(group) for key, group in usages.items()}


def median_of(usages: Sequence[Usage]) -> Median:
    """Return the median of each figure."""
    written = [usage.written for usage in usages if usage.written is not None]
    return Median(
        statistics.median(usage.cpu for usage in usages),
        statistics.median(usage.wall for usage in usages),
        statistics.median(usage.peak for usage in usages),
        statistics.median_low(written) if written else None,
    )


def ratio(ours: float, its: float) -> str:
    """Return how many times ours is theirs, with three figures where they mean something."""
    if not its:
        return ""
    times = ours / its
    return f"{times:.3f}" if times < 0.1 else f"{times:.2f}"


def cells_of(case: str, tool: str, medians: Medians) -> tuple[str, ...]:
    """Return a line of the table; blank where the case was not measured."""
    its, ours = medians.get((case, tool)), medians.get((case, OURS))
    if its is None:
        return ("",) * len(COLUMNS)
    ratios = ("", "")
    if ours is not None and tool != OURS:
        ratios = (ratio(ours.cpu, its.cpu), ratio(ours.wall, its.wall))
    written = "" if its.written is None else str(its.written)
    return (f"{its.cpu:.2f}", f"{its.wall:.2f}", f"{its.peak:.0f}", written, *ratios)


def table_of(cases: Sequence[str], tools: Sequence[Tool], medians: Medians) -> str:
    """Return the table as text, a case after the other and in each a line for every tool."""
    table = Table("build", "tool", box=SIMPLE)
    for column in COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for case in cases:
        for tool in tools:
            name = CASES[case].title if tool is tools[0] else ""
            table.add_row(name, tool.title, *cells_of(case, tool.name, medians))
        table.add_section()
    console = Console(width=WIDTH, color_system=None)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(map(str.rstrip, capture.get().splitlines())).strip("\n")


def plain_of(runs: Sequence[Run]) -> dict[str, object]:
    """Return every run, and the medians, as plain data for JSON."""
    return {
        "runs": [plain_run(run) for run in runs],
        "medians": list(plain_medians(medians_of(runs))),
    }


def plain_run(run: Run) -> dict[str, object]:
    """Return one run as plain data."""
    head = {"case": run.case, "round": run.round, "tool": run.tool}
    return head | {"cpu": run.usage.cpu} | asdict(run.usage)


def plain_medians(medians: Medians) -> Iterator[dict[str, object]]:
    """Yield the medians as plain data, with the ratios of ours to each peer's."""
    for (case, tool), median in medians.items():
        ours = medians.get((case, OURS))
        plain = {"case": case, "tool": tool} | asdict(median)
        if ours is not None and tool != OURS:
            plain["ours_to_its_cpu"] = ours.cpu / median.cpu
            plain["ours_to_its_wall"] = ours.wall / median.wall
        yield plain
