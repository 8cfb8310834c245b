"""Wellspring's own settings in pelicanconf.py, typed; read by the site plugin and the commands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from wellspring.errors import SettingsError
from wellspring.plugins.setting_shapes import misshapen
from wellspring.text.suggest import did_you_mean

PREFIX = "WELLSPRING_"
SITE_KEY = "WELLSPRING_SITE"
REFUSED = re.compile(
    r"DISQUS\w*|GISCUS\w*|UTTERANC\w*|COMMENTO\w*|ISSO_\w*|REMARK42\w*|HYVOR\w*|CUSDIS\w*"
    r"|STATICMAN\w*|FACEBOOK_COMMENT\w*|\w*COMMENTS?_(?:SITENAME|SYSTEM|ENABLED|PROVIDER)"
)
REPOSITORY = re.compile(r"[\w-]+/[\w.-]+")
CACHES = ("CACHE_CONTENT", "LOAD_CONTENT_CACHE")
TRACKERS = re.compile(r"GOOGLE_ANALYTICS\w*|GA_\w+|GOSQUARED\w*|MATOMO\w*|PIWIK\w*|GTAG\w*")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site can set, each as `WELLSPRING_<NAME>` in pelicanconf.py.

    regions: ISO 3166 countries whose crisis lines are shown, home first.
    editorial: the house style's folder.
    menu, footer_menu: (words, address within the site) of the two menus.
    production: True in publishconf.py: drafts are left out, the address must be real.
    remote, branch: where `publish` pushes the built site to.
    write_to: the repository on GitHub, `owner/name`, that the site's page to write on writes to;
    empty for a site without that page (docs/writing-in-the-browser.md).
    domain: the site's own domain, empty for an address of GitHub Pages.
    """

    regions: tuple[str, ...] = ("US",)
    editorial: str = "editorial"
    menu: tuple[tuple[str, str], ...] = ()
    footer_menu: tuple[tuple[str, str], ...] = ()
    production: bool = False
    remote: str = "origin"
    branch: str = "gh-pages"
    domain: str = ""
    write_to: str = ""

    @classmethod
    def from_pelican(cls: type[Self], settings: Mapping[str, Any]) -> Self:
        """Read the `WELLSPRING_` settings. Raises SettingsError naming every wrong one."""
        problems = [*refused(settings), *unknown(settings, cls), *no_repository(settings)]
        problems += misshapen(settings)
        if problems:
            raise SettingsError("\n".join(problems))
        given = {
            field.name: settings[PREFIX + field.name.upper()]
            for field in fields(cls)
            if PREFIX + field.name.upper() in settings
        }
        return cls(**{key: frozen(value) for key, value in given.items()})


def frozen(value: Any) -> Any:  # noqa: ANN401 - a setting can be anything Python has
    """Turn lists, which settings files are written with, into tuples."""
    return tuple(frozen(item) for item in value) if isinstance(value, list | tuple) else value


def refused(settings: Mapping[str, Any]) -> list[str]:
    """Report settings that would bring comments, tracking or stale notices back."""
    comments = [
        f"pelicanconf.py: `{key}` asks for comments, and this blog has none: advice from "
        "strangers can hurt a reader. Remove the setting."
        for key in settings
        if REFUSED.fullmatch(key) and settings[key]
    ]
    tracking = [
        f"pelicanconf.py: `{key}` would tell a third party who reads about which illness. "
        "Remove the setting."
        for key in settings
        if TRACKERS.fullmatch(key) and settings[key]
    ]
    caches = [
        f"pelicanconf.py: `{key}` keeps articles from earlier builds, with the disclaimers of "
        "then. Remove the setting."
        for key in CACHES
        if settings.get(key)
    ]
    return comments + tracking + caches


def no_repository(settings: Mapping[str, Any]) -> list[str]:
    """Report a repository to write to that is none."""
    given = settings.get(f"{PREFIX}WRITE_TO") or ""
    if not given or REPOSITORY.fullmatch(str(given)):
        return []
    message = (
        f"pelicanconf.py: `WELLSPRING_WRITE_TO = {given!r}` is no repository on GitHub. Write its "
        "owner and its name, such as `robin/blog`, or leave it empty."
    )
    return [message]


def unknown(settings: Mapping[str, Any], cls: type[Settings]) -> list[str]:
    """Report `WELLSPRING_` settings that do not exist."""
    known = {PREFIX + field.name.upper() for field in fields(cls)} | {SITE_KEY}
    return [
        f"pelicanconf.py: there is no setting `{key}`. {did_you_mean(key, known - {SITE_KEY})}"
        for key in settings
        if key.startswith(PREFIX) and key not in known
    ]
