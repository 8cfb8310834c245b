"""Names for what a build is made from: another byte, another name."""

import os
from pathlib import Path

import pytest

from wellspring.building import fingerprint
from wellspring.building.fingerprint import below, of_look, of_program, of_settings, of_tree


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    return tmp_path


def test_the_same_has_the_same_name(tree: Path) -> None:
    assert of_tree(tree) == of_tree(tree)
    assert of_look(tree) == of_look(tree)


def test_another_byte_in_a_file_of_the_same_size_and_time(tree: Path) -> None:
    file, before = tree / "inner/a.txt", of_tree(tree)
    seen = file.stat()
    file.write_text("eno")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert of_tree(tree) != before


def test_where_one_file_ends_and_the_next_begins(tree: Path) -> None:
    before = of_tree(tree)
    (tree / "inner/a.txt").write_text("on")
    (tree / "b.txt").write_text("etwo")
    assert of_tree(tree) != before


def test_a_link_to_a_folder_is_seen_and_not_followed(tree: Path) -> None:
    before = of_tree(tree)
    (tree / "round").symlink_to(tree)
    assert of_tree(tree) != before
    assert sorted(path for path, _ in below(str(tree))) == ["b.txt", "inner/a.txt", "round"]


def test_a_pipe_is_not_read(tree: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("NOT TESTED: this system has no named pipes.")
    before = of_tree(tree)
    os.mkfifo(tree / "pipe")
    assert of_tree(tree) != before


def test_a_change_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "PROGRAM", tmp_path)
    (tmp_path / "text").mkdir()
    (tmp_path / "text/render.py").write_text("one = 1\n")
    before = of_program()
    assert before == of_program()
    (tmp_path / "text/render.py").write_text("one = 2\n")
    assert of_program() != before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"A": 1}, {"A": "1"}),
        ({"A": [1, 2]}, {"A": [2, 1]}),
        ({"A": {"x": [1]}}, {"A": {"x": [2]}}),
        ({"A": of_tree}, {"A": of_look}),
    ],
)
def test_other_settings(one: dict[str, object], other: dict[str, object]) -> None:
    assert of_settings(one) == of_settings(dict(one))
    assert of_settings(one) != of_settings(other)
