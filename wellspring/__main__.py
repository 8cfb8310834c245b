"""`python -m wellspring check PATHS…`: check texts without Invoke; for editors and git hooks."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from wellspring.commands import report
from wellspring.commands.check import MISUSED, SEVERITIES, Options, check
from wellspring.commands.formats import FORMATS
from wellspring.errors import UsageError


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    name, *rest = arguments or [""]
    if name != "check":
        report.complain("Type `python -m wellspring check PATHS`; `--help` says what it takes.")
        return MISUSED
    given = parser().parse_intermixed_args(rest)
    options = Options(
        tuple(given.paths), given.format, given.severity, given.fix, given.baseline, given.since
    )
    try:
        return check(Path.cwd() / given.settings, options)
    except UsageError as error:
        report.complain(str(error))
        return MISUSED


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    command = argparse.ArgumentParser(prog="python -m wellspring check", description=__doc__)
    command.add_argument("paths", nargs="*", help="texts, folders or patterns; none: all")
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument("--severity", choices=SEVERITIES, default="suggestion")
    command.add_argument("--fix", action="store_true")
    command.add_argument("--baseline", default="")
    command.add_argument("--since", default="")
    command.add_argument("--settings", default="pelicanconf.py")
    return command


if __name__ == "__main__":
    sys.excepthook = report.explain_fault
    sys.exit(main(sys.argv[1:]))
