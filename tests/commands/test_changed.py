"""`invoke check --since`: only what touches a line that was changed since a revision."""

from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.publishing.conftest import git
from tests.small_rules import give_rules
from wellspring.commands.changed import changed_lines, only_changed
from wellspring.commands.check import Options, check
from wellspring.errors import UsageError
from wellspring.model.finding import Finding
from wellspring.model.place import Place

Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A git that knows no settings of this computer."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    begin(root)
    (root / "one.md").write_text("One.\nTwo.\nThree.\n", encoding="utf-8")
    commit(root)
    return root


def begin(root: Path) -> None:
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Robin Example")
    git(root, "config", "user.email", "robin@x.example")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "All")


def finding(line: int, path: str = "one.md", end: int = 0) -> Finding:
    return Finding(Place(path, line), "No.", end=Place(path, end) if end else None)


def test_nothing_changed_is_no_line(repository: Path) -> None:
    assert changed_lines(repository, "main") == {}


def test_changed_and_new_lines_are_named(repository: Path) -> None:
    (repository / "one.md").write_text("One.\n2.\nThree.\nFour.\nFive.\n", encoding="utf-8")
    assert changed_lines(repository, "HEAD") == {"one.md": [range(2, 3), range(4, 6)]}


def test_what_is_committed_since_counts_too(repository: Path) -> None:
    (repository / "one.md").write_text("1.\nTwo.\nThree.\n", encoding="utf-8")
    commit(repository)
    assert changed_lines(repository, "HEAD") == {}
    assert changed_lines(repository, "HEAD~1") == {"one.md": [range(1, 2)]}


def test_a_removed_line_changes_no_other(repository: Path) -> None:
    (repository / "one.md").write_text("One.\nThree.\n", encoding="utf-8")
    lines = changed_lines(repository, "main")
    assert only_changed([finding(1), finding(2)], lines) == []


@pytest.mark.parametrize("name", ["new.md", "a new one.md", "ünï.md", "deep/er/new.md"])
def test_a_new_file_counts_whole(repository: Path, name: str) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / name).write_text("One.\n", encoding="utf-8")
    assert only_changed([finding(1, name), finding(500, name)], changed_lines(repository, "main"))
    commit(repository)
    lines = changed_lines(repository, "HEAD~1")
    assert only_changed([finding(1, name), finding(2, name)], lines) == [finding(1, name)]


def test_an_ignored_file_is_not_new(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    (repository / "x.tmp").write_text("One.\n", encoding="utf-8")
    assert set(changed_lines(repository, "main")) == {".gitignore"}


def test_a_blog_below_the_repository_has_paths_of_its_own(repository: Path) -> None:
    (repository / "blog").mkdir()
    (repository / "blog" / "two.md").write_text("One.\n", encoding="utf-8")
    commit(repository)
    (repository / "blog" / "two.md").write_text("One.\nTwo.\n", encoding="utf-8")
    (repository / "one.md").write_text("1.\n", encoding="utf-8")
    assert changed_lines(repository / "blog", "main") == {"two.md": [range(2, 3)]}


@pytest.mark.parametrize(
    ("found", "stays"),
    [
        (finding(3), False),
        (finding(4), True),
        (finding(5), True),
        (finding(6), False),
        (finding(2, end=4), True),
        (finding(5, end=9), True),
        (finding(2, end=3), False),
        (finding(4, "two.md"), False),
    ],
)
def test_a_finding_stays_if_it_touches_a_changed_line(found: Finding, *, stays: bool) -> None:
    assert only_changed([found], {"one.md": [range(4, 6)]}) == [found] * stays


@pytest.mark.parametrize("revision", ["nope", "HEAD~99", "one.md..", ""])
def test_a_revision_that_is_none_is_refused(repository: Path, revision: str) -> None:
    with pytest.raises(UsageError) as raised:
        changed_lines(repository, revision)
    assert str(raised.value) == (
        f"`{revision}` is no revision that git knows here. Try `--since main`."
    )


@pytest.mark.parametrize(
    ("branches", "revision", "advice"),
    [
        (["origin/main", "work"], "main", "Try `--since origin/main`."),
        (["upstream/main", "work"], "main", "Try `--since upstream/main`."),
        (["trunk", "origin/main"], "trnk", "Try `--since trunk`."),
        (["trunk", "origin/main"], "nope", "Try `--since origin/main`."),
        (["trunk", "master"], "main", "Try `--since master`."),
        (["trunk"], "main", "Try `--since HEAD`."),
        ([], "main", "Nothing is committed yet: leave `--since` out."),
    ],
)
def test_a_revision_that_there_is_is_named(
    repository: Path, branches: list[str], revision: str, advice: str
) -> None:
    for branch in branches:
        name = f"refs/remotes/{branch}" if "/" in branch else f"refs/heads/{branch}"
        git(repository, "update-ref", name, "main")
    git(repository, "symbolic-ref", "HEAD", f"refs/heads/{(branches or ['fresh'])[-1]}")
    if branches and "/" in branches[-1]:
        git(repository, "symbolic-ref", "HEAD", f"refs/heads/{branches[0]}")
    git(repository, "update-ref", "-d", "refs/heads/main")
    with pytest.raises(UsageError) as raised:
        changed_lines(repository, revision)
    assert str(raised.value) == (f"`{revision}` is no revision that git knows here. {advice}")


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        changed_lines(tmp_path, "main")
    assert str(raised.value) == (
        "`--since` asks git what has changed, and git keeps nothing here. Leave it out."
    )


def test_check_shows_only_what_is_new(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog)
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, f"{text}\nIt cures.\n")
    begin(blog.root)
    commit(blog.root)
    blog.write(POST, f"{text}\nIt cures.\n\nA cure.\n")
    blog.write("content/pages/new.md", "Title: New\n\nIt cures.\n")
    assert check(settings, Options(since="main")) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if "claim-cure" in line] == [
        "content/pages/new.md:3:4: warning: “cures” is wrong. Mend it. [claim-cure]",
        f"{POST}:12:3: warning: “cure” is wrong. Mend it. [claim-cure]",
    ]


@pytest.mark.parametrize("setting", ["diff.noprefix", "diff.mnemonicPrefix"])
def test_how_git_likes_to_show_changes_makes_no_difference(repository: Path, setting: str) -> None:
    git(repository, "config", setting, "true")
    (repository / "one.md").write_text("One.\n++ b/two.md\nThree.\n4.\n", encoding="utf-8")
    lines = changed_lines(repository, "main")
    assert lines == {"one.md": [range(2, 3), range(4, 5)]}


def test_a_revision_that_looks_like_a_flag_is_none(repository: Path) -> None:
    with pytest.raises(UsageError):
        changed_lines(repository, f"--output={repository / 'stolen'}")
    assert not (repository / "stolen").exists()


def test_odd_names_of_new_files_are_known(repository: Path) -> None:
    (repository / 'a "b".md').write_text("One.\n", encoding="utf-8")
    assert list(changed_lines(repository, "main")) == ['a "b".md']
