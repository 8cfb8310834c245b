"""What one build keeps for the next: whole, of the same key, or as good as none."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from wellspring.building.records import Memory


@dataclass(frozen=True)
class Kind:
    name: str
    days: tuple[int, ...] = ()


RECORDS = {f"posts/{number}.md": Kind(str(number), (number, 2)) for number in range(99)}


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "kept", b"key")


def test_what_was_kept_comes_back_as_it_was(memory: Memory) -> None:
    memory.save("one", RECORDS)
    memory.save_parts("many", RECORDS, {})
    assert memory.load("one", Kind) == RECORDS
    assert memory.load_parts("many", Kind) == RECORDS
    assert memory.notes == []


def test_nothing_comes_from_nowhere(memory: Memory) -> None:
    assert memory.load("one", Kind) == {}
    assert memory.notes == []


def test_another_key_is_as_good_as_nothing(memory: Memory) -> None:
    memory.save("one", RECORDS, b"a")
    assert memory.load("one", Kind, b"b") == {}
    assert Memory(memory.folder, b"other").load("one", Kind, b"a") == {}
    assert memory.notes == []
    assert memory.load("one", Kind, b"a") == RECORDS


@pytest.mark.parametrize("cut", [0, 5, 30, 60, 90, -1])
def test_a_file_that_was_cut_off_is_named_once(memory: Memory, cut: int) -> None:
    memory.save("one", RECORDS)
    file = memory.file("one")
    file.write_bytes(file.read_bytes()[:cut])
    assert memory.load("one", Kind) == {}
    assert memory.notes in ([], [f"{file}: this is damaged; what it held is made anew."])
    assert memory.notes or cut in {30, 60}  # of the key nobody can tell


def test_one_changed_byte_is_seen_anywhere(memory: Memory) -> None:
    memory.save("one", {"a": Kind("a")})
    file = memory.file("one")
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert memory.load("one", Kind) == {}


def test_records_of_another_form_are_damaged(memory: Memory) -> None:
    memory.save("one", {"a": [1, 2]})
    assert memory.load("one", Kind) == {}
    assert len(memory.notes) == 1


def test_an_edit_writes_one_part_of_many(memory: Memory) -> None:
    memory.save_parts("many", RECORDS, {})
    before = {file: file.stat().st_mtime_ns for file in memory.folder.rglob("*.records")}
    edited = RECORDS | {"posts/7.md": Kind("seven")}
    memory.save_parts("many", edited, RECORDS)
    assert sum(file.stat().st_mtime_ns != before[file] for file in before) == 1
    assert memory.load_parts("many", Kind) == edited


def test_what_is_gone_is_forgotten(memory: Memory) -> None:
    memory.save_parts("many", RECORDS, {})
    memory.save_parts("many", {}, RECORDS)
    assert memory.load_parts("many", Kind) == {}


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    Memory(tmp_path / "kept", b"").save("one", RECORDS)
