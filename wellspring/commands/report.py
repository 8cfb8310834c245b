"""How commands speak: plain lines on standard output, problems on standard error."""

import errno
import os
import re
import sys
import traceback
from contextlib import suppress
from types import TracebackType
from typing import TextIO

from wellspring.errors import WellspringError

# `path:line:column: severity: message`, as findings are written.
PLACED = re.compile(
    r"^(?P<place>[^\s:][^:\n]*:\d+(?::\d+)?:)(?: (?P<kind>error|warning|suggestion):)?",
    re.MULTILINE,
)
STYLES = {None: "red", "error": "red", "warning": "yellow", "suggestion": "blue"}
FULL = (errno.ENOSPC, errno.EDQUOT)


def say(message: str) -> None:
    """Print a line; a terminal that cannot show a character gets a stand-in."""
    write(sys.stdout.encoding, message, error=False)


def complain(message: str) -> None:
    """Print a problem."""
    write(sys.stderr.encoding, message, error=True)


def counted(number: int, noun: str) -> str:
    """Return `1 error` or `2 errors`, for nouns that only take an s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def write(encoding: str | None, message: str, *, error: bool) -> None:
    """Print to one of the two streams in what its encoding can say; in colour on a terminal."""
    name = encoding or "utf-8"
    text = message.encode(name, "replace").decode(name)
    stream = sys.stderr if error else sys.stdout
    try:
        if stream.isatty() and "NO_COLOR" not in os.environ:
            write_in_colour(text, stream)
        else:
            print(text, file=stream, flush=True)
    except BrokenPipeError:
        silence(stream)


def silence(stream: TextIO) -> None:
    """Send a stream nowhere: who read it (`| head`) has gone, and the work goes on.

    Source: https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def write_in_colour(message: str, stream: TextIO) -> None:
    """Print with places and kinds of findings coloured, and code words bold; nothing is wrapped.

    The letters are the same as without colour, so what is copied from a terminal is whole.
    """
    from rich.console import Console
    from rich.text import Text

    text = Text(message)
    for match in PLACED.finditer(message):
        text.stylize("bold", *match.span("place"))
        text.stylize(f"bold {STYLES[match['kind']]}", *match.span("kind" if match["kind"] else 0))
    text.highlight_regex(r"`[^`\n]+`", "cyan")
    Console(file=stream, highlight=False, soft_wrap=True).print(text)


def close_output() -> None:
    """Write no more: whoever read it, such as `head`, has enough and is gone.

    https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def explain_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one sentence what stopped a command; installed as sys.excepthook by tasks.py.

    A WellspringError is an author's to mend and says so by itself. Anything
    else is a fault of the program: its place is named, for a report.
    """
    frames = traceback.extract_tb(trace)
    if issubclass(kind, BrokenPipeError):
        close_output()
    elif issubclass(kind, KeyboardInterrupt):
        complain("Stopped.")
    elif isinstance(error, WellspringError):
        complain(str(error))
    elif isinstance(error, OSError) and error.errno in FULL:
        complain("The disk is full; nothing was changed. Free some space, then try again.")
    else:
        place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
        complain(
            f"{place}{kind.__name__}: {error}. This is a fault in the program, not in your text; "
            "nothing was changed. Please report it with this line."
        )
