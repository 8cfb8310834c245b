"""The address that readers type follows from the remote or the custom domain."""

from pathlib import Path

import pytest

from tests.publishing.conftest import Desk, git
from wellspring.errors import SettingsError
from wellspring.publishing.address import pages_address, remote_url, site_address


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/robin/blog.git", "https://robin.github.io/blog"),
        ("https://github.com/robin/blog", "https://robin.github.io/blog"),
        ("https://github.com/robin/blog/", "https://robin.github.io/blog"),
        ("https://token@github.com/robin/blog.git", "https://robin.github.io/blog"),
        ("https://robin:token@github.com/robin/blog.git", "https://robin.github.io/blog"),
        ("git@github.com:robin/blog.git", "https://robin.github.io/blog"),
        ("git@github.com:robin/blog", "https://robin.github.io/blog"),
        ("ssh://git@github.com/robin/blog.git", "https://robin.github.io/blog"),
        ("ssh://git@ssh.github.com:443/robin/blog.git", "https://robin.github.io/blog"),
        ("https://github.com/Robin/Blog.git", "https://robin.github.io/Blog"),
        ("https://github.com/robin/robin.github.io.git", "https://robin.github.io"),
        ("git@github.com:Robin/robin.github.io.git", "https://robin.github.io"),
        ("https://github.com/robin/my.blog.git", "https://robin.github.io/my.blog"),
        ("https://github.com/robin/someone.github.io", "https://robin.github.io/someone.github.io"),
        ("https://gitlab.com/robin/blog.git", None),
        ("https://github.com.example.org/robin/blog.git", None),
        ("https://example.org/github.com/robin/blog", None),
        ("https://github.com/robin", None),
        ("https://github.com/robin/blog/tree/main", None),
        ("../blog.git", None),
        ("/srv/git/blog.git", None),
        ("", None),
        (None, None),
    ],
)
def test_address_from_remote(remote: str | None, address: str | None) -> None:
    assert pages_address(remote, None) == address


@pytest.mark.parametrize("remote", [None, "https://github.com/robin/blog.git"])
def test_custom_domain_wins(remote: str | None) -> None:
    assert pages_address(remote, "blog.example.org") == "https://blog.example.org"


def test_empty_domain_is_none() -> None:
    assert pages_address("git@github.com:robin/blog.git", "") == "https://robin.github.io/blog"


def test_remote_url_is_what_git_pushes_to(desk: Desk) -> None:
    git(desk.repository, "remote", "set-url", "--push", "origin", "git@github.com:robin/blog.git")
    assert remote_url(desk.repository, "origin") == "git@github.com:robin/blog.git"
    assert site_address(desk.repository, "origin", "") == "https://robin.github.io/blog"
    assert site_address(desk.repository, "origin", "blog.example.org") == "https://blog.example.org"


@pytest.mark.parametrize("name", ["upstream", "--all", ""])
def test_no_such_remote(desk: Desk, name: str) -> None:
    assert remote_url(desk.repository, name) is None
    with pytest.raises(SettingsError, match="the live site's address is not known"):
        site_address(desk.repository, name, "")


def test_no_repository(tmp_path: Path) -> None:
    assert remote_url(tmp_path, "origin") is None
    assert remote_url(tmp_path / "missing", "origin") is None
