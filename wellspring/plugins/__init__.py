"""Thin Pelican adapters: the only code here that imports Pelican.

pelicanconf.py hands these modules to Pelican as objects, so that one that
cannot be imported stops the build. Handlers are module-level functions,
because Pelican holds them by weak reference only, and none depends on another
having run before it: Pelican calls the handlers of a signal in no fixed order.
"""

from types import ModuleType

from wellspring.plugins import (
    aliases,
    articles,
    authors,
    cards,
    conformance,
    feed_style,
    incremental,
    machine_files,
    medical_disclaimer,
    pictures,
    reader,
    search,
    site,
    structured_data,
    theme,
)


def all_plugins() -> list[ModuleType]:
    """Return every adapter, for `PLUGINS` in pelicanconf.py."""
    return [
        site,
        reader,
        theme,
        medical_disclaimer,
        authors,
        articles,
        pictures,
        cards,
        structured_data,
        conformance,
        machine_files,
        feed_style,
        search,
        aliases,
        incremental,
    ]
