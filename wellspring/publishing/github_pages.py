"""Publish a built folder to a GitHub Pages branch, and prove that it arrived.

The publish command calls `publish`. It refuses first, also
a folder that is not what its manifest says, then looks at what is live, lets
ghp-import make the commit, compares that commit with the folder file by file, pushes on
condition that nobody else has published meanwhile, and reads the branch back.
"""

from dataclasses import dataclass
from pathlib import Path

from wellspring.audit.manifest import check_report
from wellspring.errors import PublishError
from wellspring.publishing import git, listing
from wellspring.publishing.address import pages_address
from wellspring.publishing.gate import PagesTarget, folder_refusals
from wellspring.publishing.remote import Remote, look, open_remote
from wellspring.publishing.workshop import REMOTE, commit, fetch, push, workshop

__all__ = ["PagesTarget", "PublishReport", "publish"]


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What publishing did. `commit` is None if the live site was this one already."""

    target: PagesTarget
    commit: str | None
    difference: listing.Difference
    address: str | None

    def __str__(self) -> str:
        """Say it to the author."""
        where = f" at {self.address}" if self.address else ""
        if self.commit is None:
            return f"Nothing has changed: {self.target} has this site already{where}."
        counts = ", ".join(
            f"{len(getattr(self.difference, kind))} {kind}"
            for kind in ("added", "changed", "removed")
        )
        return f"Published to {self.target} ({counts}){where}."


def publish(output: Path, target: PagesTarget, repository: Path, message: str) -> PublishReport:
    """Make the target branch hold exactly this folder; raise PublishError if it is not proven."""
    refusals = folder_refusals(output, target.cname) or check_report(output)
    if refusals:
        raise PublishError("\n".join(refusals))
    remote = open_remote(repository, target)
    address = pages_address(remote.url, target.cname)
    with workshop(repository) as place:
        live = live_listing(place, remote, target)
        wanted = listing.of_folder(output, target.cname)
        difference = listing.compare(live, wanted)
        if live == wanted:
            return PublishReport(target, None, difference, address)
        made = commit(place, output.resolve(), target.branch, target.cname, message)
        require_same(place, made, wanted)
        deliver(place, made, remote, target)
    return PublishReport(target, made, difference, address)


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
