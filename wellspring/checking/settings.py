"""What a blog sets for its own checks: editorial/check.toml, by path; called by `check`.

A rule that guards readers' safety cannot be switched off, only answered for at each place.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

from wellspring.errors import HouseStyleError
from wellspring.house.table import Table
from wellspring.model.finding import Finding, Severity
from wellspring.model.rule import Rule
from wellspring.text.suggest import did_you_mean

NAME = "check.toml"
# The keys under which a path's rules are given another severity.
LEVELS: Mapping[str, Severity] = MappingProxyType(
    {"errors": "error", "warnings": "warning", "suggestions": "suggestion"}
)


@dataclass(frozen=True, slots=True)
class PathSetting:
    """What holds for the texts whose paths match: rules left out, rules of another severity."""

    pattern: str
    off: frozenset[str]
    severity: dict[str, Severity]


def load_settings(root: Path, rules: Iterable[Rule]) -> tuple[PathSetting, ...]:
    """Load editorial/check.toml at `root`, editorial/; a blog may do without.

    Raises HouseStyleError with every wrong key.
    """
    file = root / NAME
    if not file.is_file():
        return ()
    by_id = {rule.id: rule for rule in rules}
    path = file.relative_to(root.parent).as_posix()
    table = Table(path, file.read_text(encoding="utf-8"), "check")
    found = tuple(read_setting(part, by_id) for part in table.rows("paths"))
    if findings := table.close():
        raise HouseStyleError("\n".join(str(finding) for finding in sorted(findings)))
    return found


def read_setting(table: Table, rules: dict[str, Rule]) -> PathSetting:
    """Read one `[[paths]]`."""
    off = table.texts("off")
    table.text("because")
    check_known(table, "off", off, rules)
    for id_ in off:
        if id_ in rules and rules[id_].reviewer:
            table.report(
                "off",
                f"`{id_}` guards readers’ safety and cannot be switched off. Answer for it where "
                "it is found: `<!-- check: ignore … because …, reviewed by … -->`.",
            )
    levels: dict[str, Severity] = {}
    for key, severity in LEVELS.items():
        ids = table.texts(key)
        check_known(table, key, ids, rules)
        for id_ in ids:
            if severity != "error" and id_ in rules and rules[id_].reviewer:
                table.report(key, f"`{id_}` guards readers’ safety and stays an error.")
        levels |= dict.fromkeys(ids, severity)
    return PathSetting(table.text("path"), frozenset(off), levels)


def check_known(table: Table, key: str, ids: Iterable[str], known: Collection[str]) -> None:
    """Report ids that no rule has."""
    for id_ in ids:
        if id_ not in known:
            table.report(key, f"there is no rule `{id_}`. {did_you_mean(id_, known)}")


def apply_settings(
    findings: Iterable[Finding], settings: Iterable[PathSetting], path: str
) -> list[Finding]:
    """Return the findings in a text that its path's settings leave, with their severities."""
    ours = [setting for setting in settings if fnmatchcase(path, setting.pattern)]
    off = frozenset[str]().union(*(setting.off for setting in ours))
    changed = {id_: level for setting in ours for id_, level in setting.severity.items()}
    return [
        replace(finding, severity=changed.get(finding.rule, finding.severity))
        for finding in findings
        if finding.rule not in off
    ]
