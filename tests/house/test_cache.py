"""What is kept of the house style is used while no byte has changed, and is never needed."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_rules import find, rule_file
from wellspring.errors import HouseStyleError
from wellspring.house import cache
from wellspring.house.cache import KEPT, fingerprint, load_cached
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
RULE = "rules/claim/cure.toml"


class Counting:
    """A loader that counts how often it is asked."""

    __name__ = "counting"

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, root: Path) -> list[str]:
        self.times += 1
        return sorted(file.name for file in root.rglob("*.toml"))


@pytest.fixture
def root(write_house: Write) -> Path:
    return write_house({RULE: rule_file()})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def kept(store: Path) -> list[Path]:
    return sorted(store.iterdir())


def test_what_has_not_changed_is_loaded_once(root: Path, store: Path) -> None:
    load = Counting()
    assert load_cached(load, root, store) == load_cached(load, root, store) == ["cure.toml"]
    assert load.times == 1


def test_a_changed_byte_loads_anew(root: Path, store: Path) -> None:
    load = Counting()
    load_cached(load, root, store)
    file = root / RULE
    file.write_text(file.read_text(encoding="utf-8") + "#", encoding="utf-8")
    load_cached(load, root, store)
    assert load.times == 2


def test_a_new_file_loads_anew(root: Path, store: Path, write_house: Write) -> None:
    load = Counting()
    load_cached(load, root, store)
    write_house({"rules/claim/more.toml": rule_file()})
    assert load_cached(load, root, store) == ["cure.toml", "more.toml"]


def test_a_changed_program_loads_anew(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(root)
    (tmp_path / "program" / "text").mkdir(parents=True)
    (tmp_path / "program" / "text" / "x.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "PROGRAM", tmp_path / "program")
    assert fingerprint(root) != before


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x80", b"I\n.", b"cos\nnope\n.", b"\x00" * 9])
def test_a_store_that_cannot_be_read_is_as_good_as_none(
    root: Path, store: Path, data: bytes
) -> None:
    load = Counting()
    load_cached(load, root, store)
    kept(store)[0].write_bytes(data)
    assert load_cached(load, root, store) == ["cure.toml"]
    assert load_cached(load, root, store) == ["cure.toml"]
    assert load.times == 2


def test_a_store_that_was_cut_off_is_as_good_as_none(root: Path, store: Path) -> None:
    load_cached(load_rules, root, store)
    (file,) = kept(store)
    whole = file.read_bytes()
    for length in range(0, len(whole), 23):
        file.write_bytes(whole[:length])
        (rule,) = load_cached(load_rules, root, store)
        assert rule.id == "claim-cure"


def test_a_store_that_cannot_be_written_is_as_good_as_none(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    assert load_cached(Counting(), root, blocked / "store") == ["cure.toml"]


def test_a_wrong_house_is_never_kept(store: Path, write_house: Write) -> None:
    root = write_house({RULE: rule_file('terms = ["("]')})
    for _ in range(2):
        with pytest.raises(HouseStyleError):
            load_cached(load_rules, root, store)
    assert not store.exists()


def test_only_a_few_are_kept(root: Path, store: Path) -> None:
    for number in range(KEPT + 3):
        (root / RULE).write_text(rule_file() + f"# {number}\n", encoding="utf-8")
        load_cached(Counting(), root, store)
    assert len(kept(store)) == KEPT
    assert all(file.suffix == ".pickle" for file in kept(store))


def test_two_loaders_keep_out_of_each_others_way(root: Path, store: Path) -> None:
    assert load_cached(Counting(), root, store) == ["cure.toml"]
    assert [rule.id for rule in load_cached(load_rules, root, store)] == ["claim-cure"]
    assert load_cached(Counting(), root, store) == ["cure.toml"]


def test_rules_that_were_kept_find_the_same(root: Path, store: Path) -> None:
    load_cached(load_rules, root, store)
    kept_rules = pickle.loads(kept(store)[0].read_bytes())  # noqa: S301 - made a moment before
    body = "It cures. It is a cure."
    assert find(body, *kept_rules) == find(body, *load_rules(root))
    assert len(find(body, *kept_rules)) == 2
