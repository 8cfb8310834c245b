"""Check: say what is wrong with settings, content and house style, without building."""

from pathlib import Path

from wellspring.checking.rules import check_rules
from wellspring.commands.report import complain, counted, say
from wellspring.model.finding import Finding
from wellspring.plugins.run import load_settings
from wellspring.plugins.site import open_from_settings


def check(settings_file: Path) -> bool:
    """Print every finding; return whether there is no error among them.

    Raises ContentError or HouseStyleError for what would stop a build.
    """
    site = open_from_settings(load_settings(settings_file))
    findings = list(site.warnings) + [
        finding
        for post in site.library.posts.values()
        for finding in check_rules(post, site.house.rules)
    ]
    for finding in findings:
        complain(str(finding))
    say(summary(len(site.library.posts), findings))
    return not any(finding.severity == "error" for finding in findings)


def summary(posts: int, findings: list[Finding]) -> str:
    """Return the closing line."""
    errors = sum(finding.severity == "error" for finding in findings)
    others = len(findings) - errors
    return (
        f"Checked {counted(posts, 'article')}: {counted(errors, 'error')}, "
        f"{counted(others, 'other finding')}."
    )
