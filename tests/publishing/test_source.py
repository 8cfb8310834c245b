"""What is published from: a clean commit on a branch, in repositories of every shape."""

from pathlib import Path

import pytest

from tests.publishing.conftest import Desk, git, write
from wellspring.errors import PublishError
from wellspring.publishing.source import check_out, only_publisher, read_source


def refusal(folder: Path) -> str:
    with pytest.raises(PublishError) as caught:
        read_source(folder)
    return str(caught.value)


def files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }


def copied(repository: Path, place: Path) -> dict[str, str]:
    place.mkdir()
    return files(check_out(repository, read_source(repository), place))


def test_a_clean_branch(desk: Desk, tmp_path: Path) -> None:
    source = read_source(desk.repository)
    assert source.branch == "main"
    assert source.commit == git(desk.repository, "rev-parse", "HEAD").strip()
    assert copied(desk.repository, tmp_path / "copy") == {"README.md": "A blog"}


def test_what_building_makes_is_no_change(desk: Desk) -> None:
    write(desk.repository, {".build/x": "x", "output/index.html": "x"})
    assert read_source(desk.repository)


def test_ignored_files_are_not_published(desk: Desk, tmp_path: Path) -> None:
    write(desk.repository, {".gitignore": "secret.txt\n", "secret.txt": "x"})
    git(desk.repository, "add", ".gitignore")
    git(desk.repository, "commit", "--quiet", "--message", "Ignore")
    assert "secret.txt" not in copied(desk.repository, tmp_path / "copy")


def test_a_detached_head(desk: Desk) -> None:
    git(desk.repository, "checkout", "--quiet", "--detach")
    assert refusal(desk.repository) == (
        "You are on no branch (a detached HEAD), so nothing would hold what is published. Type "
        "`git switch main`, or `git switch --create NAME` for a new branch, then publish again."
    )


def test_a_detached_head_is_led_to_a_branch_that_there_is(desk: Desk) -> None:
    git(desk.repository, "branch", "--move", "main", "blog")
    git(desk.repository, "checkout", "--quiet", "--detach")
    assert "Type `git switch blog`, or" in refusal(desk.repository)


def test_what_only_a_detached_head_holds_is_kept(desk: Desk) -> None:
    git(desk.repository, "checkout", "--quiet", "--detach")
    write(desk.repository, {"new.md": "New"})
    git(desk.repository, "add", "new.md")
    git(desk.repository, "commit", "--quiet", "--message", "More")
    assert refusal(desk.repository).endswith(
        "Type `git switch --create NAME` for a new branch, which keeps what you have committed "
        "here, then publish again."
    )


def test_nothing_committed(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "fresh")
    assert refusal(tmp_path / "fresh") == (
        "Nothing is committed yet. `git status` lists what is here: write into .gitignore what "
        "nobody else is to see. Then type `git add --all`, then `git commit --message "
        '"What you have changed"`, then publish again.'
    )


def test_no_repository(tmp_path: Path) -> None:
    assert "Publish from the blog's own git repository" in refusal(tmp_path)


def test_a_work_tree_of_another_branch(desk: Desk, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    git(desk.repository, "worktree", "add", "--quiet", "-b", "other", str(tree))
    assert read_source(tree).branch == "other"
    assert copied(tree, tmp_path / "copy") == {"README.md": "A blog"}


def test_a_shallow_clone(desk: Desk, tmp_path: Path) -> None:
    write(desk.repository, {"README.md": "Second"})
    git(desk.repository, "commit", "--quiet", "--all", "--message", "Second")
    git(desk.repository, "push", "--quiet", "origin", "main")
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", desk.remote.as_uri(), str(clone))
    assert git(clone, "rev-parse", "--is-shallow-repository") == "true\n"
    assert copied(clone, tmp_path / "copy") == {"README.md": "Second"}


def test_a_blog_in_a_folder_of_its_repository(desk: Desk, tmp_path: Path) -> None:
    write(desk.repository, {"blog/x.md": "x"})
    git(desk.repository, "add", "--all")
    git(desk.repository, "commit", "--quiet", "--message", "A blog below")
    assert copied(desk.repository / "blog", tmp_path / "copy") == {"x.md": "x"}


def test_the_authors_repository_is_only_read(desk: Desk, tmp_path: Path) -> None:
    before = desk.own_refs(), sorted((desk.repository / ".git").rglob("*"))
    copied(desk.repository, tmp_path / "copy")
    assert (desk.own_refs(), sorted((desk.repository / ".git").rglob("*"))) == before


def test_one_publisher_at_a_time_in_a_clone_and_its_work_trees(desk: Desk, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    git(desk.repository, "worktree", "add", "--quiet", "-b", "other", str(tree))
    with only_publisher(desk.repository):
        for folder in (desk.repository, tree):
            with pytest.raises(PublishError) as caught, only_publisher(folder):
                pass
            assert str(caught.value) == (
                "Somebody is publishing from this folder already. Wait until that has ended, "
                "then publish again."
            )
    with only_publisher(tree):
        pass
