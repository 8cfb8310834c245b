"""Work in several processes: the same answers, and the same errors, as in one."""

import os
import sys
from collections.abc import Sequence

import pytest

from tests.conftest import Blog
from wellspring.building import readings, together
from wellspring.building.readings import Reading, Readings
from wellspring.building.together import MANY, Work, count_shares, work_together
from wellspring.errors import ContentError
from wellspring.text.library import ReadFile

NAMES = [f"text {number}" for number in range(MANY * 3)]
needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="NOT TESTED: this system cannot fork."
)


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together.os, "cpu_count", lambda: 3)
    monkeypatch.setattr(together.threading, "active_count", lambda: 1)


def pids(names: Sequence[str]) -> dict[str, int]:
    return dict.fromkeys(names, os.getpid())


@needs_fork
def test_each_process_has_its_share() -> None:
    made = work_together(pids, NAMES, int)
    assert sorted(made) == sorted(NAMES)
    assert len(set(made.values())) == 3
    assert os.getpid() in made.values()


def test_few_things_are_done_here() -> None:
    assert set(work_together(pids, NAMES[: MANY - 1], int).values()) == {os.getpid()}


def test_with_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together.threading, "active_count", lambda: 2)
    assert count_shares(1000) == 1


@needs_fork
def test_what_another_process_cannot_do_is_done_here() -> None:
    here = os.getpid()

    def work(names: Sequence[str]) -> dict[str, int]:
        if os.getpid() != here:
            raise ContentError("only in another process")
        return pids(names)

    assert set(work_together(work, NAMES, int).values()) == {here}


@needs_fork
def test_an_answer_that_cannot_be_read_is_made_here() -> None:
    here = os.getpid()

    def work(names: Sequence[str]) -> dict[str, object]:
        return dict.fromkeys(names, 1 if os.getpid() == here else "no number")

    assert set(work_together(work, NAMES, int).values()) == {1}  # type: ignore[arg-type]


@needs_fork
@pytest.mark.parametrize("wrong", [NAMES[0], NAMES[1], NAMES[-1]])
def test_an_error_is_raised_whichever_share_holds_it(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forked: list[int] = []
    fork = os.fork

    def noting() -> int:
        process = fork()
        forked.append(process)
        return process

    monkeypatch.setattr(together.os, "fork", noting)

    def work(names: Sequence[str]) -> dict[str, int]:
        if wrong in names:
            raise ContentError(f"{wrong} is wrong")
        return pids(names)

    with pytest.raises(ContentError, match=f"{wrong} is wrong"):
        work_together(work, NAMES, int)
    assert len(forked) == 2
    for process in forked:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)  # it is not left behind


@needs_fork
def test_nothing_that_another_process_prints_is_said_twice(
    capfd: pytest.CaptureFixture[str],
) -> None:
    sys.stdout.write("once")  # not yet written when the process is copied
    work_together(pids, NAMES, int)
    assert capfd.readouterr().out == "once"


@pytest.fixture
def many(blog: Blog) -> Blog:
    for number in range(MANY * 3):
        blog.write(
            f"content/posts/text-{number:03}.md",
            f"Title: Text {number}\nDate: 2026-{1 + number % 9:02}-{1 + number % 28:02}\n"
            "Author: Robin Example\nCategory: Sleep\nTags: Evenings\nSummary: One of many.\n\n"
            f'Words of "text {number}" -- with a [link]({{filename}}a-quiet-evening.md).\n',
        )
    return blog


@needs_fork
def test_a_site_is_the_same_however_many_build_it(
    many: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    many.build(cold=True)
    shared = many.tree()
    monkeypatch.setattr(together.os, "cpu_count", lambda: 1)
    many.build(cold=True)
    assert shared == many.tree()


@needs_fork
def test_problems_in_every_share_are_said(many: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        many.write(
            f"content/posts/text-{number:03}.md",
            "Title: Wrong\nDate: 2026-01-01\nAuthor: Robin Example\nCategory: Sleep\n"
            "Summary: Wrong.\n\n[Nowhere]({filename}nowhere.md)\n",
        )
    said: list[str] = []
    for processors in (3, 1):
        monkeypatch.setattr(together.os, "cpu_count", lambda n=processors: n)
        with pytest.raises(ContentError) as raised:
            many.build(cold=True)
        said.append(str(raised.value))
    assert said[0] == said[1]
    assert len(said[0].splitlines()) == 7


def test_texts_are_read_in_shares_unless_they_are_known(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared: list[int] = []

    def note(work: Work[ReadFile], names: Sequence[str], _kind: type[ReadFile]) -> object:
        shared.append(len(names))
        return work(names)

    monkeypatch.setattr(readings, "work_together", note)
    library = Readings().library(blog.root / "content")
    assert shared == [len(library.sources)]
    known = {path: Reading(file) for path, file in library.files.items()}
    Readings(known=known).library(blog.root / "content")
    assert len(shared) == 1
