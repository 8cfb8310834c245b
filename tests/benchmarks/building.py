"""What building costs, beside peers that build the same posts: `invoke bench` (docs/bench.md).

Every tool in turn, a whole process each, after every change; then the same again. So a computer
that is busy for a while is so for all tools alike.
"""

import json
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.cases import CASES, Step
from tests.benchmarks.figures import Run, medians_of, plain_of, table_of
from tests.benchmarks.layout import lay_out
from tests.benchmarks.measuring import measure
from tests.benchmarks.options import Options, Words, read_options
from tests.benchmarks.tools import PEERS, Absent, Tool, wellspring
from wellspring.commands.report import counted, say


def main(root: Path, words: Words) -> int:
    """Measure what was asked for, and print it; `root` is the blog whose program is measured.

    Raises UsageError for what cannot be asked, BuildError if a tool cannot build.
    """
    options = read_options(words)
    with folder_of(options) as folder:
        found = [PEERS[name](folder) for name in options.peers]
        tools = [wellspring(folder), *(tool for tool in found if isinstance(tool, Tool))]
        absent = [tool for tool in found if isinstance(tool, Absent)]
        for peer in absent:
            say(str(peer))
        for tool in tools:
            lay_out(tool, options.posts, root)
        runs = list(run_all(tools, options))
    say(f"\n{', '.join(f'{tool.title} {tool.version}' for tool in tools)}.")
    say(f"{counted(options.posts, 'post')}, medians of {counted(options.rounds, 'round')}:")
    say(table_of(options.cases, tools, medians_of(runs)))
    if options.json:
        keep(options.json, options, tools, absent, runs)
    return 0


@contextmanager
def folder_of(options: Options) -> Iterator[Path]:
    """Give the folder for the sites; one that was not asked for is gone in the end."""
    if options.folder:
        yield options.folder
        return
    with tempfile.TemporaryDirectory(prefix="wellspring-bench-") as folder:
        yield Path(folder)


def run_all(tools: Sequence[Tool], options: Options) -> Iterator[Run]:
    """Yield every run, and say it; a tool has always built what was there before a change."""
    if options.cases[0] != "cold":
        for tool in tools:
            measure(tool)
    for number in range(1, options.rounds + 1):
        for case in options.cases:
            for tool in filter(CASES[case].is_for, tools):
                CASES[case].change(Step(tool, options.posts, number))
                run = Run(case, number, tool.name, measure(tool))
                say(f"Round {number}, {CASES[case].title}: {tool.title} {run.usage.cpu:.2f} s CPU.")
                yield run


def keep(
    file: Path,
    options: Options,
    tools: Sequence[Tool],
    absent: Sequence[Absent],
    runs: Sequence[Run],
) -> None:
    """Write every run as JSON, with what one must know to repeat it."""
    about = {
        "posts": options.posts,
        "rounds": options.rounds,
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count(),
        "tools": {tool.name: f"{tool.title} {tool.version}" for tool in tools},
        "left_out": {peer.title: peer.reason for peer in absent},
    }
    text = json.dumps(about | plain_of(runs), indent=1)
    file.write_text(text + "\n", encoding="utf-8")
    say(f"Wrote every run to {file.name}.")
