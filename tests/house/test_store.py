"""A kept file gives back what was written; any other file is refused with its reason."""

import os
from pathlib import Path

import pytest

from wellspring.house.store import NAME, START, StoreError, read_kept, write_kept

DATA = {"words": ["cure", "naïve"], "number": 7, "none": None}
PIECES = (b"first", b"", b"\x00third\xff")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.kept"
    write_kept(path, DATA, PIECES)
    return path


def test_what_was_written_is_read(file: Path) -> None:
    kept = read_kept(file)
    assert kept.data == DATA
    assert tuple(kept.fetch(number)() for number in range(3)) == PIECES


def test_there_may_be_no_pieces(tmp_path: Path) -> None:
    write_kept(tmp_path / "x.kept", [])
    assert read_kept(tmp_path / "x.kept").data == []


def test_a_file_is_written_whole_and_for_its_owner_alone(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_writing_again_replaces(file: Path) -> None:
    before = read_kept(file)
    write_kept(file, "other", [b"piece"])
    assert read_kept(file).data == "other"
    assert before.fetch(0)() == b"first"  # who has it open reads on in the old one


def test_every_cut_is_seen(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(ValueError, match=r"too short|not ours|cut off|cannot mmap an empty"):
            read_kept(file)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"x", "too short"),
        (b"x" * START.size, "not ours"),
        (START.pack(b"of another age", 0, 0), "not ours"),
        (START.pack(NAME, 2, 1) + b"[]", "not ours"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "x.kept").write_bytes(data)
    with pytest.raises(StoreError, match=f"^{why}$"):
        read_kept(tmp_path / "x.kept")


def test_more_bytes_than_were_written_are_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"x")
    with pytest.raises(StoreError, match=r"^cut off$"):
        read_kept(file)


def test_a_damaged_bit_is_seen(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[START.size + 3] ^= 1
    file.write_bytes(whole)
    with pytest.raises(StoreError, match=r"^not ours$"):
        read_kept(file)


def test_a_damaged_piece_is_no_piece(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"first", b"worst"))
    kept = read_kept(file)
    assert kept.fetch(0)() == b""
    assert kept.fetch(2)() == PIECES[2]


def test_there_are_no_more_pieces_than_were_written(file: Path) -> None:
    with pytest.raises(IndexError):
        read_kept(file).fetch(3)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such numbers")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_refused(file: Path, mode: int) -> None:
    file.chmod(mode)
    with pytest.raises(StoreError, match=r"^of somebody else$"):
        read_kept(file)


def test_a_file_of_another_user_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    another = file.stat().st_uid + 1
    monkeypatch.setattr(os, "getuid", lambda: another, raising=False)
    with pytest.raises(StoreError, match=r"^of somebody else$"):
        read_kept(file)


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x.kept" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match=r"x\.kept"):
        write_kept(tmp_path / "x.kept", [])
    assert [file.name for file in tmp_path.iterdir()] == ["x.kept"]
