"""The search index: the same pages give the same files, and none that nobody asks for."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from wellspring.building.search_index import index, is_whole, write_index
from wellspring.errors import ContentError

PAGE = "<html lang={}><body><h1 data-pagefind-meta=title>{}</h1>{}</body></html>"
TOPIC = "<i data-pagefind-meta=topic>Sleep</i>"
PAGES = {
    "posts/one.html": PAGE.format("en", "One", f"{TOPIC}<p>Dim the lights.</p>"),
    "posts/zwei.html": PAGE.format("de", "Zwei", f"{TOPIC}<p>Ruhiger Abend.</p>"),
}


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_index(PAGES, tmp_path / name)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_each_language_has_its_own_index_and_the_ready_made_page_is_left_out(
    tmp_path: Path,
) -> None:
    write_index(PAGES, tmp_path / "a")
    names = set(files(tmp_path / "a"))
    assert {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "wasm.de.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name.endswith(".css")]


def test_what_an_earlier_index_held_is_gone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/old.pf_index").write_bytes(b"old")
    write_index(PAGES, tmp_path / "a")
    assert "old.pf_index" not in files(tmp_path / "a")


def test_a_blog_without_articles_has_an_index_too(tmp_path: Path) -> None:
    write_index({}, tmp_path / "a")
    assert "pagefind.js" in files(tmp_path / "a")


@pytest.mark.parametrize(
    "name", ["*.pf_fragment", "*.pf_meta", "wasm.en.pagefind", "pagefind.js", "pagefind-worker.js"]
)
def test_a_whole_index_is_known_from_one_that_was_cut_off(tmp_path: Path, name: str) -> None:
    write_index(PAGES, tmp_path)
    assert is_whole(tmp_path)
    part = next(tmp_path.rglob(name))
    part.write_bytes(part.read_bytes()[:-9])
    assert not is_whole(tmp_path)


def test_an_index_that_was_cut_off_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[int] = []

    async def cut(pages: Mapping[str, str], folder: Path) -> None:
        await index(pages, folder)
        times.append(1)
        if len(times) == 1:
            (folder / "pagefind-entry.json").write_bytes(b"")

    monkeypatch.setattr("wellspring.building.search_index.index", cut)
    write_index(PAGES, tmp_path / "a")
    assert len(times) == len("ab")
    assert is_whole(tmp_path / "a")


def test_an_index_that_is_always_cut_off_ends_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wellspring.building.search_index.is_whole", lambda _: False)
    with pytest.raises(ContentError) as error:
        write_index({}, tmp_path / "a")
    assert str(error.value) == (
        f"{tmp_path / 'a'}: the search index was cut off 3 times. Is the disk full, or the "
        "computer very busy? Build again."
    )
