"""What a preview says of the texts it shows: findings of the checker, and why a build has stopped.

Called by livereload's tasks. What is found in a text is kept while neither it nor the house style
changes, so that a save costs the check of one text.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.building.site import Site
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.settings import PathSetting, load_settings
from wellspring.commands.examine import Job, examine_one
from wellspring.commands.examined import name_of_house, name_of_text
from wellspring.commands.formats import findings_of
from wellspring.commands.house_rules import read_rules
from wellspring.commands.whole import jobs_of_site
from wellspring.errors import ContentError, HouseStyleError, WellspringError
from wellspring.model.finding import Finding

NONE: tuple[bytes, tuple[Finding, ...]] = (b"", ())


@dataclass(slots=True)
class Overlay:
    """The findings of a blog's texts, each named by what it depends on.

    `asked` are the rules with their settings, of the house style that `house` names.
    """

    editorial: Path
    known: dict[str, tuple[bytes, tuple[Finding, ...]]] = field(default_factory=dict)
    house: bytes = b""
    asked: tuple[Rulebook, tuple[PathSetting, ...]] | None = None

    def look(self, site: Site, first: Sequence[str] = ()) -> Iterator[str]:
        """Yield what there is to say of a site that was built, as it becomes known, as JSON.

        Some texts come first. After each text that says nothing of them an empty one is yielded,
        so that who has something better to do can stop.
        """
        try:
            new = self.new_texts(site)
            jobs = [job for job in jobs_of_site(site) if job.source.path in new]
            jobs.sort(key=lambda job: job.source.path not in first)
            for job in jobs:
                self.examine(job, new[job.source.path], frozenset(site.library.authors))
                yield as_notes(self.findings(site)) if job.source.path in first else ""
        except (ContentError, HouseStyleError) as error:
            yield as_notes(findings_of(error))
        else:
            yield as_notes(self.findings(site))

    def new_texts(self, site: Site) -> dict[str, bytes]:
        """Return the names of the texts that are new to the rules; forget those that are gone."""
        house = name_of_house(self.editorial, site)
        if house != self.house:
            self.house, self.asked = house, None
        names = {path: name_of_text(path, site, house) for path in site.library.sources}
        self.known = {path: self.known[path] for path in names if path in self.known}
        return {path: name for path, name in names.items() if self.known.get(path, NONE)[0] != name}

    def examine(self, job: Job, name: bytes, names: frozenset[str]) -> None:
        """Ask the rules about a text; `names`: who may answer for an ignore."""
        if self.asked is None:
            rules = read_rules(self.editorial, self.editorial.parent)
            book = bind_rules(rules.rules, rules.tables)
            self.asked = (book, load_settings(self.editorial, rules.rules))
        found = examine_one(job, *self.asked, names)
        self.known[job.source.path] = (name, tuple(found))

    def findings(self, site: Site) -> list[Finding]:
        """Return what is known by now."""
        return sorted({*site.warnings, *(item for _, own in self.known.values() for item in own)})


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
