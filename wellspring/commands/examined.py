"""What the rules found in each text of the blog when it was last checked.

Called by check and the preview. A text's findings are named by all that they depend on, so that
a check costs what has changed since the last one.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wellspring.building.fingerprint import digest_of, of_files, of_program, of_tree
from wellspring.building.readings import Readings, recall_readings
from wellspring.building.records import STORE, Memory
from wellspring.building.site import Site
from wellspring.building.warm import IN_TEXTS
from wellspring.checking.second import NETWORK, SKIMMERS
from wellspring.commands.examine import Job
from wellspring.commands.light import Light
from wellspring.model.finding import Finding

NAME = "examined"


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a text, and the name of what that depends on."""

    name: bytes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class LastCheck:
    """What the last check has left, and where this one leaves what it finds."""

    memory: Memory
    readings: Readings
    editorial: Path


def recall_check(root: Path, light: Light) -> LastCheck:
    """Return what is known of the blog at a folder; of another program's findings nothing."""
    memory = Memory(root / STORE / "check", digest_of(of_program(), of_networks(), repr(light)))
    words = of_files(light.editorial, IN_TEXTS)
    return LastCheck(memory, recall_readings(memory, words), light.editorial)


def of_networks() -> bytes:
    """Return a name for what the second reader has learned."""
    return digest_of(*(of_files(file.parent, (file.name,)) for file in (*SKIMMERS, NETWORK)))


def examine_new(
    jobs: Sequence[Job],
    site: Site,
    last: LastCheck,
    examine: Callable[[Sequence[Job]], Iterable[Finding]],
) -> list[Finding]:
    """Return what the rules find in all texts of a site; `examine` asks them about some."""
    known = last.memory.load_parts(NAME, Examined)
    house = name_of_house(last.editorial, site)
    names = {path: name_of_text(path, site, house) for path in site.library.sources}
    new = [job for job in jobs if not is_known(known.get(job.source.path), names[job.source.path])]
    found: dict[str, list[Finding]] = {job.source.path: [] for job in new}
    for finding in examine(new):
        found[finding.place.path].append(finding)
    now = {job.source.path: known[job.source.path] for job in jobs if job.source.path not in found}
    now |= {path: Examined(names[path], tuple(own)) for path, own in found.items()}
    lasting = {path: each for path, each in now.items() if is_lasting(each.findings)}
    last.memory.save_parts(NAME, lasting, known)
    return [finding for each in now.values() for finding in each.findings]


def is_known(known: Examined | None, name: bytes) -> bool:
    """Tell whether what was found in a text is still what would be found."""
    return known is not None and known.name == name


def is_lasting(findings: Iterable[Finding]) -> bool:
    """Tell whether a text would be found the same again: not if it took too long this time."""
    return all(finding.rule for finding in findings)


def name_of_house(editorial: Path, site: Site) -> bytes:
    """Return a name for what the findings of all texts depend on together."""
    return digest_of(of_tree(editorial), repr(site.library.authors))


def name_of_text(path: str, site: Site, house: bytes) -> bytes:
    """Return a name for all that the findings of a text depend on."""
    decision = site.decisions.get(path)
    about = repr((decision.disclaimers, decision.drug_notes, decision.topics)) if decision else ""
    return digest_of(house, site.library.files[path].digest, about)
