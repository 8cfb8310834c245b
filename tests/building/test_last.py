"""What is asked before Pelican starts: whether anything has changed, by hand or by time."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.building.fresh import saver
from tests.conftest import Blog, make_blog
from wellspring.building.last import inputs_of, keep_last, recall_last
from wellspring.building.settings_file import values_of
from wellspring.commands.build import build
from wellspring.commands.outcome import SHOWN, build_changed


@pytest.fixture(scope="module")
def lay_out(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Blog]:
    """What lays out a small blog that the command has built."""
    return saver(make_blog(tmp_path_factory.mktemp("last") / "blog"))


@pytest.fixture
def built(lay_out: Callable[[], Blog]) -> Blog:
    return lay_out()


@pytest.fixture
def settings(built: Blog) -> Path:
    return built.root / "pelicanconf.py"


def is_as_left(settings: Path, output: Path) -> bool:
    inputs = inputs_of(settings, output)
    last = recall_last(settings, output, inputs)
    return last is not None and last.made_from == inputs.name


def test_nothing_has_changed(built: Blog, settings: Path) -> None:
    assert is_as_left(settings, built.output)


def test_what_is_not_the_blogs_does_not_count(built: Blog, settings: Path) -> None:
    built.write("notes.txt", "Mine.")
    built.write(".git/HEAD", "ref: refs/heads/main")
    assert is_as_left(settings, built.output)


@pytest.mark.parametrize(
    "path", ["output/posts/a-quiet-evening.html", "output/strange.txt", "output/feeds/x/y.xml"]
)
def test_a_touched_output_counts(built: Blog, settings: Path, path: str) -> None:
    built.write(path, "Another's.")
    assert not is_as_left(settings, built.output)


def test_a_file_that_is_gone_counts(built: Blog, settings: Path) -> None:
    (built.output / "robots.txt").unlink()
    assert not is_as_left(settings, built.output)


def test_another_output_folder_counts(built: Blog, settings: Path) -> None:
    assert not is_as_left(settings, built.root / "elsewhere")


def test_another_day_counts(built: Blog, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(os.environ["SOURCE_DATE_EPOCH"]) + 86400))
    assert not is_as_left(settings, built.output)


def test_a_setting_from_the_environment_counts(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    file = blog.root / "publishconf.py"
    monkeypatch.setenv("SITEURL", "https://one.example.org")
    build(file, blog.output, inputs=inputs_of(file, blog.output))
    assert is_as_left(file, blog.output)
    monkeypatch.setenv("SITEURL", "https://two.example.org")
    assert not is_as_left(file, blog.output)


def test_the_moment_for_which_a_post_waits_counts(built: Blog, settings: Path) -> None:
    inputs = inputs_of(settings, built.output)
    last = recall_last(settings, built.output, inputs)
    assert last
    assert last.until == 0
    for until, still in ((time.time() + 3600, True), (time.time() - 1, False)):
        keep_last(settings, replace(last, until=until), inputs.content)
        assert is_as_left(settings, built.output) == still


def test_a_post_that_waits_says_until_when(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    blog.write(
        "content/posts/someday.md",
        "Title: Someday\nDate: 2999-02-01\nAuthor: Robin Example\nCategory: Sleep\n"
        "Summary: For later.\n\nIt waits for its day.\n",
    )
    file = blog.root / "publishconf.py"
    monkeypatch.setenv("SITEURL", "https://one.example.org")
    build(file, blog.output, inputs=inputs_of(file, blog.output))
    last = recall_last(file, blog.output, inputs_of(file, blog.output))
    assert last
    assert time.gmtime(last.until)[:3] == (2999, 2, 1)


def test_code_that_settings_import_counts(blog: Blog) -> None:
    blog.write("helpers/__init__.py", "")
    helper = blog.write("helpers/shout.py", "def shout(text):\n    return text.upper()\n")
    file = blog.root / "pelicanconf.py"
    text = "from helpers.shout import shout\nJINJA_FILTERS = {'shout': shout}\n"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    before = inputs_of(file, blog.output)
    assert before == inputs_of(file, blog.output)
    helper.write_text("def shout(text):\n    return text\n", encoding="utf-8")
    assert inputs_of(file, blog.output) != before


def test_settings_that_cannot_be_read_are_the_builds_to_name(blog: Blog) -> None:
    blog.write("pelicanconf.py", "SITENAME = ")
    assert inputs_of(blog.root / "pelicanconf.py", blog.output).name == b""


def test_a_text_that_cannot_be_read_is_the_builds_to_name(built: Blog, settings: Path) -> None:
    (built.root / "content/posts/lost.md").symlink_to("nowhere.md")
    assert not is_as_left(settings, built.output)


def test_settings_are_what_the_file_sets(tmp_path: Path) -> None:
    file = tmp_path / "someconf.py"
    file.write_text("import os\nSITENAME = 'One'\nsmall = 2\n", encoding="utf-8")
    assert values_of(file) == {"SITENAME": "One"}


def test_the_command_says_the_same_again(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    file = blog.root / "pelicanconf.py"
    build_changed(file, blog.output, blog.root)
    first = capsys.readouterr()
    build_changed(file, blog.output, blog.root, profile=True)
    second = capsys.readouterr()
    assert second.out.splitlines()[1].endswith(" s  looking for changes")
    assert "(0 files written, " in second.out
    assert first.out.split(";")[1] in second.out
    assert first.err == second.err


def test_many_warnings_are_cut_short(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(SHOWN + 2):
        blog.write(
            f"content/posts/old-{number}.md",
            "Title: Old\nDate: 2015-02-01\nAuthor: Robin Example\nCategory: Sleep\n"
            "Summary: Long ago.\n\nIt was looked at long ago.\n",
        )
    build_changed(blog.root / "pelicanconf.py", blog.output, blog.root)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == SHOWN + 1
    assert said[-1].startswith("2 more warnings of this kind: `invoke review-due` lists")
