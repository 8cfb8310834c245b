"""Explain: print which disclaimers articles must carry, and why, without building."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wellspring.commands.report import complain, say
from wellspring.errors import ContentError
from wellspring.model.disclaimer import Decision, Reason
from wellspring.model.finding import Finding
from wellspring.plugins.run import load_settings
from wellspring.plugins.site import read_from_settings
from wellspring.text.suggest import did_you_mean, did_you_mean_file

FORMATS = ("text", "json")


def explain(settings_file: Path, pattern: str, format_: str) -> None:
    """Print the decision on each article that `pattern` names.

    `pattern` is a file, a folder or a shell pattern, relative to the blog's folder or
    absolute. Raises ContentError when it names no article, or one with mistakes, or the format is
    none. Mistakes elsewhere are mentioned.
    """
    if format_ not in FORMATS:
        raise ContentError(f"there is no format `{format_}`. {did_you_mean(format_, FORMATS)}")
    site, findings = read_from_settings(load_settings(settings_file))
    asked = choose(list(site.library.posts), pattern, settings_file.parent)
    own = [finding for finding in findings if finding.place.path in asked]
    wrong = {finding.place.path for finding in own}
    if decisions := [(path, site.decisions[path]) for path in asked if path not in wrong]:
        say(as_json(decisions) if format_ == "json" else as_text(decisions))
    mention(finding for finding in findings if finding not in own)
    if own:
        raise ContentError("\n".join(str(finding) for finding in own))


def as_json(decisions: Iterable[tuple[str, Decision]]) -> str:
    """Return decisions for other programs."""
    return json.dumps([as_data(*pair) for pair in decisions], ensure_ascii=False, indent=2)


def as_text(decisions: Iterable[tuple[str, Decision]]) -> str:
    """Return decisions for people."""
    return "\n".join(line for pair in decisions for line in lines(*pair))


def mention(findings: Iterable[Finding]) -> None:
    """Say in one line which files have mistakes that nobody has asked about."""
    first, *others = dict.fromkeys(finding.place.path for finding in findings) or [""]
    if first:
        files = f"{first} and {len(others)} more have" if others else f"{first} has"
        complain(
            f"Besides, {files} mistakes, for which nothing is built. `invoke check` says which."
        )


def choose(known: list[str], pattern: str, root: Path) -> list[str]:
    """Return the articles that a pattern names."""
    path = Path(pattern)
    given = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    chosen = [
        post
        for post in known
        if post == given or Path(post).match(given) or post.startswith(f"{given.rstrip('/')}/")
    ]
    if not chosen:
        folders = {Path(post).parent.as_posix() for post in known}
        raise ContentError(
            f"{pattern}: there is no such article. {did_you_mean_file(given, {*known, *folders})}"
        )
    return chosen


def lines(path: str, decision: Decision) -> Iterable[str]:
    """Return the lines that explain one article."""
    yield path
    for requirement in decision.requirements:
        yield f"  {requirement.disclaimer.id}: “{requirement.disclaimer.title}”"
        yield from (f"    {reason}" for reason in requirement.reasons)
    for note in decision.drug_notes:
        yield f"  drug {note.drug.id} (line {note.line}): {note.text}"
    for line in decision.crisis_lines:
        yield f"  crisis line {line.id}: {line.name}, {line.call or line.url}"
    for waived in decision.waived:
        waiver = waived.waiver
        yield f"  waived: {waiver.disclaimer}. {waiver.who}: {waiver.reason}"
        yield from (f"    {reason}" for reason in waived.requirement.reasons)


def as_data(path: str, decision: Decision) -> dict[str, Any]:
    """Return one article's decision for other programs."""
    return {
        "path": path,
        "disclaimers": [
            {"id": item.disclaimer.id, "reasons": [reason_data(why) for why in item.reasons]}
            for item in decision.requirements
        ],
        "crisis_lines": [line.id for line in decision.crisis_lines],
        "drugs": [{"id": note.drug.id, "line": note.line} for note in decision.drug_notes],
        "review_days": decision.review_days,
        "waived": [
            {
                "id": item.waiver.disclaimer,
                "reason": item.waiver.reason,
                "who": item.waiver.who,
                "reasons": [reason_data(why) for why in item.requirement.reasons],
            }
            for item in decision.waived
        ],
    }


def reason_data(reason: Reason) -> dict[str, Any]:
    """Return one reason for other programs; line 0 is a reason that has no line."""
    return {"kind": reason.kind, "why": reason.why, "line": reason.line}
