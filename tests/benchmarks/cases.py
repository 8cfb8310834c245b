"""The changes between two builds that are measured, each made alike to every tool's site.

Called by building and options. Each round makes another change, so that no build finds an old one.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from tests.benchmarks.corpus import post
from tests.benchmarks.tools import OURS, Tool
from wellspring.errors import WellspringError

# Later than any post of the corpus.
NEWS = datetime(2025, 1, 1, 6)  # noqa: DTZ001 - front matter is written without a zone
RULE = "editorial/topics/exercise.toml"


@dataclass(frozen=True, slots=True)
class Step:
    """Where a change is made: a tool's site of so many posts, in a round from 1."""

    tool: Tool
    posts: int
    round: int

    @property
    def old_post(self) -> Path:
        """Return the file that is edited: neither among the newest posts nor the first."""
        return self.tool.file_of(post(self.posts // 3).slug)


@dataclass(frozen=True, slots=True)
class Case:
    """A change, as the table calls it; `only_ours` if no peer has such a thing."""

    title: str
    change: Callable[[Step], object]
    only_ours: bool = False

    def is_for(self, tool: Tool) -> bool:
        """Tell whether a tool can have this change."""
        return tool.name == OURS or not self.only_ours


def forget(step: Step) -> None:
    """Remove all that builds have left."""
    for name in step.tool.leavings:
        path = step.tool.site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def edit_body(step: Step) -> None:
    """Put a sentence behind an old post."""
    with step.old_post.open("a", encoding="utf-8") as file:
        file.write(f"\nOne more sentence, number {step.round} -- for the record.\n")


def edit_title(step: Step) -> None:
    """Change the title of an old post."""
    swap(step.old_post, r'^(title: "?)(?:Edit \d+ of )?', rf"\g<1>Edit {step.round} of ")


def add_post(step: Step) -> None:
    """Write the next post of the corpus, dated so that it is the newest."""
    date = NEWS + timedelta(days=step.round)
    new = replace(post(step.posts + step.round - 1), date=date, modified=date)
    step.tool.file_of(new.slug).write_text(step.tool.write(new), encoding="utf-8")


def edit_rule(step: Step) -> None:
    """Add a word to those that ask for a notice."""
    words = rf'\g<1>\n    "word of round {step.round}",'
    swap(step.tool.site / RULE, r'^(terms = \[)(?:\n    "word of round \d+",)?', words)


def edit_theme(step: Step) -> None:
    """Change the template that all pages share by a comment."""
    comment = f"<!-- Round {step.round} -->\n</body>"
    swap(step.tool.site / step.tool.template, r"(?:<!-- Round \d+ -->\n)?</body>", comment)


def swap(file: Path, old: str, new: str) -> None:
    """Replace the first place of a pattern in a file, which must have one."""
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.MULTILINE | re.IGNORECASE)
    if changed == text:
        raise WellspringError(
            f"{file.name} has no place for the change of this case. Leave the case out with "
            "`--cases`."
        )
    file.write_text(changed, encoding="utf-8")


CASES: MappingProxyType[str, Case] = MappingProxyType(
    {
        "cold": Case("from nothing", forget),
        "nothing": Case("nothing changed", lambda _step: None),
        "body": Case("a body edited", edit_body),
        "title": Case("a title edited", edit_title),
        "new": Case("a new post", add_post),
        "rule": Case("a rule edited", edit_rule, only_ours=True),
        "theme": Case("a template edited", edit_theme),
    }
)
