"""Style guide: write every component of the theme with its examples, light beside dark."""

import re
from pathlib import Path

from markupsafe import Markup

from wellspring.commands.report import say
from wellspring.plugins.examples import open_theme, render_examples
from wellspring.plugins.run import load_settings
from wellspring.plugins.style import read_stylesheet

LIGHT = re.compile(r":root\{(?P<tokens>[^}]*)\}")
DARK = re.compile(r"@media screen and \(prefers-color-scheme:dark\)\{:root\{(?P<tokens>[^}]*)\}\}")


def styleguide(settings_file: Path, folder: Path) -> Path:
    """Write the style guide into a folder; return its page."""
    settings = load_settings(settings_file)
    examples = render_examples(dict(settings))
    environment, _ = open_theme(dict(settings))
    sheet = both_schemes(read_stylesheet(Path(settings["THEME"])))
    page = folder / "index.html"
    folder.mkdir(parents=True, exist_ok=True)
    text = environment.get_template("styleguide.html").render(examples=examples, sheet=sheet)
    page.write_text(text, encoding="utf-8")
    components = len({example.component for example in examples})
    say(f"Wrote {len(examples)} examples of {components} components. Open {page} in a browser.")
    return page


def both_schemes(sheet: str) -> Markup:
    """Return the sheet with both schemes as classes, whatever the reader's computer prefers."""
    light, dark = LIGHT.search(sheet), DARK.search(sheet)
    if light is None or dark is None:
        raise LookupError("base/style.css has no light or no dark colours")
    without = DARK.sub("", sheet)
    return Markup(  # noqa: S704 - our own theme's styles
        f"{without}.light{{{light['tokens']}}}.dark{{{light['tokens']};{dark['tokens']}}}"
    )
