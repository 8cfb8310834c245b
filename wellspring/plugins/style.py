"""The theme's styles: read from its components, cut down to what each page uses; called by theme.

A page carries its styles within itself, so what it does not use is weight for its readers.
"""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from lightningcss import process_stylesheet
from markupsafe import Markup

from wellspring.errors import ContentError
from wellspring.model.place import Place

COMPONENTS = Path("templates") / "components"
STYLE_ERROR = re.compile(r".*?failed: (?P<what>.+) at .*:(?P<line>\d+):(?P<column>\d+)")
SELECTED = re.compile(r"\.([A-Za-z_][\w-]*)")
CARRIED = 'class="'


@dataclass(slots=True)
class Stylesheet:
    """The whole sheet, and the smaller ones made of it, by the classes that they leave out."""

    text: str
    made: dict[frozenset[str], Markup] = field(default_factory=dict)
    classes: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.classes = frozenset(SELECTED.findall(self.text))

    def for_page(self, body: str) -> Markup:
        """Return the styles that a page's body can use."""
        _, *after = body.split(CARRIED)
        values = {rest[: rest.find('"')] for rest in after}
        unused = self.classes - {name for value in values for name in value.split()}
        if unused not in self.made:
            smaller = process_stylesheet(self.text, unused_symbols=set(unused), minify=True)
            self.made[unused] = Markup(smaller)  # noqa: S704 - our own theme's styles
        return self.made[unused]


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
