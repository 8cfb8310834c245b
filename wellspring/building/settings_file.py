"""A settings file, run as Pelican runs it but without Pelican, which takes longer to start.

Called by the adapter that lets Pelican read settings, and by last.py, which asks whether anything
has changed before Pelican is started.
"""

import importlib.util
import sys
from pathlib import Path

from wellspring.building.fingerprint import PROGRAM, digest_of
from wellspring.errors import SettingsError

# What a file can raise that is no settings file; Pelican's reader raises the same.
FAULTS = (SyntaxError, NameError, ImportError, TypeError, ValueError)


def values_of(file: Path) -> dict[str, object]:
    """Return the settings that a file sets. Raises one of FAULTS, and what the file itself does."""
    forget_settings(file.parent)
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise SettingsError(f"{file}: this is no Python file. Name one that ends in `.py`.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    forget_settings(file.parent)
    return {name: value for name, value in vars(module).items() if name.isupper()}


def forget_settings(folder: Path) -> None:
    """Let settings files import one another anew: Python would give them what it read before.

    That may be an older version of the file, or one of another blog.
    """
    found = (file.stem for file in folder.glob("*conf.py"))
    for name in ("pelicanconf", "publishconf", *found):
        sys.modules.pop(name, None)


def name_of_code(root: Path) -> bytes:
    """Return a name for the blog's own Python code: beside its settings, or imported by them."""
    files = {*root.glob("*.py")}
    for module in list(sys.modules.values()):
        file = Path(getattr(module, "__file__", None) or "")
        if file.suffix == ".py" and is_own(file, root):
            files.add(file)
    return digest_of(*(file.read_bytes() for file in sorted(files) if file.is_file()))


def is_own(file: Path, root: Path) -> bool:
    """Tell whether a module is of the blog: neither this program nor an installed package."""
    below = file.is_relative_to(root) and not file.is_relative_to(PROGRAM)
    return below and "site-packages" not in file.parts
