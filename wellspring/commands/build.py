"""Build: read and check, let Pelican write beside the output, audit, put in place.

The output folder changes only when everything before has succeeded.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from wellspring.audit.output import Audit
from wellspring.building.fingerprint import of_look
from wellspring.building.footing import CONTENT, Footing, keep_footing
from wellspring.building.last import Inputs, LastBuild, keep_last
from wellspring.building.site import Site
from wellspring.building.staging import put_in_place, staging
from wellspring.building.warm import Warm, from_nothing, recall
from wellspring.commands.outcome import tell_outcome
from wellspring.commands.proof import Ground, first_scheduled, future_of, keep_past, prove
from wellspring.commands.report import complain
from wellspring.model.disclaimer import Waived
from wellspring.model.finding import Finding
from wellspring.plugins import all_plugins, name_of_plugin
from wellspring.plugins.articles import RELATIONS_KEY
from wellspring.plugins.conformance import JUDGEMENTS_KEY
from wellspring.plugins.incremental import OUTPUTS_KEY, TICK_KEY
from wellspring.plugins.reader import TEXTS_KEY, typography_asked
from wellspring.plugins.resident import RESIDENT_KEY, Resident
from wellspring.plugins.run import load_settings, run_pelican
from wellspring.plugins.search import SEARCH_KEY
from wellspring.plugins.settings import SITE_KEY, Settings
from wellspring.plugins.site import open_from_settings

# What a settings file may give templates that nobody knows: they may show anything of a body.
TEMPLATE_SETTINGS = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
Ticks = Callable[[str, int, int], None]


def silent(_part: str, _done: int, _of: int) -> None:
    """Say nothing of how far a part is."""


@dataclass(frozen=True, slots=True)
class Work:
    """How many pages and feeds were written, how many taken over, and how many texts rendered."""

    written: int = 0
    taken_over: int = 0
    rendered: int = 0


@dataclass(slots=True)
class Watch:
    """The parts of a build, each with the seconds it took; begins when it is made."""

    parts: dict[str, float] = field(default_factory=dict)
    since: float = field(default_factory=time.perf_counter)

    def note(self, part: str) -> None:
        """Note the end of a part, which began with the end of the one before."""
        now = time.perf_counter()
        self.parts[part] = now - self.since
        self.since = now


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made: where, what the audit saw, and the seconds that each part took."""

    output: Path
    audit: Audit
    parts: dict[str, float]
    warnings: tuple[Finding, ...] = ()
    waived: tuple[tuple[str, Waived], ...] = ()
    work: Work = field(default_factory=Work)
    notes: tuple[str, ...] = ()
    ground: Ground | None = None

    @property
    def seconds(self) -> float:
        """Return how long all parts took."""
        return sum(self.parts.values())


def build(  # noqa: PLR0913 - what a build can be told
    settings_file: Path,
    output: Path,
    *,
    cold: bool = False,
    inputs: Inputs | None = None,
    resident: Resident | None = None,
    tick: Ticks = silent,
    **override: Any,  # noqa: ANN401 - Pelican's settings
) -> Built:
    """Build a site into `output`, replacing what an earlier build left there.

    `cold`: make everything anew, and leave nothing for the next build. `inputs` are what the build
    is made from, for the next one to know at once what has changed; a `resident` keeps Pelican's
    run in memory; `tick` is told how far the long parts are.
    Raises SettingsError, HouseStyleError or ContentError; then `output` is as before.
    """
    watch = Watch()
    with staging(output) as stage:
        settings = load_settings(settings_file, **override, OUTPUT_PATH=str(stage))
        plain = not any(settings[key] for key in TEMPLATE_SETTINGS)
        warm = warm_for(settings_file, output, settings, cold=cold)
        watch.note("remembering")
        site = open_from_settings(settings, warm.readings)
        watch.note("reading and deciding")
        staying = {RESIDENT_KEY: resident} if resident else {}
        run_pelican(settings | {SITE_KEY: site, TICK_KEY: tick} | kept(warm) | staying)
        watch.note("rendering and writing")
        audit, past = prove(stage, settings, site, warm, partial(tick, "pages audited"))
        watch.note("proving")
        put_in_place(stage, output)
        warm.keep(output, site.library)
        keep_past(warm, past)
        built = built_on(Ground(settings, site, warm, past), output, audit, watch.parts)
        if warm.lasting and inputs and inputs.rest:
            remember(settings_file, built, inputs, plain=plain)
        watch.note("putting in place and keeping")
    return built


