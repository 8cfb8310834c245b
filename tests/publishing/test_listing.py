"""A folder and a commit are listed alike, by two ways that share no code."""

from pathlib import Path

from tests.publishing.conftest import Desk, git, write
from wellspring.publishing.listing import Difference, blob_id, compare, of_commit, of_folder


def test_blob_id_is_git_s(desk: Desk) -> None:
    assert blob_id(b"A blog") == git(desk.repository, "rev-parse", "HEAD:README.md").strip()


def test_folder_and_commit_are_listed_alike(desk: Desk) -> None:
    write(desk.repository, {"ü b/c\td.html": "x", ".nojekyll": ""})
    git(desk.repository, "add", "--all")
    git(desk.repository, "commit", "--quiet", "--message", "More")
    listed = of_commit(desk.repository, "HEAD")
    folder = desk.repository.parent / "folder"
    write(folder, {"README.md": "A blog", "ü b/c\td.html": "x"})
    assert of_folder(folder, None) == listed


def test_the_domain_is_part_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert of_folder(tmp_path / "site", "blog.example") == {
        ".nojekyll": blob_id(b""),
        "CNAME": blob_id(b"blog.example"),
    }


def test_a_link_in_a_commit_equals_no_file(desk: Desk) -> None:
    (desk.repository / "README.md").unlink()
    (desk.repository / "README.md").symlink_to("A blog")
    git(desk.repository, "commit", "--quiet", "--all", "--message", "Link")
    assert of_commit(desk.repository, "HEAD") == {"README.md": "120000 " + blob_id(b"A blog")}


def test_compare() -> None:
    live = {"same": "1", "old": "1", "gone": "1"}
    assert compare(live, {"same": "1", "old": "2", "new": "1"}) == Difference(
        added=("new",), changed=("old",), removed=("gone",)
    )
