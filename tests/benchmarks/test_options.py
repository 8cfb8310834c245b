"""What `invoke bench` can be asked for, and the sentences that refuse the rest."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.options import Options, Words, read_options
from tests.conftest import ROOT, Blog
from wellspring.errors import UsageError

ALL_CASES = ("cold", "nothing", "body", "title", "new", "rule", "theme")
PEERS = ("pelican", "hugo", "eleventy")


def bench(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", "bench", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_words_all_is_measured() -> None:
    assert read_options(Words()) == Options(1000, 3, PEERS, ALL_CASES, None, None)


def test_names_may_have_spaces_and_be_none() -> None:
    given = read_options(Words(peers="", cases="body, cold,body"))
    assert (given.peers, given.cases) == ((), ("body", "cold"))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (Words(posts="many"), "--posts is `many`. Give a whole number from 1."),
        (Words(posts="0"), "--posts is `0`. Give a whole number from 1."),
        (Words(rounds="-2"), "--rounds is `-2`. Give a whole number from 1."),
        (
            Words(peers="hugo,jekyll"),
            "--peers names `jekyll`. Choose among: pelican, hugo, eleventy.",
        ),
        (
            Words(cases="colt"),
            "--cases names `colt`. Choose among: cold, nothing, body, title, new, rule, theme.",
        ),
        (
            Words(cases=" , "),
            "--cases names no case. Choose among: cold, nothing, body, title, new, rule, theme.",
        ),
        (
            Words(json="not-there/x.json"),
            "--json: `not-there/x.json` cannot be written. Name a file in a folder that is there.",
        ),
    ],
)
def test_what_cannot_be_is_refused(words: Words, complaint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_options(words)
    assert str(caught.value) == complaint


def test_a_system_without_an_account_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.wait4")
    with pytest.raises(UsageError) as caught:
        read_options(Words())
    assert str(caught.value) == (
        "This system does not tell what a process has used. Measure on Linux or macOS."
    )


def test_the_task_ends_with_2_when_refused() -> None:
    done = bench(ROOT, "--posts", "many")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--posts is `many`. Give a whole number from 1.\n"


def test_where_the_benchmark_is_not_the_task_says_so(blog: Blog) -> None:
    done = bench(blog.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "The benchmark is not here: it is in tests/ of Wellspring's repository.\n"
    )
