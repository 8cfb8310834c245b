"""What templates get besides the articles: styles, menus and filters.

The theme is complete by itself: Pelican's fallback to its built-in theme is
taken away, because a page that fell back would appear without its disclaimers.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from pelican import Pelican, signals
from pelican.generators import Generator

from wellspring.disclaimers.decide import home_crisis_lines
from wellspring.house.words import load_words
from wellspring.model.crisis_line import EVERYWHERE
from wellspring.plugins.settings import Settings
from wellspring.plugins.site import prepare, site_of
from wellspring.plugins.style import Stylesheet, policy_hash, read_stylesheet

WORDS_KEY = "THEME_WORDS"


def iso_date(day: date) -> str:
    """Return a day as `2026-11-23` (ISO 8601)."""
    return f"{day:%Y-%m-%d}"


def theme_context(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that every template may use."""
    site = site_of(settings)
    ours = Settings.from_pelican(settings)
    lines = site.house.crisis_lines
    return {
        "LANG": settings["DEFAULT_LANG"],
        "SITE_ADDRESS": settings["SITEURL"].rstrip("/"),
        # The live site's own folder is narrower than its host, which others may share.
        "SOURCE": f"{settings['SITEURL'].rstrip('/')}/" if ours.production else "'self'",
        "MENU": ours.menu,
        "FOOTER_MENU": ours.footer_menu,
        "HOME_CRISIS_LINES": home_crisis_lines(site.house, ours.regions),
        "ALL_CRISIS_LINES": tuple(
            sorted(lines, key=lambda line: (line.country == EVERYWHERE, line.country_name))
        ),
        "PREVIEW": not ours.production,
    }


def set_up_templates(pelican: Pelican) -> None:
    """Make templates strict: values are escaped, and a name that is not there is an error."""
    prepare(pelican)
    environment = pelican.settings["JINJA_ENVIRONMENT"]
    environment |= {
        "autoescape": True,
        "undefined": StrictUndefined,
        "auto_reload": False,
        "bytecode_cache": compiled_templates(Path(pelican.settings["PATH"]).parent),
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    words = load_words(Path(pelican.settings["THEME"]), pelican.settings["DEFAULT_LANG"])
    pelican.settings[WORDS_KEY] = words
    pelican.settings["JINJA_GLOBALS"] |= {"t": words.say, "DIRECTION": words.direction}
    stylesheet = Stylesheet(read_stylesheet(Path(pelican.settings["THEME"])))
    pelican.settings["JINJA_FILTERS"] |= {
        "long_date": words.say_day,
        "iso_date": iso_date,
        "style_for": stylesheet.for_page,
        "policy_hash": policy_hash,
    }
    pelican.settings |= theme_context(pelican.settings)


def compiled_templates(root: Path) -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: beside the program, and as much trusted as it.

    Each is named by its text and by the versions of Jinja and Python.
    """
    folder = root / ".build" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def drop_fallback(generator: Generator) -> None:
    """Leave the site's own templates as the only ones."""
    folders = [
        *generator.settings["THEME_TEMPLATES_OVERRIDES"],
        Path(generator.theme) / "templates",
    ]
    generator.env.loader = ChoiceLoader([FileSystemLoader(folders)])


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(set_up_templates)
    signals.generator_init.connect(drop_fallback)
