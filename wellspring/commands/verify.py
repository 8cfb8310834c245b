"""Verify: tell whether a built folder still is what the build has proven."""

from pathlib import Path

from wellspring.audit.manifest import check_report, fingerprints
from wellspring.commands.report import complain, counted, say


def verify(output: Path) -> bool:
    """Print everything that differs from the folder's manifest; return whether nothing does."""
    wrongs = check_report(output)
    for wrong in wrongs:
        complain(wrong)
    if not wrongs:
        say(f"{counted(len(fingerprints(output)), 'file')}, each exactly as the build proved it.")
    return not wrongs
