"""What is kept of the house style is used while no byte has changed, and is never needed."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.real_house import kept_files
from tests.small_rules import find, rule_file
from wellspring.errors import HouseStyleError
from wellspring.house import cache
from wellspring.house.cache import KEPT, Kind, fingerprint, kept_house, kept_rules, load_kept
from wellspring.house.load import load_house
from wellspring.house.plain import to_plain
from wellspring.house.rules import load_rules

Write = Callable[[dict[str, str]], Path]
RULE = "rules/claim/cure.toml"
PROGRAM = """
import sys
from pathlib import Path
from wellspring.house.cache import kept_house, kept_rules
kept_house(Path(sys.argv[1]), Path(sys.argv[2]))
kept_rules(Path(sys.argv[1]), Path(sys.argv[2]))
print(*sorted(name for name in sys.modules if name.startswith("wellspring.house.")))
"""


def every(_: str) -> bool:
    return True


class Counting:
    """A loader that counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, root: Path) -> list[str]:
        self.times += 1
        return sorted(file.name for file in root.rglob("*.toml"))


def kind(
    load: Callable[[Path], list[str]], holds: Callable[[str], bool] = every
) -> Kind[list[str]]:
    return Kind("names", holds, load, lambda names: (names, []), lambda data, _: list(data))


