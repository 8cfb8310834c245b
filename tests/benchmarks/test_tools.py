"""The peers: found where they are, left out in a sentence where they are not."""

from pathlib import Path

import pytest

from tests.benchmarks import tools
from tests.benchmarks.measuring import BuildError, measure
from tests.benchmarks.tools import Absent, Tool, eleventy, hugo, pelican


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a computer that has only programs in its folder `bin`."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(tools, "find_spec", lambda _name: None)
    return tmp_path


def program(file: Path, script: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_no_hugo(bare: Path) -> None:
    assert str(hugo(bare)) == (
        "Hugo is left out: there is no `hugo` on PATH and no package `hugo` in this Python. "
        "docs/bench.md says how to get it."
    )


def test_no_eleventy(bare: Path) -> None:
    assert str(eleventy(bare)) == (
        "Eleventy is left out: there is no `node` on PATH. docs/bench.md says how to get it."
    )
    program(bare / "bin/node", "true")
    assert str(eleventy(bare)) == (
        "Eleventy is left out: there is no `@11ty/eleventy` in a node_modules of the folder or "
        "above it. docs/bench.md says how to get it."
    )
    about = bare / "node_modules/@11ty/eleventy"
    about.mkdir(parents=True)
    (about / "cmd.cjs").touch()
    (about / "package.json").write_text('{"version": "9.9"}', encoding="utf-8")
    assert isinstance(eleventy(bare), Absent)
    (bare / "node_modules/markdown-it-footnote").mkdir()
    found = eleventy(bare / "below")
    assert isinstance(found, Tool)
    assert (found.version, found.modules) == ("9.9", bare / "node_modules")


def test_hugo_on_the_path(bare: Path) -> None:
    file = program(bare / "bin/hugo", "echo 'hugo v0.168.2-abc+extended linux/amd64'")
    found = hugo(bare)
    assert isinstance(found, Tool)
    assert (found.command[0], found.version) == (str(file), "0.168.2")


def test_a_hugo_too_old_for_its_templates(bare: Path) -> None:
    file = program(bare / "bin/hugo", "echo 'hugo v0.111.3+extended linux/amd64'")
    assert str(hugo(bare)) == (
        f"Hugo is left out: {file} is 0.111.3, and its templates need 0.146 or newer. "
        "docs/bench.md says how to get it."
    )


def test_hugo_itself_is_measured_not_the_script_that_starts_it(bare: Path) -> None:
    program(bare / "bin/hugo", "exit 1")
    file = program(bare / "lib/python3.11/site-packages/hugo/binaries/hugo", "echo hugo v1.0.1")
    found = hugo(bare)
    assert isinstance(found, Tool)
    assert (found.command[0], found.version) == (str(file), "1.0.1")


def test_a_peer_that_fails_is_quoted(tmp_path: Path) -> None:
    site = pelican(tmp_path).site
    site.mkdir()
    (site / "pelicanconf.py").write_text("raise SystemExit('no such theme')", encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        measure(pelican(tmp_path))
    assert str(caught.value) == (
        "Pelican could not build its site (exit code 1). Its last lines:\n  no such theme\n"
        "Mend that; a peer can be left out with `--peers`, and `--folder` keeps its site."
    )
