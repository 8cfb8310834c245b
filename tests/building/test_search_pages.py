"""The articles' pages for the search: written once, and again for another text or another theme."""

from pathlib import Path

from wellspring.building.search_pages import SearchPages


def written(folder: Path, key: bytes, made_from: bytes, text: str) -> str:
    """Keep one page; return what is kept then."""
    pages = SearchPages(folder, key)
    if pages.add("content/posts/one.md", "posts/one.html", made_from):
        pages.write("posts/one.html", (text, {}))
    pages.keep()
    (kept,) = pages.read().values()
    assert len(list(folder.glob("*.page"))) == 1
    return kept


def test_the_same_is_not_written_again(tmp_path: Path) -> None:
    assert written(tmp_path, b"theme", b"text", "first") == "first"
    assert written(tmp_path, b"theme", b"text", "second") == "first"


def test_another_text_and_back_again(tmp_path: Path) -> None:
    written(tmp_path, b"theme", b"text", "first")
    assert written(tmp_path, b"theme", b"other", "second") == "second"
    assert written(tmp_path, b"theme", b"text", "third") == "third"


def test_another_theme(tmp_path: Path) -> None:
    written(tmp_path, b"theme", b"text", "first")
    assert written(tmp_path, b"other", b"text", "second") == "second"


def test_without_a_key_nothing_is_taken_over(tmp_path: Path) -> None:
    written(tmp_path, b"", b"text", "first")
    assert written(tmp_path, b"", b"text", "second") == "second"
