"""Check: say what is wrong with settings, content and house style, without building."""

from pathlib import Path

from wellspring.checking.rules import check_rules
from wellspring.commands.formats import FORMATS, as_github, as_json, findings_of
from wellspring.commands.report import complain, counted, say
from wellspring.errors import ContentError, HouseStyleError
from wellspring.model.finding import Finding
from wellspring.plugins.run import load_settings
from wellspring.plugins.site import open_from_settings
from wellspring.text.suggest import did_you_mean


def check(settings_file: Path, format_: str = "text") -> bool:
    """Print every finding; return whether there is no error among them.

    As text, raises ContentError or HouseStyleError for what would stop a build; for programs
    these are findings like the others.
    """
    if format_ not in FORMATS:
        raise ContentError(f"there is no format `{format_}`. {did_you_mean(format_, FORMATS)}")
    posts = 0
    try:
        posts, findings = look(settings_file)
    except (ContentError, HouseStyleError) as error:
        if format_ == "text":
            raise
        findings = findings_of(error)
    if format_ == "text":
        for finding in findings:
            complain(str(finding))
        say(summary(posts, findings))
    else:
        say(as_json(findings) if format_ == "json" else as_github(findings))
    return not any(finding.severity == "error" for finding in findings)


def look(settings_file: Path) -> tuple[int, list[Finding]]:
    """Return how many articles there are, and what the rules find in them."""
    site = open_from_settings(load_settings(settings_file))
    findings = list(site.warnings) + [
        finding
        for post in site.library.posts.values()
        for finding in check_rules(post, site.house.rules)
    ]
    return len(site.library.posts), findings


def summary(posts: int, findings: list[Finding]) -> str:
    """Return the closing line."""
    errors = sum(finding.severity == "error" for finding in findings)
    others = len(findings) - errors
    return (
        f"Checked {counted(posts, 'article')}: {counted(errors, 'error')}, "
        f"{counted(others, 'other finding')}."
    )
