"""Findings that were there when checking began, kept so that only new ones count; called by check.

A finding is known by its rule, its file and its sentence, not by its line: text above it may move.
What was mended falls out of the baseline by itself, so that it only shrinks.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from wellspring.commands.report import counted
from wellspring.errors import UsageError
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.text.suggest import asked, is_slip

VERSION = 1
Known = dict[str, Counter[str]]
ANEW = "Name another file, or remove this one to start anew."
LOOK = "Look at its folder, and at who may read and write there."
BEGINNING = re.compile(rb'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"findings"')
ENOUGH = 200
# What comes of a file that has another form than ours.
NO_BASELINE = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)


def fingerprint(finding: Finding) -> str:
    """Return what stays the same of a finding while nobody rewrites its sentence."""
    words = f"{finding.rule}\0{finding.place.path}\0{finding.sentence or finding.message}"
    return hashlib.blake2b(words.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class New:
    """The findings that a baseline does not know, and what must be said of the baseline itself."""

    findings: list[Finding]
    notes: tuple[str, ...] = ()


def apply_baseline(findings: Iterable[Finding], file: Path, checked: Collection[str]) -> New:
    """Return the findings that a baseline does not know, and take the mended out of it.

    A file that is not there is written with what there is now; else only what it says of the
    `checked` paths may fall out. Findings without a rule are never put in: no build would start.
    Raises UsageError for a file that cannot be read, and for a new one that may be a misspelt one.
    """
    found = list(findings)
    if not file.exists():
        return start_baseline(found, file)
    known = read(file)
    now = by_path(found)
    left = {path: +Counter(counts) for path, counts in known.items()}
    new: list[Finding] = []
    for finding in found:
        counts = left.get(finding.place.path, Counter())
        mark = fingerprint(finding)
        if finding.rule and counts[mark] > 0:
            counts[mark] -= 1
        else:
            new.append(finding)
    kept = {
        path: counts & now.get(path, Counter()) if path in checked else counts
        for path, counts in known.items()
    }
    if kept != known:
        write(file, kept)
    return New(new)


def start_baseline(found: list[Finding], file: Path) -> New:
    """Write a new baseline, and say what is no longer shown because of it."""
    if meant := meant_by(file):
        others = asked([shown(other) for other in meant])
        raise UsageError(
            f"{shown(file)}: there is no such baseline. {others} For another one choose a name "
            "that nobody takes for that."
        )
    hidden = [finding for finding in found if finding.rule]
    write(file, by_path(hidden))
    errors = sum(finding.severity == "error" for finding in hidden)
    note = (
        f"{shown(file)} was not there and is a new baseline: from now on it hides "
        f"{counted(len(hidden), 'finding')}, {counted(errors, 'error')} among them. If you meant "
        "another file, remove this one."
    )
    return New([finding for finding in found if not finding.rule], (note,))


def meant_by(file: Path) -> list[Path]:
    """Return the baselines beside a file that is not there whose names are much like its own."""
    if not file.parent.is_dir():
        return []
    alike = (other for other in file.parent.iterdir() if is_slip(file.stem, other.stem))
    return sorted(other for other in alike if looks_like_one(other))


def looks_like_one(file: Path) -> bool:
    """Tell whether a file begins as a baseline does."""
    try:
        with file.open("rb") as stream:
            return BEGINNING.match(stream.read(ENOUGH)) is not None
    except OSError:
        return False


def by_path(findings: Iterable[Finding]) -> Known:
    """Return how often each finding of a rule stands in each text."""
    known: Known = {}
    for finding in findings:
        if finding.rule:
            known.setdefault(finding.place.path, Counter())[fingerprint(finding)] += 1
    return known


def read(file: Path) -> Known:
    """Return how often each finding was there."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise UsageError(f"{Place(shown(file))}: this baseline is of another version. {ANEW}")
        return {
            str(path): Counter({str(mark): int(count) for mark, count in counts.items()})
            for path, counts in data["findings"].items()
        }
    except OSError as error:
        raise UsageError(f"{shown(file)}: this cannot be read: {error.strerror}. {LOOK}") from error
    except json.JSONDecodeError as error:
        place = Place(shown(file), error.lineno, error.colno)
        raise UsageError(f"{place}: this is not JSON, so no baseline. {ANEW}") from error
    except NO_BASELINE as error:
        message = "this is no baseline that `invoke check` has written"
        raise UsageError(f"{Place(shown(file))}: {message}. {ANEW}") from error


def shown(file: Path) -> str:
    """Return a file's path, short if it lies in the folder one is in."""
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()


def write(file: Path, known: Known) -> None:
    """Write a baseline, sorted, so that git shows what was mended."""
    findings = {
        path: {mark: known[path][mark] for mark in sorted(known[path])}
        for path in sorted(known)
        if known[path]
    }
    text = json.dumps({"version": VERSION, "findings": findings}, indent=1)
    try:
        file.write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"{shown(file)}: this cannot be written: {error.strerror}. {LOOK}"
        ) from error
