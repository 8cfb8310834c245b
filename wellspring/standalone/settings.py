"""The plugin's settings in pelicanconf.py, each as MEDICAL_DISCLAIMER_<NAME>."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

import wellspring
from wellspring.errors import SettingsError
from wellspring.house.load import load_house
from wellspring.house.style import HouseStyle
from wellspring.model.topic import Category
from wellspring.text.suggest import did_you_mean

PREFIX = "MEDICAL_DISCLAIMER_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site can set.

    regions: ISO 3166 countries whose crisis lines are shown, home first.
    always: disclaimers that every article carries.
    categories: further disclaimers by the name of a category.
    editorial: a folder of house rules of your own; empty for those that come with the plugin.
    heading: the words above the notices.
    help_url: where readers in other countries find help; empty for the directory that is known.
    """

    regions: tuple[str, ...] = ("US",)
    always: tuple[str, ...] = ("general",)
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    editorial: str = ""
    heading: str = "Before you read"
    help_url: str = ""

    @classmethod
    def from_pelican(cls: type[Self], settings: Mapping[str, Any]) -> Self:
        """Read the settings. Raises SettingsError naming every one that does not exist."""
        known = {PREFIX + item.name.upper(): item.name for item in fields(cls)}
        given = {key: settings[key] for key in settings if key.startswith(PREFIX)}
        wrong = [
            f"there is no setting `{key}`. {did_you_mean(key, known)}"
            for key in given
            if key not in known
        ]
        if wrong:
            raise SettingsError("\n".join(wrong))
        return cls(**{known[key]: frozen(value) for key, value in given.items()})


def frozen(value: Any) -> Any:  # noqa: ANN401 - a setting can be anything Python has
    """Turn lists, which settings files are written with, into tuples."""
    if isinstance(value, Mapping):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list | tuple) else value


def editorial_folder(settings: Settings, root: Path) -> Path:
    """Return the house rules to use: the site's own, or those installed with the plugin."""
    if settings.editorial:
        return root / settings.editorial
    package = Path(wellspring.__file__).parent
    installed = package / "editorial"
    return installed if installed.is_dir() else package.parent / "editorial"


def load_for(settings: Settings, root: Path, categories: set[str]) -> HouseStyle:
    """Load the house rules with the site's own categories in place of theirs.

    Raises HouseStyleError, or SettingsError for a disclaimer that does not exist.
    """
    house = load_house(editorial_folder(settings, root))
    named = [*settings.always, *(id_ for ids in settings.categories.values() for id_ in ids)]
    for id_ in named:
        if id_ not in house.disclaimers:
            raise SettingsError(
                f"there is no disclaimer `{id_}`, and a `{PREFIX}` setting names it. "
                f"{did_you_mean(id_, house.disclaimers)}"
            )
    for region in settings.regions:
        if not any(line.country == region and line.general for line in house.crisis_lines):
            raise SettingsError(
                f"`{PREFIX}REGIONS` names `{region}`, and there is no crisis line of that country. "
                "Name a country that has one."
            )
    shelves = {
        name: Category(name, name, "", (*settings.always, *settings.categories.get(name, ())))
        for name in categories | set(settings.categories)
    }
    return replace(house, categories=shelves)
