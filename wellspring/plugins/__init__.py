"""Thin Pelican adapters: the only code here that imports Pelican.

pelicanconf.py hands their names to Pelican, which refuses one that cannot be imported. Handlers
are module-level functions, because Pelican holds them by weak reference only, and none depends on
another having run before it: Pelican calls the handlers of a signal in no fixed order.
"""

NAMES = (
    "site",
    "reader",
    "theme",
    "medical_disclaimer",
    "authors",
    "articles",
    "pictures",
    "cards",
    "structured_data",
    "conformance",
    "machine_files",
    "feed_style",
    "search",
    "aliases",
    "writing",
    "incremental",
    "resident",
)


def all_plugins() -> list[str]:
    """Return the name of every adapter, for `PLUGINS` in pelicanconf.py.

    By name, so that settings can be read before Pelican and all adapters are loaded.
    """
    return [f"{__name__}.{name}" for name in NAMES]


def name_of_plugin(plugin: object) -> str:
    """Return the name of a plugin that settings give by its name or as a module."""
    return plugin if isinstance(plugin, str) else str(getattr(plugin, "__name__", plugin))
