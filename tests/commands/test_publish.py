"""Publishing as an author does it: from the blog's folder to a remote, and what is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Blog
from wellspring.commands import progress
from wellspring.commands.past import history, rollback
from wellspring.commands.publish import Options, publish
from wellspring.errors import ContentError, PublishError, SettingsError

ADDRESS = "https://reader.example/blog"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Blog:
    """A blog in a git repository with a bare remote, and nobody's own git settings."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("SITEURL", ADDRESS)
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    git(blog.root, "init", "--quiet", "--initial-branch=main")
    git(blog.root, "config", "user.name", "Robin Example")
    git(blog.root, "config", "user.email", "robin@reader.example")
    git(blog.root, "remote", "add", "origin", str(remote))
    git(blog.root, "add", ".")
    git(blog.root, "commit", "--quiet", "--message", "Start")
    git(blog.root, "push", "--quiet", "origin", "main")
    return blog


def remote_of(blog: Blog) -> Path:
    return blog.root.parent / "remote.git"


def published(blog: Blog) -> list[str]:
    return git(remote_of(blog), "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


def save(blog: Blog, message: str = "Change") -> None:
    """Commit all that has changed, as publish wants it."""
    git(blog.root, "add", "--all")
    git(blog.root, "commit", "--quiet", "--message", message)


def refs(blog: Blog) -> str:
    return git(remote_of(blog), "for-each-ref")


def test_what_is_built_is_what_is_live(
    repository: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    before = git(repository.root, "for-each-ref")
    publish(repository.root, repository.root / "publishconf.py")
    names = published(repository)
    assert ".nojekyll" in names
    assert "posts/questions-about-ketamine.html" in names
    assert not [name for name in names if "wellspring" in name]
    page = git(remote_of(repository), "show", "gh-pages:posts/questions-about-ketamine.html")
    assert 'data-disclaimer="crisis"' in page
    assert ADDRESS in page
    assert "localhost" not in page
    assert git(repository.root, "for-each-ref") == before
    assert "Published to" in capsys.readouterr().out


def test_who_waits_for_the_build_is_told(
    repository: Blog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "is_watched", lambda: True)
    publish(repository.root, repository.root / "publishconf.py", Options(dry_run=True))
    commit = git(repository.root, "rev-parse", "HEAD")
    assert f"Building what is committed, {commit[:7]}…\n" in capsys.readouterr().err
    assert refs(repository).count("gh-pages") == 0


def test_what_python_leaves_beside_the_settings_is_no_change(
    repository: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    repository.write("helpers/__pycache__/shout.cpython-311.pyc", "x")
    publish(repository.root, repository.root / "publishconf.py")
    assert list((repository.root / "__pycache__").glob("pelicanconf.*.pyc"))
    assert not [path for path in published(repository) if "__pycache__" in path]


def test_publishing_twice_makes_one_commit(
    repository: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(repository.root, repository.root / "publishconf.py")
    before = refs(repository)
    publish(repository.root, repository.root / "publishconf.py")
    assert refs(repository) == before
    assert "Nothing has changed" in capsys.readouterr().out


def test_a_domain_is_written_and_wins(repository: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITEURL")
    file = repository.root / "publishconf.py"
    text = file.read_text(encoding="utf-8").replace(
        'WELLSPRING_DOMAIN = ""', 'WELLSPRING_DOMAIN = "reader.example"'
    )
    file.write_text(text, encoding="utf-8")
    save(repository)
    publish(repository.root, file)
    assert git(remote_of(repository), "show", "gh-pages:CNAME") == "reader.example"
    assert "https://reader.example/posts/" in git(
        remote_of(repository), "show", "gh-pages:sitemap.xml"
    )


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://reader.example"])
def test_an_address_that_readers_cannot_reach_is_refused(
    repository: Blog, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("SITEURL", address)
    before = refs(repository)
    with pytest.raises(PublishError) as raised:
        publish(repository.root, repository.root / "publishconf.py")
    assert str(raised.value) == (
        f"SITEURL is `{address}`, where readers cannot safely reach the site. Set the "
        "environment variable SITEURL to an address that starts with https://, or unset it."
    )
    assert refs(repository) == before


def test_an_address_that_nobody_gave_is_refused(
    repository: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITEURL")
    with pytest.raises(SettingsError) as raised:
        publish(repository.root, repository.root / "publishconf.py")
    assert str(raised.value) == (
        "publishconf.py: the live site's address is not known, and every link and feed needs "
        "it. Write your domain as WELLSPRING_DOMAIN, or set the environment variable SITEURL "
        "to an address that starts with https://."
    )


def test_words_that_could_hurt_are_not_published(repository: Blog) -> None:
    repository.write(
        "content/posts/harm.md",
        "Title: Harm\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Sleep\n\n"
        "The treatment is without risks.\n",
    )
    before = refs(repository)
    with pytest.raises(PublishError, match="mend the errors above"):
        publish(repository.root, repository.root / "publishconf.py")
    assert refs(repository) == before


HARM = (
    "Title: Harm\nDate: 2025-01-01\nAuthor: Robin Example\nCategory: Sleep\nStatus: draft\n\n"
    "The treatment is without risks.\n"
)


def test_an_unfinished_draft_keeps_no_correction_offline(
    repository: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("content/posts/harm.md", HARM)
    repository.write("content/pages/later-harm.md", f"Title: Later\nStatus: draft\n\n{HARM[-32:]}")
    save(repository)
    publish(repository.root, repository.root / "publishconf.py")
    out = capsys.readouterr().out
    assert out.startswith("Checked 11 texts. Not in the way: ")
    assert (
        "\n2 drafts have 2 errors, which `invoke check` shows; drafts are not published.\n"
        "Built 23 pages for "
    ) in out
    assert "content/posts/" not in out
    assert not [path for path in published(repository) if "harm" in path]


def test_an_article_with_another_name_is_told_of_its_old_address(
    repository: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(repository.root, repository.root / "publishconf.py")
    posts = repository.root / "content/posts"
    (posts / "a-quiet-evening.md").rename(posts / "a-calm-evening.md")
    save(repository)
    capsys.readouterr()
    publish(repository.root, repository.root / "publishconf.py")
    assert (
        "Whoever has the address of posts/a-quiet-evening.html would find nothing there. If the "
        "article has another one now, write `Aliases: /posts/a-quiet-evening.html` into it."
    ) in capsys.readouterr().out


def test_a_page_without_its_notice_is_not_published(repository: Blog) -> None:
    publish(repository.root, repository.root / "publishconf.py")
    before = refs(repository)
    template = repository.root / "theme/templates/article.html"
    lines = template.read_text(encoding="utf-8").splitlines()
    repository.write(
        "theme/templates/article.html", "\n".join(x for x in lines if "notices" not in x)
    )
    save(repository)
    with pytest.raises(ContentError, match="has no notices, and must carry"):
        publish(repository.root, repository.root / "publishconf.py")
    assert refs(repository) == before


def test_the_source_branch_is_never_a_target(repository: Blog) -> None:
    file = repository.root / "publishconf.py"
    text = file.read_text(encoding="utf-8").replace('"gh-pages"', '"main"')
    file.write_text(text, encoding="utf-8")
    save(repository)
    before = refs(repository)
    with pytest.raises(PublishError, match="main"):
        publish(repository.root, file)
    assert refs(repository) == before


def typed(blog: Blog, *words: str) -> tuple[int, str, str]:
    """Type a task as an author does; return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=blog.root,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_dry_run_says_what_would_be_done(repository: Blog) -> None:
    before = refs(repository)
    code, out, err = typed(repository, "publish", "--dry-run")
    assert (code, err) == (0, "")
    assert "Plan for origin/gh-pages: pages 23 added, 0 changed, 0 removed;" in out
    assert out.endswith("Nothing was published: this was a dry run for origin/gh-pages.\n")
    assert refs(repository) == before


def test_what_is_not_committed_is_one_sentence_and_exit_1(repository: Blog) -> None:
    repository.write("content/posts/new.md", "Title: New\nDate: 2025-01-01\nAuthor: Robin Example\n"
                     "Category: Sleep\n\nWords.\n")  # fmt: skip
    before = refs(repository)
    code, _, err = typed(repository, "publish")
    assert code == 1
    assert err == (
        "Not committed: content/posts/new.md. Only what is committed is published. Type `git add "
        'content/posts/new.md`, then `git commit --message "What you have changed"`, then '
        "publish again.\n"
    )
    assert refs(repository) == before


def test_what_git_ignores_is_not_published(repository: Blog) -> None:
    repository.write(".gitignore", "content/posts/secret.md\n")
    save(repository)
    text = (repository.root / "content/posts/a-quiet-evening.md").read_text(encoding="utf-8")
    repository.write("content/posts/secret.md", text.replace("A quiet evening", "A secret"))
    publish(repository.root, repository.root / "publishconf.py")
    assert "posts/a-quiet-evening.html" in published(repository)
    assert "posts/secret.html" not in published(repository)


def test_each_publish_names_its_source_and_can_be_undone(repository: Blog) -> None:
    source = git(repository.root, "rev-parse", "HEAD")
    assert typed(repository, "publish", "--yes")[0] == 0
    first = refs(repository)
    file = repository.root / "content/posts/a-quiet-evening.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nMore words.\n", encoding="utf-8")
    save(repository)
    assert typed(repository, "publish", "--yes")[0] == 0
    assert "More words." in git(
        remote_of(repository), "show", "gh-pages:posts/a-quiet-evening.html"
    )
    code, out, _ = typed(repository, "history")
    assert code == 0
    assert out.splitlines()[0].endswith("Publish Wellspring (live)")
    assert f" from {source[:10]}, 23 pages" in out.splitlines()[1]
    code, out, _ = typed(repository, "rollback")
    assert code == 0
    assert "shows the site of" in out
    assert "More words." not in git(
        remote_of(repository), "show", "gh-pages:posts/a-quiet-evening.html"
    )
    assert refs(repository) != first
    assert typed(repository, "rollback", "--to", "9")[::2] == (
        1,
        "There is no publish `9`; there are 3. Type `invoke history` to see them.\n",
    )


def test_who_only_reads_or_goes_back_needs_no_address(
    repository: Blog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = repository.root / "publishconf.py"
    publish(repository.root, settings)
    monkeypatch.delenv("SITEURL")
    capsys.readouterr()
    history(repository.root, settings)
    assert capsys.readouterr().out.endswith("Robin Example: Publish Wellspring (live)\n")
    with pytest.raises(PublishError, match="Only one publish was made"):
        rollback(repository.root, settings, "2")
    assert "SITEURL" not in os.environ


def test_two_at_once_end_in_one_site(repository: Blog) -> None:
    command = [sys.executable, "-m", "invoke", "publish", "--yes"]
    both = [
        subprocess.Popen(command, cwd=repository.root, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in both]
    codes = sorted(process.returncode for process in both)
    if codes == [0, 1]:
        assert any("Somebody is publishing from this folder already." in words for words in said)
    assert codes[0] == 0
    assert git(remote_of(repository), "rev-list", "--count", "gh-pages") == "1"


def test_another_branch_by_hand(repository: Blog) -> None:
    assert typed(repository, "publish", "--branch", "preview-pages")[0] == 0
    assert "preview-pages" in refs(repository)
    assert "gh-pages" not in refs(repository)
