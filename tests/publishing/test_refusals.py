"""What publishing refuses, in the words an author reads; neither end is changed by it."""

from pathlib import Path

import pytest

from tests.publishing.conftest import Desk, git, write
from wellspring.audit.manifest import write_report
from wellspring.errors import PublishError
from wellspring.publishing.github_pages import PagesTarget, publish


def test_domain_set_on_the_web_is_not_taken_away(desk: Desk) -> None:
    desk.publish()
    desk.push_by_another({"CNAME": "blog.example\n"})
    assert desk.refusal() == (
        "origin/gh-pages carries the custom domain blog.example, which publishing would take away. "
        'Write WELLSPRING_DOMAIN = "blog.example" in publishconf.py, then publish again.'
    )


def test_empty_output(desk: Desk, tmp_path: Path) -> None:
    desk.publish()
    (tmp_path / "empty").mkdir()
    empty = Desk(desk.repository, tmp_path / "empty", desk.remote)
    assert empty.refusal() == (
        f"{empty.output}: the folder is empty; publishing it would empty the live site. "
        "Build the site again with `python3 blog.py build`."
    )


def test_the_repository_itself_is_no_output(desk: Desk) -> None:
    itself = Desk(desk.repository, desk.repository, desk.remote)
    assert f"{desk.repository}/.git: a hidden file is not for readers" in itself.refusal()


def test_links_and_hidden_files_are_named_together(desk: Desk) -> None:
    (desk.output / "private.txt").symlink_to(desk.repository / "README.md")
    write(desk.output, {".env": "secret"})
    assert desk.refusal() == (
        f"{desk.output}/.env: a hidden file is not for readers, and may hold secrets. Delete it.\n"
        f"{desk.output}/private.txt: a link would publish what it points to. Put the file itself "
        "there, or delete it."
    )


@pytest.mark.parametrize("branch", ["main", "master"])
def test_source_branches(desk: Desk, branch: str) -> None:
    git(desk.repository, "checkout", "--quiet", "--detach")
    assert desk.refusal(branch=branch) == (
        f"{branch} is where a blog's sources live; the built site would replace it. "
        "Publish to gh-pages or the like."
    )


def test_checked_out_branch(desk: Desk) -> None:
    git(desk.repository, "checkout", "--quiet", "-b", "gh-pages")
    assert desk.refusal() == (
        "gh-pages is the branch that you are working on; the built site would replace it. "
        "Publish to gh-pages or the like."
    )


def test_default_branch_of_the_remote(desk: Desk) -> None:
    git(desk.repository, "push", "--quiet", "origin", "main:trunk")
    git(desk.remote, "symbolic-ref", "HEAD", "refs/heads/trunk")
    assert desk.refusal(branch="trunk") == (
        "trunk is the branch that origin hands out by default; the built site would replace it. "
        "Publish to gh-pages or the like."
    )


@pytest.mark.parametrize("branch", ["-f", "a b", "a..b", ""])
def test_no_name_of_a_branch(desk: Desk, branch: str) -> None:
    assert desk.refusal(branch=branch) == (
        f"`{branch}` cannot be a branch's name. Publish to a branch such as gh-pages."
    )


def test_no_such_remote(desk: Desk) -> None:
    assert desk.refusal(remote="web") == (
        "There is no remote called web. Add it with "
        "`git remote add web https://github.com/YOU/BLOG.git`, then publish again."
    )


def test_unreachable_remote(desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "gone.git"
    git(desk.repository, "remote", "set-url", "origin", str(gone))
    assert desk.refusal() == (
        f"origin cannot be reached: '{gone}' does not appear to be a git repository. Check its "
        "address (`git remote -v`) and your connection, then publish again."
    )


def test_no_repository(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    write_report(desk.output, "https://x.example", ())
    with pytest.raises(PublishError) as caught:
        publish(desk.output, PagesTarget(), tmp_path / "plain", "x")
    assert str(caught.value) == (
        f"{tmp_path / 'plain'}: git cannot work there: not a git repository (or any of the parent "
        "directories): .git. Publish from the blog's own git repository (`git init` makes one)."
    )


def test_a_folder_that_was_changed_after_its_build(desk: Desk) -> None:
    write_report(desk.output, "https://x.example", ())
    write(desk.output, {"posts/one.html": "<!doctype html><title>Another</title>"})
    with pytest.raises(PublishError) as caught:
        publish(desk.output, PagesTarget(), desk.repository, "x")
    assert str(caught.value) == (
        f"{desk.output}/posts/one.html: it was changed after the build had audited it. "
        "Build the site again with `python3 blog.py build`."
    )
    assert "gh-pages" not in desk.remote_refs()


@pytest.mark.parametrize(
    ("key", "example"), [("user.name", '"Your Name"'), ("user.email", "you@example.org")]
)
def test_no_identity(desk: Desk, tmp_path: Path, key: str, example: str) -> None:
    git(tmp_path, "config", "--file", str(tmp_path / "gitconfig"), "--unset", key)
    assert desk.refusal() == (
        f"git does not know who publishes. Run `git config --global {key} {example}`, "
        "then publish again."
    )
