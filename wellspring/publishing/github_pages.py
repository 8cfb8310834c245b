"""Publish a built folder to a GitHub Pages branch, and prove that it arrived.

The publish command calls `publish`. It refuses first, also
a folder that is not what its manifest says, then looks at what is live, lets
ghp-import make the commit, compares that commit with the folder file by file, pushes on
condition that nobody else has published meanwhile, and reads the branch back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.audit.manifest import REPORT, check_report
from wellspring.errors import PublishError
from wellspring.publishing import git, listing
from wellspring.publishing.address import pages_address
from wellspring.publishing.contents import content_refusals
from wellspring.publishing.gate import PagesTarget, folder_refusals, walk
from wellspring.publishing.plan import Articles, Plan, articles_of, farewells, notes_on, pages
from wellspring.publishing.remote import Remote, look, open_remote
from wellspring.publishing.workshop import REMOTE, commit, fetch, push, workshop

__all__ = ["PagesTarget", "PublishReport", "Wish", "publish"]


@dataclass(frozen=True, slots=True)
class Wish:
    """How to publish: only saying what would be done, taking over a branch that is not ours.

    `allow_deletes` pages may go; `agree` is asked before anything is done.
    """

    dry_run: bool = False
    replace: bool = False
    allow_deletes: int = 0
    agree: Callable[[Plan], bool] = field(default=lambda _plan: True)


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What publishing did. `commit` is None if the live site was this one already, or stays."""

    target: PagesTarget
    commit: str | None
    difference: listing.Difference
    address: str | None
    plan: Plan | None = None

    def __str__(self) -> str:
        """Say it to the author."""
        where = f" at {self.address}" if self.address else ""
        if self.commit is None and self.plan:
            return f"Nothing was published: this was a dry run for {self.target}{where}."
        if self.commit is None:
            return f"Nothing has changed: {self.target} has this site already{where}."
        counts = ", ".join(
            f"{len(getattr(self.difference, kind))} {kind}"
            for kind in ("added", "changed", "removed")
        )
        return f"Published to {self.target} ({counts}){where}."


def publish(
    output: Path, target: PagesTarget, repository: Path, message: str, wish: Wish | None = None
) -> PublishReport:
    """Make the target branch hold exactly this folder; raise PublishError if it is not proven."""
    wish = wish or Wish()
    refusals = (
        folder_refusals(output, target.cname) or content_refusals(output) or check_report(output)
    )
    if refusals:
        raise PublishError("\n".join(refusals))
    remote = open_remote(repository, target)
    address = pages_address(remote.url, target.cname)
    with workshop(repository) as place:
        live = live_listing(place, remote, target)
        require_ours(live, target, wish)
        wanted = listing.of_folder(output, target.cname)
        difference = listing.compare(live, wanted)
        if live == wanted:
            return PublishReport(target, None, difference, address)
        plan = make_plan(place, remote, target, difference, output)
        plan.require_few_deletions(wish.allow_deletes)
        if not wish.agree(plan):
            raise PublishError("Nothing was published, as you have said.")
        if wish.dry_run:
            return PublishReport(target, None, difference, address, plan)
        made = commit(place, output.resolve(), target.branch, target.cname, message)
        require_same(place, made, wanted)
        deliver(place, made, remote, target)
    return PublishReport(target, made, difference, address, plan)


def make_plan(
    place: Path, remote: Remote, target: PagesTarget, difference: listing.Difference, output: Path
) -> Plan:
    """Return what publishing would do."""
    before: Articles = {}
    live_pages = 0
    if remote.tip:
        before = articles_of(git.ask(place, "show", f"{remote.tip}:{REPORT}").output)
        live_pages = len(pages(listing.of_commit(place, remote.tip)))
    after = articles_of((output / REPORT).read_text(encoding="utf-8"))
    size = sum((output / path).stat().st_size for path in walk(output))
    notes = (*notes_on(before, after), *farewells(before, difference.removed))
    return Plan(str(target), difference, live_pages, notes, size)


def require_ours(live: dict[str, str], target: PagesTarget, wish: Wish) -> None:
    """Refuse a branch that holds something which no publish of ours has put there."""
    if live and REPORT not in live and not wish.replace:
        raise PublishError(
            f"{target} holds something that was not published from here ({min(live)} and "
            f"{len(live) - 1} more). If this site is to take its place, type "
            "`invoke publish --replace`; if not, choose another branch with `--branch NAME`."
        )


def live_listing(place: Path, remote: Remote, target: PagesTarget) -> dict[str, str]:
    """Fetch what is live and list it. Raises PublishError if its custom domain would be lost."""
    if not remote.tip:
        return {}
    fetch(place, remote.url, target.branch)
    tip = git.must(place, "rev-parse", "--verify", f"refs/remotes/{REMOTE}/{target.branch}").strip()
    if tip != remote.tip:
        raise PublishError(moved(target))
    live = listing.of_commit(place, tip)
    if "CNAME" in live and not target.cname:
        domain = git.must(place, "show", f"{tip}:CNAME").strip()
        raise PublishError(
            f"{target} carries the custom domain {domain}, which publishing would take away. Write "
            f'WELLSPRING_DOMAIN = "{domain}" in publishconf.py, then publish again.'
        )
    return live


def require_same(place: Path, made: str, wanted: dict[str, str]) -> None:
    """Prove that ghp-import's commit is the folder, no file more or less or other."""
    found = listing.of_commit(place, made)
    if found == wanted:
        return
    wrong = listing.compare(found, wanted)
    first = (wrong.added + wrong.changed + wrong.removed)[0]
    raise PublishError(
        f"ghp-import's commit is not the built folder ({first} differs). Nothing was published; "
        "build again and let nothing write to the folder meanwhile, then publish again."
    )


def deliver(place: Path, made: str, remote: Remote, target: PagesTarget) -> None:
    """Push and read back; only what is read back decides, for an answer can be lost on its way."""
    answer = push(place, remote.url, target.branch, made, remote.tip)
    arrived = look(place, target, remote.url).tip
    if arrived == made:
        return
    if arrived != remote.tip:
        raise PublishError(moved(target))
    reason = "it kept its old version" if answer.succeeded else answer.reason
    raise PublishError(
        f"{target.remote} did not take the new {target.branch}: {reason}. The live site is "
        "unchanged; mend that, then publish again."
    )


def moved(target: PagesTarget) -> str:
    """Say that somebody else published at the same time."""
    return (
        f"{target} was changed by somebody else meanwhile, and is left as they made it. Get "
        "their work (`git pull`), then publish again."
    )
