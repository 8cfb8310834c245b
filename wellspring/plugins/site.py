"""Open the site before Pelican reads anything.

What is wrong with settings, content or house style stops Pelican here, before
a page is written. Other handlers find the site with site_of.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from pelican import Pelican, signals

from wellspring.building.clock import build_day
from wellspring.building.readings import Readings
from wellspring.building.site import Site, read_site, require_sound
from wellspring.errors import SettingsError
from wellspring.model.finding import Finding
from wellspring.plugins.settings import SITE_KEY, Settings
from wellspring.plugins.term_addresses import check_tag_addresses


def open_from_settings(settings: Mapping[str, Any], readings: Readings | None = None) -> Site:
    """Open the site that settings describe; `readings` are what the last build has read.

    Raises HouseStyleError or ContentError with every problem.
    """
    site, findings = read_from_settings(settings, readings)
    require_sound(site, findings)
    return site


def read_from_settings(
    settings: Mapping[str, Any], readings: Readings | None = None
) -> tuple[Site, list[Finding]]:
    """Return the site that settings describe as it is, and why no build of it would start."""
    ours = Settings.from_pelican(settings)
    content = Path(settings["PATH"])
    editorial = content.parent / ours.editorial
    language = settings["DEFAULT_LANG"]
    site, findings = read_site(content, editorial, ours.regions, build_day(), language, readings)
    return site, sorted([*findings, *check_tag_addresses(site.library, settings)])


def site_of(settings: Mapping[str, Any]) -> Site:
    """Return the site of this build from Pelican's settings or a template context."""
    if SITE_KEY not in settings:
        raise SettingsError(
            "pelicanconf.py: the plugin `wellspring.plugins.site` is missing. Set "
            "`PLUGINS = all_plugins()`."
        )
    return cast("Site", settings[SITE_KEY])


def prepare(pelican: Pelican) -> None:
    """Put the site into the settings, from which every generator copies its context.

    May be called again by a handler that needs the site and cannot know whether
    this one has run: the site is opened once.
    """
    if SITE_KEY not in pelican.settings:
        pelican.settings[SITE_KEY] = open_from_settings(pelican.settings)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(prepare)
