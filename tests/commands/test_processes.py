"""Networks are small: whoever has texts read says first that one thread is enough."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.commands.examine import examine
from wellspring.commands.import_many import read_sources
from wellspring.house.plain_rules import Rules
from wellspring.importing.story import Given

NAME = "OPENBLAS_NUM_THREADS"


def examine_nothing() -> None:
    examine([], Rules((), ()), (), None)


def import_nothing() -> None:
    read_sources([], Path(ROOT / "editorial"), Given(date(2026, 1, 1)))


@pytest.mark.parametrize("act", [examine_nothing, import_nothing])
def test_one_thread_is_enough(act: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "to be put back")
    monkeypatch.delenv(NAME)
    act()
    assert os.environ[NAME] == "1"


def test_the_tests_themselves_have_said_so() -> None:
    assert os.environ[NAME]


def test_whoever_wants_more_threads_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "4")
    examine_nothing()
    assert os.environ[NAME] == "4"