class Hearing:
    """Something to tell that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[bool] = []

    def __call__(self, *, first: bool) -> None:
        self.told.append(first)


@pytest.fixture
def root(write_house: Write) -> Path:
    return write_house({RULE: rule_file()})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def files_in(store: Path) -> list[Path]:
    return sorted(store.iterdir())


def test_the_same_rules_elsewhere_are_not_loaded_again(
    root: Path, store: Path, tmp_path: Path
) -> None:
    load = Counting()
    copy = tmp_path / "copy" / root.name
    shutil.copytree(root, copy)
    load_kept(kind(load), root, store)
    load_kept(kind(load), copy, store)
    assert load.times == 1


def test_what_was_used_last_is_kept_longest(root: Path, store: Path) -> None:
    load = Counting()
    load_kept(kind(load), root, store)
    (first,) = files_in(store)
    text = (root / RULE).read_text(encoding="utf-8")
    for number in range(KEPT):
        (root / RULE).write_text(f"{text}# {number}\n", encoding="utf-8")
        load_kept(kind(load), root, store)
        (root / RULE).write_text(text, encoding="utf-8")
        load_kept(kind(load), root, store)
    assert first in files_in(store)
    assert load.times == KEPT + 1


def test_what_has_not_changed_is_loaded_once(root: Path, store: Path) -> None:
    load = Counting()
    assert load_kept(kind(load), root, store) == load_kept(kind(load), root, store) == ["cure.toml"]
    assert load.times == 1


def test_a_changed_byte_loads_anew(root: Path, store: Path) -> None:
    load = Counting()
    load_kept(kind(load), root, store)
    file = root / RULE
    file.write_text(file.read_text(encoding="utf-8") + "#", encoding="utf-8")
    load_kept(kind(load), root, store)
    assert load.times == 2


def test_a_new_file_loads_anew(root: Path, store: Path, write_house: Write) -> None:
    load = Counting()
    load_kept(kind(load), root, store)
    write_house({"rules/claim/more.toml": rule_file()})
    assert load_kept(kind(load), root, store) == ["cure.toml", "more.toml"]


def test_a_file_of_another_kind_loads_nothing_anew(
    root: Path, store: Path, write_house: Write
) -> None:
    load = Counting()
    load_kept(kind(load, "rules".__eq__), root, store)
    write_house({"topics/more.toml": ""})
    load_kept(kind(load, "rules".__eq__), root, store)
    assert load.times == 1


def test_a_changed_program_loads_anew(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(root, every)
    (tmp_path / "program" / "text").mkdir(parents=True)
    (tmp_path / "program" / "text" / "x.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "PROGRAM", tmp_path / "program")
    assert fingerprint(root, every) != before


@pytest.mark.parametrize("data", [b"", b"garbage", b"\x80", b"cos\nsystem\n.", b"\x00" * 99])
def test_a_store_that_cannot_be_read_is_as_good_as_none(
    root: Path, store: Path, data: bytes
) -> None:
    load = Counting()
    load_kept(kind(load), root, store)
    files_in(store)[0].write_bytes(data)
    assert load_kept(kind(load), root, store) == ["cure.toml"]
    assert load_kept(kind(load), root, store) == ["cure.toml"]
    assert load.times == 2


def test_a_store_that_was_cut_off_is_as_good_as_none(root: Path, store: Path) -> None:
    kept_rules(root, store)
    (file,) = files_in(store)
    whole = file.read_bytes()
    for length in range(0, len(whole), 23):
        file.write_bytes(whole[:length])
        (rule,) = kept_rules(root, store).rules
        assert rule.id == "claim-cure"


def test_a_store_that_others_may_write_is_as_good_as_none(root: Path, store: Path) -> None:
    load = Counting()
    load_kept(kind(load), root, store)
    files_in(store)[0].chmod(0o666)
    load_kept(kind(load), root, store)
    assert load.times == 2
    assert files_in(store)[0].stat().st_mode & 0o777 == 0o600


def test_a_store_that_cannot_be_written_is_as_good_as_none(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    assert load_kept(kind(Counting()), root, blocked / "store") == ["cure.toml"]


def test_a_wrong_house_is_never_kept(store: Path, write_house: Write) -> None:
    root = write_house({RULE: rule_file('terms = ["("]')})
    for _ in range(2):
        with pytest.raises(HouseStyleError):
            kept_rules(root, store)
    assert not store.exists()


def test_only_a_few_are_kept_and_none_in_the_old_form(root: Path, store: Path) -> None:
    store.mkdir()
    (store / "load_rules-0.pickle").write_bytes(b"")
    for number in range(KEPT + 3):
        (root / RULE).write_text(rule_file() + f"# {number}\n", encoding="utf-8")
        load_kept(kind(Counting()), root, store)
    assert len(files_in(store)) == KEPT
    assert all(file.suffix == ".kept" for file in files_in(store))


def test_two_kinds_keep_out_of_each_others_way(root: Path, store: Path) -> None:
    assert load_kept(kind(Counting()), root, store) == ["cure.toml"]
    assert [rule.id for rule in kept_rules(root, store).rules] == ["claim-cure"]
    assert load_kept(kind(Counting()), root, store) == ["cure.toml"]


def test_rules_that_were_kept_find_the_same(root: Path, store: Path) -> None:
    kept_rules(root, store)
    rules = kept_rules(root, store).rules
    body = "It cures. It is a cure."
    assert find(body, *rules) == find(body, *load_rules(root))
    assert len(find(body, *rules)) == 2


def test_the_house_that_was_kept_is_the_house(store: Path) -> None:
    made = load_house(ROOT / "editorial")
    kept_house(ROOT / "editorial", store)
    kept = kept_house(ROOT / "editorial", store)
    assert to_plain(kept) == to_plain(made)
    assert (kept.reviews, kept.standards, kept.terms) == (made.reviews, made.standards, made.terms)


def test_who_finds_it_kept_imports_no_loader(store: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(ROOT / "editorial"), str(store)]
    store.mkdir()
    for file in kept_files():
        shutil.copy2(file, store)
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.split() == [
        f"wellspring.house.{name}" for name in ("cache", "plain", "plain_rules", "store", "style")
    ]


def test_it_is_told_before_rules_are_read_anew(root: Path, store: Path) -> None:
    hearing = Hearing()
    load_kept(kind(Counting()), root, store)
    for _ in range(2):
        kept_rules(root, store, hearing)
    assert hearing.told == [True]
    (root / RULE).write_text(rule_file(severity="error"), encoding="utf-8")
    kept_rules(root, store, hearing)
    assert hearing.told == [True, False]
