"""Links: list the outside addresses of texts and house rules, or ask whether they still work.

The build checks every link within the site, and the form of outside ones, without a network.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from wellspring.checking.addresses import outside_addresses
from wellspring.commands.report import complain, counted, say
from wellspring.errors import WellspringError
from wellspring.model.finding import Finding, Severity
from wellspring.model.place import Place
from wellspring.plugins.run import load_settings
from wellspring.plugins.settings import Settings
from wellspring.publishing.web import PAUSE, Answer, Asker, ask, ask_all
from wellspring.text.library import read_library

REMEMBERED = timedelta(days=14)
MOST = 500
GONE = (404, 410)
OK_BELOW = 300
ADVICE = "Open it in a browser to see."


def list_links(settings_file: Path) -> None:
    """Print every outside address with the first place that it is written at."""
    places = find(settings_file)
    for address, where in sorted(places.items()):
        say(f"{where[0]}: {address}")
    say(f"Outside addresses: {len(places)}. `invoke links --external` asks them.")


def ask_links(
    settings_file: Path, cache: Path, today: date, asker: Asker = ask, pause: float = PAUSE
) -> bool:
    """Ask the outside addresses, say which do not work, and return whether none is dead.

    Those that worked are remembered in `cache` for two weeks; at most 500 are asked in a run.
    Raises WellspringError when nothing at all could be reached.
    """
    places = find(settings_file)
    known = recall(cache, today)
    waiting = [address for address in sorted(places) if address not in known]
    answers = ask_all(waiting[:MOST], asker, pause)
    if answers and all(answer.trouble for answer in answers.values()):
        raise WellspringError(
            f"no outside address could be reached ({next(iter(answers.values())).trouble}). "
            "Check that this computer is online, then try again."
        )
    findings = sorted(judge_all(places, answers))
    good = [address for address, answer in answers.items() if not judge(address, answer)]
    remember(cache, known | dict.fromkeys(good, today.isoformat()))
    for finding in findings:
        complain(str(finding))
    say(summary(len(answers), len(known.keys() & places), len(waiting) - len(answers), findings))
    return not any(finding.severity == "error" for finding in findings)


def find(settings_file: Path) -> dict[str, list[Place]]:
    """Return the outside addresses of a blog's texts and house rules."""
    settings = load_settings(settings_file)
    content = Path(settings["PATH"])
    editorial = content.parent / Settings.from_pelican(settings).editorial
    return outside_addresses(read_library(content), editorial)


def judge_all(
    places: Mapping[str, list[Place]], answers: Mapping[str, Answer]
) -> Iterator[Finding]:
    """Yield a finding for every place of an address that did not answer as it should."""
    for address, answer in answers.items():
        if verdict := judge(address, answer):
            for place in places[address]:
                yield Finding(place, verdict[1], severity=verdict[0])


def judge(address: str, answer: Answer) -> tuple[Severity, str] | None:
    """Return how bad an answer is and what to say; None for a page that is there."""
    if answer.status in GONE:
        return "error", f"`{address}` is gone ({answer.status}). Link to where it is now."
    if answer.trouble:
        return "warning", f"`{address}` could not be reached ({answer.trouble}). {ADVICE}"
    if answer.status >= OK_BELOW:
        return "warning", f"`{address}` answers programs with {answer.status}. {ADVICE}"
    if urlsplit(address).path.strip("/") and not urlsplit(answer.final).path.strip("/"):
        lost = f"`{address}` now leads to the front page {answer.final}"
        return "warning", f"{lost}. Link to where the page is now."
    return None


def recall(cache: Path, today: date) -> dict[str, str]:
    """Return the addresses that worked within two weeks, with the day; a bad cache holds none."""
    try:
        days = json.loads(cache.read_text(encoding="utf-8"))
        fresh = {
            str(address): str(day)
            for address, day in days.items()
            if timedelta() <= today - date.fromisoformat(day) < REMEMBERED
        }
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
    return fresh


def remember(cache: Path, known: Mapping[str, str]) -> None:
    """Write the cache in one step."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    new = cache.with_suffix(".new")
    new.write_text(json.dumps(known, indent=0, sort_keys=True), encoding="utf-8")
    new.replace(cache)


def summary(asked: int, known: int, left: int, findings: list[Finding]) -> str:
    """Return the closing line."""
    errors = sum(finding.severity == "error" for finding in findings)
    rest = f" {left} more are asked next time: type the command again." if left else ""
    return (
        f"Outside addresses: {asked} asked, {known} known to work; "
        f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}.{rest}"
    )
