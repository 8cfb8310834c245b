"""What a preview says of the texts it shows: findings of the checker, and why a build has stopped.

Called by livereload's tasks. What is found in a text is kept while neither it nor the house style
changes, so that a save costs the check of one text.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.fingerprint import digest_of, of_tree
from wellspring.building.site import Site
from wellspring.checking.settings import load_settings
from wellspring.commands.examine import Job, examine
from wellspring.commands.formats import findings_of
from wellspring.commands.whole import jobs_of_site
from wellspring.errors import ContentError, HouseStyleError, WellspringError
from wellspring.house.cache import kept_rules
from wellspring.model.finding import Finding


@dataclass(slots=True)
class Overlay:
    """The findings of a blog's texts, each named by what it depends on."""

    editorial: Path
    known: dict[str, tuple[bytes, tuple[Finding, ...]]] = field(default_factory=dict)

    def findings(self, site: Site) -> list[Finding]:
        """Return what is found in the texts of a site that was built."""
        try:
            return sorted({*site.warnings, *self.examined(site)})
        except (ContentError, HouseStyleError) as error:
            return findings_of(error)

    def examined(self, site: Site) -> Iterable[Finding]:
        """Return what the rules find, asking them only about what is new to them."""
        house = digest_of(of_tree(self.editorial), repr(site.library.authors))
        names = {path: name_of(path, site, house) for path in site.library.sources}
        old = {path for path, name in names.items() if self.known.get(path, (b"",))[0] == name}
        jobs = [job for job in jobs_of_site(site) if job.source.path not in old]
        found = self.examine(jobs, site) if jobs else []
        for job in jobs:
            path = job.source.path
            own = tuple(item for item in found if item.place.path == path)
            self.known[path] = (names[path], own)
        self.known = {path: self.known[path] for path in names}
        return [finding for _, own in self.known.values() for finding in own]

    def examine(self, jobs: list[Job], site: Site) -> list[Finding]:
        """Ask the rules about some texts."""
        rules = kept_rules(self.editorial, self.editorial.parent / ".build" / "house")
        settings = load_settings(self.editorial, rules.rules)
        return examine(jobs, rules, settings, frozenset(site.library.authors))


def name_of(path: str, site: Site, house: bytes) -> bytes:
    """Return a name for all that the findings of a text depend on."""
    decision = site.decisions.get(path)
    about = repr((decision.disclaimers, decision.drug_notes, decision.topics)) if decision else ""
    return digest_of(house, site.library.files[path].digest, about)


def as_notes(findings: Iterable[Finding], *, stopped: bool = False) -> str:
    """Return findings as JSON, each with the slug of the page that shows its text.

    `stopped`: for these, no build was made; every page says so.
    """
    notes = [
        {
            "slug": Path(finding.place.path).stem,
            "place": str(finding.place),
            "severity": finding.severity,
            "message": finding.message,
            "rule": finding.rule,
            "stopped": stopped,
        }
        for finding in findings
    ]
    return json.dumps(notes, ensure_ascii=False)


def as_stopped(error: WellspringError) -> str:
    """Return why a build has stopped, as JSON."""
    return as_notes(findings_of(error), stopped=True)
