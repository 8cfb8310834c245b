"""Know where GitHub Pages will show the site; publishconf.py, publish and doctor ask."""

import re
from pathlib import Path

from wellspring.errors import PublishError, SettingsError
from wellspring.publishing import git

GITHUB = re.compile(
    r"(?:(?:https?|git|ssh)://(?:[^/@]+@)?(?:ssh\.)?github\.com(?::\d+)?/|(?:[^/@:]+@)?github\.com:)"
    r"(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)

LIVE_ADDRESS = re.compile(r"https://[^\s/:]+\.[^\s/]+(?:/[^\s]*)?")


def pages_address(remote: str | None, cname: str | None) -> str | None:
    """Return the site's address without a final slash, or None if it cannot be known.

    Two of GitHub's rules: the repository `owner.github.io` is the owner's whole site,
    any other one is a folder of it. A custom domain replaces both.
    """
    if cname:
        return f"https://{cname}"
    found = GITHUB.fullmatch(remote or "")
    if not found:
        return None
    host = f"{found['owner'].lower()}.github.io"
    return f"https://{host}" if found["name"].lower() == host else f"https://{host}/{found['name']}"


def site_address(folder: Path, remote: str, domain: str) -> str:
    """Return the site's address as the domain or the remote gives it.

    Raises SettingsError when neither does.
    """
    address = pages_address(remote_url(folder, remote), domain)
    if not address:
        raise SettingsError(
            "publishconf.py: the live site's address is not known, and every link and feed needs "
            "it. Write your domain as WELLSPRING_DOMAIN, or set the environment variable SITEURL "
            "to an address that starts with https://."
        )
    return address


def require_address(address: str) -> None:
    """Refuse an address that readers cannot reach: this computer, or one without https."""
    if not LIVE_ADDRESS.fullmatch(address):
        raise PublishError(
            f"SITEURL is `{address}`, where readers cannot safely reach the site. Set the "
            "environment variable SITEURL to an address that starts with https://, or unset it."
        )


def remote_url(folder: Path, remote: str) -> str | None:
    """Return the address that a repository's remote pushes to, if there is such a remote."""
    answer = git.ask(folder, "remote", "get-url", "--push", "--", remote)
    return answer.output.strip() if answer.succeeded else None
