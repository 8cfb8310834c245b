"""The trust manifest: what every published file is, and what each article was proven to carry.

The build writes it as `output-report.json` after its audit; publishing refuses a
folder that is not exactly what the manifest says; `invoke verify` and anybody
else's program can check it too (docs/trust-manifest.md).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Raw

from wellspring.audit.expected import Expectation
from wellspring.audit.written import files_below
from wellspring.model.review import ReviewState

REPORT = "output-report.json"
VERSION = 1
SEAL = "seal"
REBUILD = "Build the site again with `python3 blog.py build`."


class Copied(msgspec.Struct):
    """A manifest whose files are not looked into."""

    version: int
    address: str
    files: dict[str, Raw]
    seal: str


def write_report(
    output: Path,
    address: str,
    expectations: Iterable[Expectation],
    known: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Write the manifest of a folder that has been audited; return its files' SHA-256.

    `known` are those of files whose bytes have been read before, and have not changed.
    """
    digests = fingerprints(output, known or {})
    (output / REPORT).write_text(report_of(address, expectations, digests), encoding="utf-8")
    return digests


def report_of(address: str, expectations: Iterable[Expectation], digests: Mapping[str, str]) -> str:
    """Return the manifest of a site whose files have these SHA-256."""
    report = {"version": VERSION, "address": address, "files": listed(digests, expectations)}
    return sealed(report)


def amend_report(
    file: Path, digests: Mapping[str, str], expectations: Iterable[Expectation]
) -> bytes:
    """Return a site's manifest, which is in a file, with some of the site's files as they are now.

    What it says of all others is copied as text: a large site has many, and they are not read.
    """
    report = msgspec.json.decode(msgspec.json.format(file.read_bytes(), indent=-1), type=Copied)
    for path, entry in listed(digests, expectations).items():
        report.files[path] = Raw(compact(entry))
    files = {path: report.files[path] for path in sorted(report.files)}
    whole: dict[str, Any] = {"address": report.address, "files": files}
    version = {"version": report.version}
    seal = {SEAL: hashlib.sha256(msgspec.json.encode(whole | version)).hexdigest()}
    return msgspec.json.format(msgspec.json.encode(whole | seal | version), indent=1) + b"\n"


def listed(digests: Mapping[str, str], expectations: Iterable[Expectation]) -> dict[str, Any]:
    """Return what is said of files by path: their SHA-256, and of articles what they carry."""
    articles = {expectation.page: describe(expectation) for expectation in expectations}
    return {path: {"sha256": digest} | articles.get(path, {}) for path, digest in digests.items()}


def sealed(report: dict[str, Any]) -> str:
    """Return a manifest with its seal, as its file has it."""
    report[SEAL] = seal_of(report)
    # Python's own writer is slow when it indents.
    text = json.dumps(report, ensure_ascii=False, sort_keys=True)
    return f"{msgspec.json.format(text, indent=1)}\n"


def describe(expectation: Expectation) -> dict[str, Any]:
    """Return what an article was proven to carry, and why."""
    post, decision = expectation.post, expectation.decision
    return {
        "source": post.path,
        "title": post.title,
        "authors": [author.text for author in post.authors],
        "published": post.date.isoformat() if post.date else None,
        "modified": post.modified.isoformat() if post.modified else None,
        "corrections": len(post.corrections),
        "disclaimers": {
            item.disclaimer.id: [str(reason) for reason in item.reasons]
            for item in decision.requirements
        },
        "crisis_lines": [line.id for line in decision.crisis_lines],
        "drugs": [note.drug.id for note in decision.drug_notes],
        "waived": {
            item.waiver.disclaimer: f"{item.waiver.who}: {item.waiver.reason}"
            for item in decision.waived
        },
    } | (describe_review(expectation.review) if expectation.review else {})


def describe_review(state: ReviewState) -> dict[str, Any]:
    """Return who has looked at an article last, and when somebody must again."""
    return {
        "reviewed_by": state.review.by if state.review else None,
        "reviewed": state.review.on.isoformat() if state.review else None,
        "review_due": state.due.isoformat(),
    }


def fingerprints(output: Path, known: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Return the SHA-256 of every file that readers can ask for, by path, sorted.

    Those that are `known` are not read again.
    """
    return {
        path: known.get(path) or hashlib.sha256((output / path).read_bytes()).hexdigest()
        for path in sorted(files_below(output), key=lambda path: path.split("/"))
        if not path.rpartition("/")[2].startswith(".") and path.rpartition("/")[2] != REPORT
    }


def seal_of(report: dict[str, Any]) -> str:
    """Return the SHA-256 of a manifest without its seal, written without blanks, keys sorted."""
    rest = {key: value for key, value in report.items() if key != SEAL}
    return hashlib.sha256(compact(rest)).hexdigest()


def compact(value: object) -> bytes:
    """Return a value as JSON without blanks, keys sorted."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def check_report(output: Path) -> list[str]:
    """Say everything in which a folder is not what its manifest says; empty when it is."""
    file = output / REPORT
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
        listed = {path: entry["sha256"] for path, entry in report["files"].items()}
        seal = report[SEAL]
    except FileNotFoundError:
        return [f"{file}: it is missing, so nothing proves what this folder holds. {REBUILD}"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return [f"{file}: this is not a report of a build. {REBUILD}"]
    if seal != seal_of(report):
        return [f"{file}: somebody has changed it after the build. {REBUILD}"]
    return list(differences(output, listed))


def differences(output: Path, listed: dict[str, str]) -> Iterator[str]:
    """Yield each file that is not there, not listed, or not as it was."""
    found = fingerprints(output)
    for path in sorted(found.keys() | listed.keys()):
        if path not in found:
            yield f"{output / path}: the build has made this file and it is gone. {REBUILD}"
        elif path not in listed:
            yield f"{output / path}: no build has made or audited this file. {REBUILD}"
        elif found[path] != listed[path]:
            yield f"{output / path}: it was changed after the build had audited it. {REBUILD}"
