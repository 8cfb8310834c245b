"""What is not committed: what there is to type, which takes no secret along."""

import shlex
import subprocess

import pytest

from tests.publishing.conftest import Desk, git, write
from wellspring.errors import PublishError
from wellspring.publishing.source import read_source
from wellspring.publishing.uncommitted import COMMIT, Change, changes_of, what_to_type

THEN = f"then {COMMIT}, then publish again."


def refusal(desk: Desk, folder: str = "") -> str:
    with pytest.raises(PublishError) as caught:
        read_source(desk.repository / folder)
    return str(caught.value)


def new(*paths: str) -> list[Change]:
    return [Change(path, "??") for path in paths]


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("README.md", "README.md"),
        ("content/posts/new.md", "content/posts/new.md"),
        ("content/images/new one.webp", "'content/images/new one.webp'"),
        ("content/posts/Grüße “x”.md", "'content/posts/Grüße “x”.md'"),
        ("editorial/topics/tea.toml", "editorial/topics/tea.toml"),
        (".gitignore", ".gitignore"),
    ],
)
def test_what_is_of_the_blog_is_named_in_the_command(desk: Desk, path: str, word: str) -> None:
    write(desk.repository, {path: "changed"})
    assert refusal(desk) == (
        f"Not committed: {path}. Only what is committed is published. Type `git add {word}`, {THEN}"
    )


@pytest.mark.parametrize(
    "path", ["secret.env", "content/.env", "content/posts/keys.txt", "notes.md", "content/.x/a.md"]
)
def test_what_may_be_a_secret_is_never_in_the_command(desk: Desk, path: str) -> None:
    write(desk.repository, {path: "x", "content/posts/new.md": "x"})
    said = refusal(desk)
    assert said.endswith(
        f" Only what is committed is published. Write {path} into .gitignore if nobody else is to "
        f"see it, or add it too. Then type `git add .gitignore content/posts/new.md`, {THEN}"
    )


def test_only_what_may_be_a_secret() -> None:
    assert what_to_type(new("a.env", "b.env")) == (
        "Write a.env, b.env into .gitignore if nobody else is to see them, or add them too. Then "
        f"type `git add .gitignore`, {THEN}"
    )


def test_many_are_counted_and_added_by_folder(desk: Desk) -> None:
    write(desk.repository, {f"content/posts/{number}.md": "x" for number in range(8)})
    assert refusal(desk) == (
        "Not committed: content/posts/0.md, content/posts/1.md, content/posts/2.md, "
        "content/posts/3.md, content/posts/4.md and 3 more. Only what is committed is published. "
        f"Type `git add content`, {THEN}"
    )
    write(desk.repository, {"README.md": "Changed", "secret.env": "x"})
    assert refusal(desk).endswith(
        "Write secret.env into .gitignore if nobody else is to see it, or add it too. Then type "
        f"`git add --update .`, then `git add .gitignore content`, {THEN}"
    )


def test_a_folder_that_holds_a_secret_is_not_added_whole() -> None:
    texts = [f"content/{number}.md" for number in range(6)]
    assert f"Then type `git add .gitignore {' '.join(texts)}`, then " in what_to_type(
        new(*texts, "content/x.env")
    )


def test_what_is_added_already_needs_no_command(desk: Desk) -> None:
    write(desk.repository, {"content/posts/new.md": "x"})
    git(desk.repository, "add", "content")
    git(desk.repository, "mv", "README.md", "READ ME.md")
    assert refusal(desk) == (
        "Not committed: READ ME.md, content/posts/new.md. Only what is committed is published. "
        f"Type {COMMIT}, then publish again."
    )


def test_paths_are_those_of_the_folder_one_is_in(desk: Desk) -> None:
    write(desk.repository, {"blog/content/posts/new.md": "x", "beside.env": "x"})
    assert refusal(desk, "blog").startswith(
        "Not committed: content/posts/new.md. Only what is committed is published. Type `git add "
        "content/posts/new.md`, "
    )


def test_where_a_file_was_before_is_no_change_of_its_own() -> None:
    found = list(changes_of("R  new.md\0ab c.md\0 M x.md\0", ""))
    assert found == [Change("new.md", "R "), Change("x.md", " M")]


def test_what_is_said_does_it(desk: Desk) -> None:
    git(desk.repository, "rm", "--quiet", "--cached", "README.md")
    git(desk.repository, "reset", "--quiet")
    (desk.repository / "README.md").unlink()
    write(desk.repository, {"content/posts/it’s new.md": "x", "secret.env": "x"})
    write(desk.repository, {".gitignore": "secret.env\n"})
    *commands, _ = (part for part in refusal(desk).split("`")[1::2])
    for command in (*commands, 'git commit --quiet --message "All"'):
        subprocess.run(shlex.split(command), cwd=desk.repository, check=True)
    assert read_source(desk.repository)
    assert "secret.env" not in git(desk.repository, "ls-files")
