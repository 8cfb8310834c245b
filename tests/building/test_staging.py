"""Staging: the old output is whole until the new one is, and foreign folders are left alone."""

from pathlib import Path

import pytest

from wellspring.building.staging import put_in_place, staging
from wellspring.errors import ContentError


def fill(output: Path, text: str) -> None:
    with staging(output) as stage:
        (stage / "index.html").write_text(text, encoding="utf-8")
        put_in_place(stage, output)


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    fill(tmp_path / "deep" / "output", "one")
    assert (tmp_path / "deep" / "output" / "index.html").read_text(encoding="utf-8") == "one"


def test_a_later_build_replaces_everything(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staging(output) as stage:
        (stage / "old.html").write_text("old", encoding="utf-8")
        put_in_place(stage, output)
    fill(output, "two")
    assert (output / "index.html").read_text(encoding="utf-8") == "two"
    assert not (output / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_build_that_fails_leaves_the_old_output(tmp_path: Path) -> None:
    output = tmp_path / "output"
    fill(output, "one")
    with pytest.raises(OSError, match="disk full"), staging(output) as stage:
        (stage / "index.html").write_text("two", encoding="utf-8")
        raise OSError("disk full")
    assert (output / "index.html").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    fill(tmp_path / "output", "one")


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "thesis.doc").write_text("years of work", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        fill(output, "one")
    assert str(raised.value) == (
        f"{output}: this folder holds files that no build has made, and a build would replace "
        "them. Move them away, then build again."
    )
    assert (output / "thesis.doc").exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ContentError, match="this is not a folder"):
        fill(tmp_path / "output", "one")


def test_a_file_that_no_build_has_made_is_not_removed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    fill(output, "one")
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    (output / ".DS_Store").write_text("the system's", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        fill(output, "two")
    assert str(raised.value) == (
        f"{output / 'notes.txt'}: no build has made this file, and a build would remove it. Move "
        "it away, then build again."
    )
    assert (output / "index.html").read_text(encoding="utf-8") == "one"


def test_two_builds_at_once_end_in_a_clear_message(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staging(output) as stage:
        (stage / "index.html").write_text("one", encoding="utf-8")
        with pytest.raises(ContentError) as raised, staging(output):
            pass
        put_in_place(stage, output)
    assert str(raised.value) == (
        f"{output}: another build is writing this folder. Wait until it has ended, then build "
        "again."
    )
    assert (output / "index.html").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_old_and_new_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr("wellspring.building.staging.exchange", lambda *_: False)
    fill(tmp_path / "output", "one")
    fill(tmp_path / "output", "two")
    assert (tmp_path / "output/index.html").read_text(encoding="utf-8") == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_what_a_killed_build_has_left_is_put_right(tmp_path: Path) -> None:
    output = tmp_path / "output"
    fill(output, "one")
    (tmp_path / ".output-old-x").mkdir()
    output.rename(tmp_path / ".output-old-x" / "output")
    (tmp_path / ".output-new-x").mkdir()
    with pytest.raises(OSError, match="disk full"), staging(output):
        assert (output / "index.html").read_text(encoding="utf-8") == "one"
        raise OSError("disk full")
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
