"""What checking costs: CPU a post, the start of the command, many posts, and a very long text.

    python -m tests.benchmarks.checking 1000

Posts are made as for `tests.benchmarks.disclaimers`. Compare figures within one run only; the
start is the best of five.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.disclaimers import SEED, paragraphs, post, random
from tests.conftest import ROOT, make_blog
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.text import check_text
from wellspring.commands.examine import bare, job_of_file, subject_of
from wellspring.commands.report import say
from wellspring.house.load import load_house
from wellspring.house.rules import load_rules
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text

SAMPLE = 40


def cpu(action: Callable[[], object], rounds: int = 5) -> float:
    """Return the least CPU seconds that an action took."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        action()
        best = min(best, time.process_time() - started)
    return best


def wall(command: list[str], folder: Path, rounds: int) -> float:
    """Return the least seconds that a command took."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        best = min(best, time.perf_counter() - started)
    return best


def one_text(root: Path) -> None:
    """Say what one text costs once the rules are there."""
    house, rules = load_house(ROOT / "editorial"), load_rules(ROOT / "editorial")
    book = bind_rules(rules)
    files = sorted((root / "content" / "posts").glob("p-*.md"))[:SAMPLE]
    jobs = [job_of_file(file, file.name, house, ("US",)) for file in files]
    words = sum(len(job.post.prose.split()) for job in jobs) / 1000
    subjects = [subject_of(job) for job in jobs]
    for subject in subjects:
        check_text(subject, book)
    reading = cpu(lambda: [subject_of(job) for job in jobs])
    checking = cpu(lambda: [check_text(subject, book) for subject in subjects])
    say(
        f"1,000 words: {reading / words * 1000:.2f} ms to read, "
        f"{checking / words * 1000:.2f} ms to check "
        f"({sum(len(rule.terms) for rule in rules)} expressions in {len(rules)} rules)."
    )


def long_texts() -> None:
    """Say how time grows with length."""
    book = bind_rules(load_rules(ROOT / "editorial"))
    body = "\n\n".join(paragraphs())
    for times in (20, 40, 80):
        text = "\n\n".join([body] * times)
        source, prose = bare(text, "x.md"), prose_of(text)
        seconds = cpu(lambda s=source, p=prose: check_rules(read_text(s, p), book), 1)  # type: ignore[misc]
        say(f"{len(prose.split()):,} words: {seconds:.2f} s.")


def main(count: int) -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        blog = make_blog(Path(folder) / "blog")
        parts, chance = paragraphs(), random.Random(SEED)
        for number in range(count):
            blog.write(f"content/posts/p-{number}.md", post(number, parts, chance))
        one_text(blog.root)
        long_texts()
        python = [sys.executable, "-m", "wellspring", "check"]
        lone = blog.write("draft.md", post(0, parts, chance))
        wall([*python, str(lone)], blog.root, 1)
        say(f"One text, from start to end: {wall([*python, str(lone)], blog.root, 5):.2f} s.")
        say(f"{count:,} posts: {wall(python, blog.root, 1):.1f} s.")
        say(f"{count:,} posts, nothing changed: {wall(python, blog.root, 2):.1f} s.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