def remember(settings_file: Path, built: Built, inputs: Inputs, *, plain: bool) -> None:
    """Keep what was built and from what; `plain` tells that templates are given only our names."""
    assert built.ground  # noqa: S101 - a build that is over has one
    settings, site, warm = built.ground.settings, built.ground.site, built.ground.warm
    last = outcome_of(built, inputs, of_look(built.output), first_scheduled(site, settings))
    keep_last(settings_file, last, inputs.content)
    footing = footing_of(settings, warm, settings_file.parent) if plain else None
    keep_footing(settings_file, footing)


def built_on(ground: Ground, output: Path, audit: Audit, parts: dict[str, float]) -> Built:
    """Return what a build has made of the ground that it stood on."""
    warm, site = ground.warm, ground.site
    return Built(
        output,
        audit,
        parts,
        site.warnings,
        tuple(waived_of(site)),
        Work(warm.outputs.written, len(warm.outputs.kept), warm.texts.rendered),
        tuple(warm.memory.notes),
        ground,
    )


def kept(warm: Warm) -> dict[str, object]:
    """Return what is taken over, under the keys by which the adapters find it."""
    return {
        OUTPUTS_KEY: warm.outputs,
        TEXTS_KEY: warm.texts,
        SEARCH_KEY: warm.search,
        JUDGEMENTS_KEY: warm.judgements,
        RELATIONS_KEY: warm.relations,
    }


def warm_for(settings_file: Path, output: Path, settings: dict[str, Any], *, cold: bool) -> Warm:
    """Return what this build takes over from the last; nothing where it cannot know what changed.

    Another's plugin may put anything into a page.
    """
    root, name = settings_file.parent, settings_file.stem
    ours = all_plugins()
    if cold or any(name_of_plugin(plugin) not in ours for plugin in settings["PLUGINS"]):
        return from_nothing(root, name, output)
    return recall(root, name, output, settings)


def footing_of(settings: Mapping[str, Any], warm: Warm, root: Path) -> Footing | None:
    """Return what the next build can amend this one by; None where it cannot."""
    ours, places = Settings.from_pelican(settings), warm.outputs.one_place
    in_place = Path(settings["PATH"]) == root / CONTENT
    if ours.production or not in_place or not (places and all(places.values())):
        return None
    if settings["RSS_FEED_SUMMARY_ONLY"] or not warm.outputs.are_known:
        return None
    return Footing(
        warm.memory.key,
        warm.texts.words,
        ours.editorial,
        os.path.relpath(settings["THEME"], root),
        ours.regions,
        settings["DEFAULT_LANG"],
        settings["SITEURL"],
        typography_asked(settings),
    )


def waived_of(site: Site) -> Iterator[tuple[str, Waived]]:
    """Yield every waiver of the site with the path of its post."""
    for path, decision in site.decisions.items():
        for waived in decision.waived:
            yield path, waived


def outcome_of(
    built: Built, inputs: Inputs | None = None, look: bytes = b"", until: float = 0
) -> LastBuild:
    """Return what is remembered of a build, and said of it."""
    inputs = inputs or Inputs()
    return LastBuild(
        inputs.name,
        inputs.rest,
        look,
        until,
        built.audit.pages,
        built.audit.entries,
        built.work.written + built.work.taken_over,
        tuple(map(str, built.warnings)),
        tuple(
            f"Waived in {path}: {waived.waiver.disclaimer}. {waived.waiver.who}: "
            f"{waived.waiver.reason}"
            for path, waived in built.waived
        ),
        future_of(built.ground.site, built.ground.settings) if built.ground else (),
    )


def tell(built: Built, root: Path, *, profile: bool = False) -> None:
    """Say in one line what was built and proven; with `profile`, also how long each part took."""
    for note in built.notes:
        complain(note)
    parts = built.parts if profile else {}
    tell_outcome(outcome_of(built), built.output, root, built.work.written, built.seconds, parts)
