"""What was published before, as the branch itself tells it, and the way back to it.

A rollback is one more commit with an earlier tree: nothing is forced, so nothing is lost and the
next publish follows it. Called by the history and rollback commands.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wellspring.audit.manifest import REPORT
from wellspring.errors import PublishError
from wellspring.publishing import git, listing
from wellspring.publishing.gate import PagesTarget
from wellspring.publishing.github_pages import deliver, moved
from wellspring.publishing.remote import Remote, open_remote
from wellspring.publishing.workshop import REMOTE, fetch, workshop

FIELD, RECORD = "\x1f", "\x1e"
FORMAT = f"{FIELD.join(('%H', '%T', '%ct', '%an', '%s', '%b'))}{RECORD}"
SOURCE = re.compile(r"^Source: (?P<commit>[0-9a-f]{7,64})", re.MULTILINE)
PAGES = re.compile(r"^Pages: (?P<pages>\d+)", re.MULTILINE)
ROLLED_BACK = "Roll back to"
SHORT = 10
LEAST_OF_COMMIT = 7


@dataclass(frozen=True, slots=True)
class Published:
    """One publish: its number (1 is what is live), commit, tree, time, and what it was made of."""

    number: int
    commit: str
    tree: str
    when: datetime
    who: str
    title: str
    source: str
    pages: int | None

    def __str__(self) -> str:
        """Say it in a line."""
        made_of = f" from {self.source[:SHORT]}" if self.source else ""
        pages = f", {self.pages} pages" if self.pages is not None else ""
        live = " (live)" if self.number == 1 else ""
        what = f"{self.commit[:SHORT]}{made_of}{pages}  {self.who}: {self.title}{live}"
        return f"{self.number:3}  {self.when:%Y-%m-%d %H:%M} UTC  {what}"


def trailers(source: str, pages: int) -> str:
    """Return the lines of a publish's message that history reads."""
    return f"\n\nSource: {source}\nPages: {pages}\n"


def read_history(repository: Path, target: PagesTarget) -> tuple[Published, ...]:
    """Return all publishes of a branch, what is live first."""
    remote = open_remote(repository, target)
    with workshop(repository) as place:
        return history_of(place, remote, target)


def history_of(place: Path, remote: Remote, target: PagesTarget) -> tuple[Published, ...]:
    """Fetch a branch and return its publishes."""
    if not remote.tip:
        raise PublishError(
            f"{target} has never been published. Type `invoke publish` to do it for the first time."
        )
    fetch(place, remote.url, target.branch, whole=True)
    tip = git.must(place, "rev-parse", "--verify", f"refs/remotes/{REMOTE}/{target.branch}").strip()
    if tip != remote.tip:
        raise PublishError(moved(target))
    log = git.must(place, "log", "--first-parent", f"--format={FORMAT}", tip)
    records = [record.lstrip("\n") for record in log.split(RECORD) if record.strip()]
    return tuple(published(number, record) for number, record in enumerate(records, 1))


def published(number: int, record: str) -> Published:
    """Read one commit."""
    commit, tree, seconds, who, title, body = record.split(FIELD)
    source, pages = SOURCE.search(body), PAGES.search(body)
    return Published(
        number,
        commit,
        tree,
        datetime.fromtimestamp(int(seconds), UTC),
        who,
        title,
        source["commit"] if source else "",
        int(pages["pages"]) if pages else None,
    )


def roll_back(repository: Path, target: PagesTarget, to: str = "") -> tuple[Published, str]:
    """Publish an earlier tree again; return which, and the new commit.

    `to` is a number as history shows them, or the beginning of a commit; without it, it is the
    publish before the live one, unless that would bring back what a rollback has just withdrawn.
    """
    remote = open_remote(repository, target)
    with workshop(repository) as place:
        past = history_of(place, remote, target)
        chosen = choose(past, to or before_live(past))
        if chosen.tree == past[0].tree:
            raise PublishError(f"Number {chosen.number} is what is live already; nothing was done.")
        require_whole(place, chosen, past[0])
        message = (
            f"{ROLLED_BACK} {chosen.commit[:SHORT]} of {chosen.when:%Y-%m-%d %H:%M} UTC"
            f"{trailers(chosen.source, chosen.pages or 0) if chosen.source else ''}"
        )
        made = git.must(
            place, "commit-tree", chosen.tree, "-p", past[0].commit, "-m", message
        ).strip()
        deliver(place, made, remote, target)
    return chosen, made


def before_live(past: tuple[Published, ...]) -> str:
    """Return the number of the publish before the live one, if that is no rollback."""
    if past[0].title.startswith(ROLLED_BACK):
        raise PublishError(
            f"The live site is a rollback already ({past[0].title}); one more step back would "
            "show again what it withdrew. Type `invoke history`, then `invoke rollback --to` and a "
            "number."
        )
    return "2"


def choose(past: tuple[Published, ...], to: str) -> Published:
    """Return the publish that is meant."""
    found = [
        item
        for item in past
        if (to.isdecimal() and len(to) < SHORT and item.number == int(to))
        or (len(to) >= LEAST_OF_COMMIT and item.commit.startswith(to))
    ]
    if len(past) == 1 and not found:
        raise PublishError("Only one publish was made, the live one: there is none to go back to.")
    if len(found) != 1:
        raise PublishError(
            f"There is no publish `{to}`; there are {len(past)}. Type `invoke history` to see them."
        )
    return found[0]


def require_whole(place: Path, chosen: Published, live: Published) -> None:
    """Refuse a tree that is no site of ours, or that has another domain than the live one."""
    files = listing.of_commit(place, chosen.commit)
    if REPORT not in files or "index.html" not in files:
        raise PublishError(
            f"Number {chosen.number} is not a site that was published from here. Type `invoke "
            "history` and choose another."
        )
    if files.get("CNAME") != listing.of_commit(place, live.commit).get("CNAME"):
        raise PublishError(
            f"Number {chosen.number} was published under another domain than the live site's. Mend "
            "the site and publish it, or change WELLSPRING_DOMAIN first."
        )
