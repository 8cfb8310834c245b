"""What templates get besides the articles: one stylesheet, its hash, menus and filters.

The theme is complete by itself: Pelican's fallback to its built-in theme is
taken away, because a page that fell back would appear without its disclaimers.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from lightningcss import process_stylesheet
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator

from wellspring.disclaimers.decide import home_crisis_lines
from wellspring.errors import ContentError
from wellspring.model.crisis_line import EVERYWHERE
from wellspring.model.place import Place
from wellspring.plugins.settings import Settings
from wellspring.plugins.site import prepare, site_of
from wellspring.text.values import long_date

COMPONENTS = Path("templates") / "components"
STYLE_ERROR = re.compile(r".*?failed: (?P<what>.+) at .*:(?P<line>\d+):(?P<column>\d+)")


def read_stylesheet(theme: Path) -> str:
    """Return the components' styles as one minified sheet, `base` first, then by name.

    Raises ContentError naming file and line of a style that browsers would drop.
    """
    files = sorted(
        (theme / COMPONENTS).glob("*/style.css"),
        key=lambda file: (file.parent.name != "base", file),
    )
    return "".join(minify(file, file.relative_to(theme.parent).as_posix()) for file in files)


def minify(file: Path, shown: str) -> str:
    """Return one style file without comments and blanks."""
    text = file.read_text(encoding="utf-8")
    try:
        return str(process_stylesheet(text, filename=shown, minify=True))
    except ValueError as error:
        wrong = STYLE_ERROR.fullmatch(str(error))
        what, line, column = (
            (wrong["what"], wrong["line"], wrong["column"]) if wrong else (error, 0, 1)
        )
        place = Place(shown, int(line) + 1, int(column))
        raise ContentError(f"{place}: {what}. Mend the style.") from error


def policy_hash(text: str) -> str:
    """Return an inline style's hash source (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def iso_date(day: date) -> str:
    """Return a day as `2026-11-23` (ISO 8601)."""
    return f"{day:%Y-%m-%d}"


def theme_context(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that every template may use."""
    site = site_of(settings)
    ours = Settings.from_pelican(settings)
    stylesheet = read_stylesheet(Path(settings["THEME"]))
    lines = site.house.crisis_lines
    return {
        "LANG": settings["DEFAULT_LANG"],
        "SITE_ADDRESS": settings["SITEURL"].rstrip("/"),
        "STYLESHEET": Markup(stylesheet),  # noqa: S704 - our own theme's styles
        "STYLE_HASH": policy_hash(stylesheet),
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
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    pelican.settings["JINJA_FILTERS"] |= {"long_date": long_date, "iso_date": iso_date}
    pelican.settings |= theme_context(pelican.settings)


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
