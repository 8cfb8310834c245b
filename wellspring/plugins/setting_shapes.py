"""Settings of another shape than they need; called by Settings.from_pelican.

Those that authors change themselves: the theme or Pelican would stop at them with a message about
itself.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from wellspring.text.suggest import did_you_mean

MENUS = ("WELLSPRING_MENU", "WELLSPRING_FOOTER_MENU")
ENTRY = 2
ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# Notices know languages, not their regions.
LANGUAGE = re.compile(r"[a-z]{2,3}")
COUNTRY = re.compile(r"[A-Z]{2}")


def misshapen(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the shape of settings, each with what to write."""
    for name in MENUS:
        yield from wrong_menu(name, settings.get(name, ()))
    yield from wrong_name(settings.get("SITENAME"))
    yield from wrong_zone(settings.get("TIMEZONE"))
    yield from wrong_language(settings.get("DEFAULT_LANG"))
    yield from wrong_regions(settings.get("WELLSPRING_REGIONS", ()))


def wrong_menu(name: str, menu: object) -> Iterator[str]:
    """Report a menu that is no list, and entries that are not two texts."""
    how = 'Write each entry as `("About", "about.html"),`, the commas too.'
    if not isinstance(menu, list | tuple):
        yield f"pelicanconf.py: `{name}` is not a list. {how}"
        return
    for entry in menu:
        is_pair = isinstance(entry, list | tuple) and len(entry) == ENTRY
        if not is_pair or not all(isinstance(part, str) and part for part in entry):
            yield f"pelicanconf.py: `{name}` has the entry `{entry!r:.60}`. {how}"
        elif ELSEWHERE.match(entry[1]):
            yield (
                f"pelicanconf.py: `{name}` leads to `{entry[1]:.60}`, and menus hold the blog's "
                "own pages. Link to it from a page, such as content/pages/about.md."
            )


def wrong_name(name: object) -> Iterator[str]:
    """Report a blog without a name."""
    if name is not None and not (isinstance(name, str) and name.strip()):
        yield (
            "pelicanconf.py: `SITENAME` is empty. Write the blog's name, which every page and feed "
            "shows."
        )


def wrong_zone(zone: object) -> Iterator[str]:
    """Report a time zone that there is not."""
    if zone is None:
        return
    try:
        ZoneInfo(str(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield (
            f"pelicanconf.py: there is no time zone `{zone}`. "
            f"{did_you_mean(str(zone), available_timezones())} It is written such as "
            "`Europe/Berlin` or `UTC`."
        )


def wrong_language(language: object) -> Iterator[str]:
    """Report a language that is not a code."""
    if language is not None and not (isinstance(language, str) and LANGUAGE.fullmatch(language)):
        yield (
            f"pelicanconf.py: `DEFAULT_LANG` is `{language}`, which is no code of a language. "
            "Write two letters, such as `en`."
        )


def wrong_regions(regions: object) -> Iterator[str]:
    """Report countries that are not a list of codes."""
    is_list = isinstance(regions, list | tuple)
    codes = regions if isinstance(regions, list | tuple) else ()
    if not is_list or not all(isinstance(code, str) and COUNTRY.fullmatch(code) for code in codes):
        yield (
            f"pelicanconf.py: `WELLSPRING_REGIONS` is `{regions!r:.60}`. Write the codes of your "
            'readers\' countries, home first, such as `["US", "GB"]`.'
        )
