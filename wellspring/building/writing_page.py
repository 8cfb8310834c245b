"""A page to write articles on in a browser: its files, and what its editor is told of this blog.

Called by the plugin, for a site that has the page switched on, and by `invoke write`, for this
computer. The page stands in a folder of its own and shares nothing with the pages of readers. Its
fields follow from the schema and the house style; the editor is Sveltia CMS, in the theme's write/.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from wellspring.checking.form import Choices, collection_of
from wellspring.checking.schema import SCHEMAS
from wellspring.errors import SettingsError
from wellspring.house.style import HouseStyle

FOLDER = "write"
PAGE = f"{FOLDER}/index.html"
EDITOR = "sveltia-cms.js"
FILES = (
    "index.html",
    "write.css",
    "write.js",
    "front-matter.js",
    "material-symbols.woff2",
    "material-symbols-LICENSE.txt",
    EDITOR,
    "sveltia-cms-LICENSE.txt",
)
# Whoever signs in gives the editor the right to write, so it must be the one that was tried.
EDITOR_SHA256 = "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a"


def write_page(folder: Path, theme: Path, config: Mapping[str, Any]) -> None:
    """Write the page, its scripts and what its editor is told into a folder.

    Raises SettingsError when the editor is not the one that was tried.
    """
    source = theme / FOLDER
    editor = source / EDITOR
    if not editor.is_file() or hashlib.sha256(editor.read_bytes()).hexdigest() != EDITOR_SHA256:
        raise SettingsError(
            f"{editor}: this is not the editor that was tried with this blog. Put the file back "
            "as git has it."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copyfile(source / name, folder / name)
    text = json.dumps(config, ensure_ascii=False, indent=1)
    (folder / "config.json").write_text(f"{text}\n", encoding="utf-8")


def config_of(repository: str, house: HouseStyle, authors: Iterable[str]) -> dict[str, Any]:
    """Return what the editor is told: where the texts are kept, and their fields.

    `repository` is that on GitHub, `owner/name`.
    """
    choices = choices_of(house, authors)
    return {
        # The other way to sign in needs a server of one's own (docs/writing-in-the-browser.md).
        "backend": {"name": "github", "repo": repository, "auth_methods": ["token"]},
        "load_config_file": False,
        "app_title": "Write",
        "media_folder": "content/images",
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [collection_of(kind, choices) for kind in SCHEMAS],
    }


def choices_of(house: HouseStyle, authors: Iterable[str]) -> Choices:
    """Return what there is to choose from, by key: pairs of what is shown and what is written."""
    return {
        "Author": [(name, name) for name in sorted(authors)],
        "Category": [(name, name) for name in sorted(house.categories)],
        "Disclaimer": [(it.title, id_) for id_, it in sorted(house.disclaimers.items())],
    }
