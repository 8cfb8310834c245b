"""The few settings that checking needs, read from pelicanconf.py without running it.

Starting Pelican takes longer than checking a text. A settings file that computes one of these is
run by Pelican after all. Called by check.
"""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wellspring.errors import SettingsError

NAMES = {
    "PATH": "content",
    "WELLSPRING_EDITORIAL": "editorial",
    "WELLSPRING_REGIONS": ["US"],
    "DEFAULT_LANG": "en",
}


@dataclass(frozen=True, slots=True)
class Light:
    """Where content and house style are, and whom the blog is for."""

    content: Path
    editorial: Path
    regions: tuple[str, ...]
    language: str


def read_light(file: Path) -> Light:
    """Read a settings file. Raises SettingsError when it cannot be read."""
    if not file.is_file():
        raise SettingsError(
            f"{file}: there is no such settings file. Start from the blog's own folder."
        )
    values = literals(file)
    if values is None:
        values = run_settings(file)
    content = file.parent / values["PATH"]
    return Light(
        content,
        content.parent / values["WELLSPRING_EDITORIAL"],
        tuple(values["WELLSPRING_REGIONS"]),
        values["DEFAULT_LANG"],
    )


def literals(file: Path) -> dict[str, Any] | None:
    """Return the settings as they are written, or None if one of them is computed."""
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (SyntaxError, UnicodeDecodeError):
        return None
    values: dict[str, Any] = dict(NAMES)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(name.name == "*" for name in node.names):
            return None
        if assigned(node) & NAMES.keys():
            value = literal(node)
            if value is None:
                return None
            values |= dict.fromkeys(assigned(node) & NAMES.keys(), value)
    return values


def assigned(node: ast.AST) -> set[str]:
    """Return the names that a statement gives a value."""
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign | ast.AugAssign):
        targets = [node.target]
    else:
        return set()
    return {
        part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)
    }


def literal(node: ast.AST) -> Any:  # noqa: ANN401 - whatever a setting is
    """Return the value that a plain assignment writes out, or None if it is computed."""
    plain = isinstance(node, ast.AnnAssign) or (
        isinstance(node, ast.Assign) and all(isinstance(it, ast.Name) for it in node.targets)
    )
    try:
        return ast.literal_eval(getattr(node, "value", None) or ast.Name("x")) if plain else None
    except ValueError:
        return None


def run_settings(file: Path) -> dict[str, Any]:
    """Return the settings as Pelican reads them."""
    from wellspring.plugins.run import load_settings
    from wellspring.plugins.settings import Settings

    settings = load_settings(file)
    ours = Settings.from_pelican(settings)
    return {
        "PATH": settings["PATH"],
        "WELLSPRING_EDITORIAL": ours.editorial,
        "WELLSPRING_REGIONS": ours.regions,
        "DEFAULT_LANG": settings["DEFAULT_LANG"],
    }
