"""Publishing to remotes on this disk: what arrives, what goes wrong on the way, what stays."""

import stat
import sys
from pathlib import Path

import pytest

from tests.publishing.conftest import SITE, Desk, git, write
from wellspring.errors import PublishError
from wellspring.publishing import github_pages, workshop
from wellspring.publishing.git import Answer


def test_first_publish(desk: Desk) -> None:
    before = desk.own_refs()
    report = desk.publish()
    assert desk.live() == SITE | {".nojekyll": ""}
    assert report.commit == git(desk.remote, "rev-parse", "gh-pages").strip()
    assert str(report) == "Published to origin/gh-pages (5 added, 0 changed, 0 removed)."
    assert desk.own_refs() == before


def test_the_commit_is_the_author_s(desk: Desk) -> None:
    git(desk.repository, "config", "user.name", "Ünal Example")
    desk.publish()
    written = git(desk.remote, "log", "-1", "--format=%cn <%ce>%n%s", "gh-pages")
    assert written == "Ünal Example <robin@example.org>\nPublish a test\n"


def test_second_publish_follows_the_first(desk: Desk) -> None:
    first = desk.publish().commit
    before = desk.own_refs()
    (desk.output / "posts/one.html").unlink()
    write(desk.output, {"index.html": "new", "posts/two.html": "two"})
    report = desk.publish()
    assert desk.live() == {
        ".nojekyll": "",
        "index.html": "new",
        "404.html": SITE["404.html"],
        "posts/two.html": "two",
    }
    assert git(desk.remote, "rev-parse", "gh-pages^").strip() == first
    assert str(report) == "Published to origin/gh-pages (1 added, 2 changed, 1 removed)."
    assert desk.own_refs() == before


def test_unchanged_makes_no_commit(desk: Desk) -> None:
    desk.publish()
    before = desk.remote_refs(), desk.own_refs()
    report = desk.publish()
    assert report.commit is None
    assert str(report) == "Nothing has changed: origin/gh-pages has this site already."
    assert (desk.remote_refs(), desk.own_refs()) == before


def test_domain_is_published_and_kept(desk: Desk) -> None:
    report = desk.publish(cname="blog.example")
    assert desk.live()["CNAME"] == "blog.example"
    assert str(report).endswith(" at https://blog.example.")
    write(desk.output, {"index.html": "new"})
    desk.publish(cname="blog.example")
    assert desk.live()["CNAME"] == "blog.example"
    assert desk.publish(cname="blog.example").commit is None


def test_identity_from_the_environment(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gitconfig").write_text("")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Kit Example")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "kit@example.org")
    desk.publish()
    written = git(desk.remote, "log", "-1", "--format=%cn <%ce>", "gh-pages")
    assert written == "Kit Example <kit@example.org>\n"


@pytest.mark.parametrize("already", [True, False], ids=["later", "first"])
def test_remote_moves_between_look_and_push(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    already: bool,  # noqa: FBT001 - a column
) -> None:
    """The other one's work stays, and no force takes it away."""
    if already:
        desk.publish()
        write(desk.output, {"index.html": "mine"})
    make = workshop.commit

    def commit_while_another_pushes(*arguments: object) -> str:
        made = make(*arguments)  # type: ignore[arg-type]
        if not already:
            git(desk.repository, "push", "--quiet", "origin", "main:gh-pages")
        desk.push_by_another({"theirs.html": "theirs"})
        return made

    monkeypatch.setattr(github_pages, "commit", commit_while_another_pushes)
    with pytest.raises(PublishError) as caught:
        desk.publish()
    assert str(caught.value) == (
        "origin/gh-pages was changed by somebody else meanwhile, and is left as they made it. "
        "Get their work (`git pull`), then publish again."
    )
    assert desk.live()["theirs.html"] == "theirs"
    monkeypatch.undo()


def test_after_another_s_publish(desk: Desk) -> None:
    """A publish that begins later simply follows: the branch holds what was built last."""
    desk.publish()
    desk.push_by_another({"theirs.html": "theirs"})
    desk.publish()
    assert desk.live() == SITE | {".nojekyll": ""}
    assert git(desk.remote, "rev-list", "--count", "gh-pages") == "3\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the hook is a shell script")
def test_hook_rejects(desk: Desk) -> None:
    hook = desk.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'The branch is protected.' >&2\nexit 1\n")
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    assert desk.refusal() == (
        "origin did not take the new gh-pages: The branch is protected. The live site is "
        "unchanged; mend that, then publish again."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the hook is a shell script")
def test_lost_answer_is_no_failure(desk: Desk) -> None:
    """The remote took the push, then its answer was a failure: reading back decides."""
    real = workshop.push

    def push_and_lose_the_answer(*arguments: object) -> Answer:
        real(*arguments)  # type: ignore[arg-type]
        return Answer(succeeded=False, output="", complaint="connection lost")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(github_pages, "push", push_and_lose_the_answer)
        assert desk.publish().commit
    assert desk.live() == SITE | {".nojekyll": ""}


def test_push_that_changed_nothing_is_a_failure(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Answer(succeeded=True, output="", complaint="")
    monkeypatch.setattr(github_pages, "push", lambda *_: answer)
    assert desk.refusal() == (
        "origin did not take the new gh-pages: it kept its old version. The live site is "
        "unchanged; mend that, then publish again."
    )


def test_a_file_changed_while_committing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    make = workshop.commit

    def commit_something_else(*arguments: object) -> str:
        write(desk.output, {"posts/one.html": "changed meanwhile"})
        return make(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(github_pages, "commit", commit_something_else)
    assert desk.refusal() == (
        "ghp-import's commit is not the built folder (posts/one.html differs). Nothing was "
        "published; build again and let nothing write to the folder meanwhile, then publish again."
    )


def test_names_of_every_kind(desk: Desk) -> None:
    odd = {"ein weg/zurück nach “Hause”.html": "ü", "a'b.html": "x", "_drafts/x.html": "x"}
    write(desk.output, odd)
    desk.publish()
    assert desk.live() == SITE | odd | {".nojekyll": ""}


def test_line_ends_stay(desk: Desk, tmp_path: Path) -> None:
    git(tmp_path, "config", "--file", str(tmp_path / "gitconfig"), "core.autocrlf", "true")
    (desk.output / "crlf.txt").write_bytes(b"a\r\nb\r\n")
    desk.publish()
    assert git(desk.remote, "cat-file", "-s", "gh-pages:crlf.txt") == "6\n"


def test_remote_named_from_the_repository(desk: Desk) -> None:
    git(desk.repository, "remote", "set-url", "origin", "../remote.git")
    desk.publish()
    assert desk.live() == SITE | {".nojekyll": ""}


def test_hooks_and_repository_of_the_author_stay_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Started by a git hook, publishing still works in a repository of its own."""
    before = desk.own_refs()
    with monkeypatch.context() as patch:
        patch.setenv("GIT_DIR", str(desk.repository / ".git"))
        patch.setenv("GIT_WORK_TREE", str(desk.repository))
        patch.setenv("GIT_INDEX_FILE", str(desk.repository / ".git/index"))
        desk.publish()
    assert desk.own_refs() == before
    assert desk.live() == SITE | {".nojekyll": ""}


def test_nothing_stays_behind(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "temporary"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))
    desk.publish()
    assert list(work.iterdir()) == []
