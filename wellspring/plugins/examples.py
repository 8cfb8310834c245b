"""The theme's components with their examples, as templates write them; called by styleguide."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pelican import Pelican
from pelican.paginator import Paginator

from wellspring.errors import HouseStyleError
from wellspring.plugins.pictures import prepare as prepare_pictures
from wellspring.plugins.structured_data import json_ld
from wellspring.plugins.theme import set_up_templates

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a component, as HTML."""

    component: str
    name: str
    html: Markup


def render_examples(settings: dict[str, Any]) -> tuple[Example, ...]:
    """Return every example of every component. Raises HouseStyleError for one that is wrong."""
    environment, context = open_theme(settings)
    folder = Path(settings["THEME"]) / "templates" / "components"
    return tuple(
        Example(
            component.name, example["name"], render(component.name, example, environment, context)
        )
        for component in sorted(folder.iterdir())
        for example in read_examples(component / "examples.toml")
    )


def open_theme(settings: dict[str, Any]) -> tuple[Environment, dict[str, Any]]:
    """Return what Pelican would render with: the environment and the names of a page."""
    pelican = Pelican(settings)
    set_up_templates(pelican)
    prepare_pictures(pelican)
    folder = Path(settings["THEME"]) / "templates"
    options = {**settings["JINJA_ENVIRONMENT"], "autoescape": True}
    environment = Environment(loader=FileSystemLoader(folder), **options)  # noqa: S701 - it is set
    environment.filters |= settings["JINJA_FILTERS"] | {"json_ld": json_ld}
    environment.globals |= settings["JINJA_GLOBALS"]
    return environment, settings | {"output_file": "index.html", "SITEURL": ".", "pages": []}


def read_examples(file: Path) -> Iterator[Mapping[str, Any]]:
    """Yield a component's examples."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise HouseStyleError(f"{file}:1:1: this is no TOML: {error}. Mend it.") from error
    yield from data["example"]


def render(
    component: str, example: Mapping[str, Any], environment: Environment, context: dict[str, Any]
) -> Markup:
    """Return one example: its own markup, a macro's, or that of a template without macros."""
    if "html" in example:
        return Markup(example["html"])  # noqa: S704 - the theme's own examples
    template = environment.get_template(f"components/{component}/template.html")
    arguments = {key: thing(value) for key, value in example.get("arguments", {}).items()}
    if "total" in example:
        arguments |= paged(example["total"], example["number"], context)
    if "macro" not in example:
        return Markup(template.render(context | arguments))  # noqa: S704 - autoescaped
    module = template.make_module(context)
    return Markup(getattr(module, example["macro"])(**arguments))  # noqa: S704 - autoescaped


def thing(value: Any) -> Any:  # noqa: ANN401 - whatever TOML has
    """Return tables as things with attributes: a dictionary has some of its own."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: thing(item) for key, item in value.items()})
    return [thing(item) for item in value] if isinstance(value, list) else value


def paged(total: int, number: int, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return a page of a list, and its list, as Pelican gives them to templates."""
    paginator = Paginator("index.html", "index.html", range(total), settings, PER_PAGE)
    return {"page": paginator.page(number), "paginator": paginator}
