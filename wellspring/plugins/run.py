"""Run Pelican within this process, so that nothing it only logs goes unnoticed.

Pelican logs an error and carries on when a plugin cannot be registered or an
article cannot be read, and ends with success. Here every warning and error it
logs is kept, and ends the build. Called by the build command.
"""

import locale
import logging
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from pelican import Pelican
from pelican.generators import PelicanTemplateNotFound
from pelican.log import console
from pelican.settings import read_settings

from wellspring.building.settings_file import FAULTS, forget_settings
from wellspring.errors import ContentError, SettingsError
from wellspring.plugins import all_plugins, name_of_plugin
from wellspring.plugins.resident import forget_content

# Said without the text that holds the link; the audit names both.
DEAD_LINK = re.compile(r"Unable to find '.*', skipping url replacement\.", re.DOTALL)


class Listener(logging.Handler):
    """Keeps the messages of everything that Pelican warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record's message, and the exception that Pelican was catching, if any."""
        message = record.getMessage()
        if DEAD_LINK.fullmatch(message):
            return
        caught = sys.exc_info()[1]
        if caught:
            message = f"{message}: {caught}"
        self.messages.append(message)


@contextmanager
def listening() -> Iterator[Listener]:
    """Hear everything that is logged within the block; what is printed goes nowhere else.

    Pelican also sets the process's locale; it is put back, because every program
    that is started afterwards would speak in it.
    """
    listener = Listener()
    root = logging.getLogger()
    quiet, console.quiet = console.quiet, True
    before, root.handlers = root.handlers, [listener]
    spoken = locale.setlocale(locale.LC_ALL)
    try:
        yield listener
    finally:
        root.handlers = before
        locale.setlocale(locale.LC_ALL, spoken)
        console.quiet = quiet


def load_settings(file: Path, **override: Any) -> dict[str, Any]:  # noqa: ANN401 - Pelican's settings
    """Read a Pelican settings file as Pelican does. Raises SettingsError for what it warns of."""
    if not file.is_file():
        raise SettingsError(
            f"{file}: there is no such settings file. Build from the blog's own folder."
        )
    forget_settings(file.parent)
    with listening() as listener:
        try:
            settings = dict(read_settings(str(file), override=override))
        except FAULTS as error:
            line = getattr(error, "lineno", None)
            raise SettingsError(
                f"{file.name}:{line or 1}: {error}. Mend the settings file."
            ) from error
    refuse(listener, SettingsError)
    return settings


def run_pelican(settings: dict[str, Any]) -> None:
    """Build into settings["OUTPUT_PATH"]. Raises ContentError with all that Pelican logged."""
    refuse_missing_plugins(settings["PLUGINS"])
    with listening() as listener:
        try:
            Pelican(settings).run()
        except TemplateError as error:
            raise ContentError(template_message(error, Path(settings["THEME"]))) from error
        except (PelicanTemplateNotFound, RuntimeError) as error:
            raise ContentError(f"{error}. The build stopped there.") from error
        finally:
            forget_content()
    refuse(listener, ContentError)


def refuse_missing_plugins(plugins: list[object]) -> None:
    """Raise if one of our own plugins was taken out of the settings."""
    given = set(map(name_of_plugin, plugins))
    if missing := [name for name in all_plugins() if name not in given]:
        raise SettingsError(
            f"pelicanconf.py: PLUGINS lacks {', '.join(missing)}, and pages would go out without "
            "their disclaimers. Write `PLUGINS = all_plugins()`, or add yours to that list."
        )


def refuse(listener: Listener, error: type[ContentError | SettingsError]) -> None:
    """Raise if anything was logged."""
    if listener.messages:
        raise error("\n".join(f"Pelican: {message}" for message in listener.messages))


def template_message(error: TemplateError, theme: Path) -> str:
    """Name the template and line of an error in a template."""
    file, line = str(theme), 1
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or file, error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.endswith(".html"):
            file, line = frame.filename, frame.lineno or 1
    shown = (
        Path(file).relative_to(theme.parent) if Path(file).is_relative_to(theme.parent) else file
    )
    return f"{shown}:{line}:1: {(error.message or '').rstrip('.')}. Mend the template."
