"""What importing costs: CPU of many stories in one process, and the wall time of the command.

    python -m tests.benchmarks.importing 1000

The stories have the shapes of all that the tests have, and are all different: see stories.
"""

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from tests.benchmarks.stories import different
from tests.conftest import ROOT, make_blog
from wellspring.commands.import_many import read_all
from wellspring.commands.report import say
from wellspring.importing.story import Given


def main(count: int) -> int:
    """Print both figures, and return what the command ended with."""
    with tempfile.TemporaryDirectory() as folder:
        blog, source = make_blog(Path(folder) / "blog"), Path(folder) / "stories"
        source.mkdir()
        for number, data in enumerate(different(count)):
            (source / f"{number:05}.txt").write_bytes(data)
        sources = sorted(source.iterdir())
        given = Given(date(2026, 11, 23), categories=("Movement", "Sleep"))
        read_all(sources[:1], editorial=ROOT / "editorial", given=given)
        started = time.process_time()
        read_all(sources, editorial=ROOT / "editorial", given=given)
        cpu = time.process_time() - started
        python = [sys.executable, "-m", "invoke"]
        command = [*python, "import-story", "--dry-run", "--source", str(source)]
        started = time.perf_counter()
        done = subprocess.run(command, cwd=blog.root, capture_output=True, text=True, check=False)
        wall = time.perf_counter() - started
    say(f"{count:,} stories: {1000 * cpu / count:.1f} ms CPU a story, {wall:.1f} s in all.")
    say(f"The command ended with {done.returncode}.")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
