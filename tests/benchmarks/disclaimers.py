"""What decisions and audit cost: CPU milliseconds a post, and their share of a whole build.

    python -m tests.benchmarks.disclaimers 1000

Posts are made of the paragraphs of content/posts, drawn by a fixed seed, 850 to 1,400 words each.
Compare shares between computers, and milliseconds only within one run of one computer.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, make_blog
from wellspring.building import site
from wellspring.commands import build
from wellspring.commands.report import say

SEED = 20261123
WORDS = (850, 1400)
CATEGORIES = ("Mental Health", "Movement", "Nutrition", "Sleep")


def paragraphs() -> list[str]:
    """Return the prose of the blog's own articles, a paragraph each."""
    files = sorted((ROOT / "content" / "posts").glob("*.md"))
    bodies = [file.read_text(encoding="utf-8").split("\n\n", 1)[1] for file in files]
    return [part for body in bodies for part in body.split("\n\n") if "[^" not in part and part]


def post(number: int, parts: list[str], chance: random.Random) -> str:
    """Return one post."""
    body: list[str] = []
    length = chance.randint(*WORDS)
    while sum(len(part.split()) for part in body) < length:
        body.append(chance.choice([part for part in parts if "{" not in part]))
    head = (
        f"Title: A text of number {number}\nDate: 2026-{number % 10 + 1:02}-{number % 28 + 1:02}\n"
        f"Author: Robin Example\nCategory: {CATEGORIES[number % 4]}\nTags: Tag {number % 40}\n"
        "Summary: One of many.\n"
    )
    return f"{head}\n" + "\n\n".join(body) + "\n"


def timed(costs: dict[str, float], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that adds its CPU seconds to the costs."""

    def wrapper(*arguments: object, **named: object) -> object:
        started = time.process_time()
        result = function(*arguments, **named)
        costs[name] = costs.get(name, 0.0) + time.process_time() - started
        return result

    return wrapper


def main(count: int) -> None:
    """Build `count` posts once, and print what the parts of the build have cost."""
    costs: dict[str, float] = {}
    chance, parts = random.Random(SEED), paragraphs()  # noqa: S311 - repeatable, not secret
    with tempfile.TemporaryDirectory() as folder:
        blog = make_blog(Path(folder) / "blog")
        for number in range(count):
            blog.write(f"content/posts/text-{number}.md", post(number, parts, chance))
        site.decide = timed(costs, "decide", site.decide)
        build.audit_output = timed(costs, "audit", build.audit_output)
        started = time.process_time()
        blog.build()
        whole = time.process_time() - started
    for name, seconds in costs.items():
        say(f"{name}: {1000 * seconds / count:.2f} ms a post, {100 * seconds / whole:.1f} % of all")
    say(f"the whole build: {1000 * whole / count:.2f} ms a post, {count} posts")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
