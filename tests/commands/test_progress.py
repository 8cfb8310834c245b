"""How far a long build is: told in counts, drawn on a terminal alone, gone in the end."""

import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.conftest import Blog
from wellspring.building.together import MANY
from wellspring.commands import progress as showing
from wellspring.commands.build import build
from wellspring.commands.outcome import build_changed
from wellspring.commands.progress import Progress, tell_waiting


def write_many(blog: Blog) -> None:
    for number in range(MANY):
        blog.write(
            f"content/posts/text-{number:03}.md",
            f"Title: Text {number}\nDate: 2026-01-01\nAuthor: Robin Example\nCategory: Sleep\n"
            "Summary: One of many.\n\nWords.\n",
        )


def test_nothing_is_drawn_where_nobody_looks(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    write_many(blog)
    build_changed(blog.root / "pelicanconf.py", blog.output, blog.root)
    assert capsys.readouterr().err == ""


def test_who_waits_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_waiting("Nobody reads this.")
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(showing, "is_watched", lambda: True)
    tell_waiting("This takes a while.")
    assert capsys.readouterr() == ("", "This takes a while.\n")


def test_of_many_processes_one_tells(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(showing, "is_watched", lambda: True)
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        pool.submit(tell_waiting, "Twice the same.").result()
    assert capfd.readouterr() == ("", "")


def test_a_short_build_tells_nothing(blog: Blog) -> None:
    told: list[str] = []
    build(
        blog.root / "pelicanconf.py", blog.output, tick=lambda part, _done, _of: told.append(part)
    )
    assert told == []


def test_a_long_build_tells_how_far_each_part_is(blog: Blog) -> None:
    write_many(blog)
    told: dict[str, list[tuple[int, int]]] = {}

    def tick(part: str, done: int, of: int) -> None:
        told.setdefault(part, []).append((done, of))

    build(blog.root / "pelicanconf.py", blog.output, tick=tick)
    assert list(told) == ["texts", "pages", "pages audited"]
    for steps in told.values():
        assert steps == sorted(steps)
        done, of = steps[-1]
        assert done == of >= MANY


def test_a_bar_is_drawn_and_taken_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # a terminal, for the library that draws
    progress = Progress(shown=True)
    progress.tick("texts", 10, 40)
    progress.tick("texts", 40, 40)
    progress.end()
    progress.end()
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().err)
    assert "40/40" in drawn
    assert progress.bar is None
