"""Copies of photos: which are made, that each is made once, and what is said of broken ones."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import PLAIN_POST, Blog
from wellspring.building.pictures import make_variants
from wellspring.errors import ContentError


def photo(folder: Path, name: str = "path.jpg", size: tuple[int, int] = (1600, 900)) -> Path:
    """Write a picture that is hard to pack, as photos are."""
    file = folder / name
    Image.effect_noise(size, 40).convert("RGB").save(file)
    return file


def sizes(file: Path, store: Path) -> list[tuple[str, int]]:
    return [(made.format, made.width) for made in make_variants(file, "content/x", store)]


def test_a_photo_gets_smaller_copies_in_two_formats(tmp_path: Path) -> None:
    file = photo(tmp_path)
    made = make_variants(file, "content/images/path.jpg", tmp_path / "store")
    assert [(copy.format, copy.width) for copy in made] == [
        ("avif", 400),
        ("avif", 800),
        ("avif", 1280),
        ("webp", 400),
        ("webp", 800),
        ("webp", 1280),
    ]
    for copy in made:
        assert len(copy.data) < file.stat().st_size
        with Image.open(io.BytesIO(copy.data)) as opened:
            assert (opened.format, opened.width) == (copy.format.upper(), copy.width)
            assert opened.height == round(copy.width * 9 / 16)
            assert not opened.getexif()


def test_no_copy_is_wider_than_its_picture(tmp_path: Path) -> None:
    file = photo(tmp_path, size=(500, 300))
    assert [width for kind, width in sizes(file, tmp_path / "s") if kind == "avif"] == [400, 500]


def test_a_copy_that_saves_nothing_is_not_made(tmp_path: Path) -> None:
    file = tmp_path / "dot.webp"
    Image.effect_noise((60, 40), 90).convert("RGB").save(file, quality=1)
    assert sizes(file, tmp_path / "s") == []


def test_copies_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, store = photo(tmp_path), tmp_path / "store"
    first = make_variants(file, "content/x", store)
    monkeypatch.setattr("wellspring.building.pictures.encode", lambda *_: b"another")
    assert make_variants(file, "content/x", store) == first


def test_transparency_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "shape.png"
    noise = Image.effect_noise((600, 40), 60)  # noise is slow to encode, so there is little of it
    Image.merge("RGBA", (noise, noise, noise, noise)).save(file)
    copies = make_variants(file, "content/x", tmp_path / "s")
    assert copies
    for copy in copies:
        assert Image.open(io.BytesIO(copy.data)).has_transparency_data


def test_drawings_and_films_stay_as_they_are(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    film = tmp_path / "b.webp"
    frames = [Image.effect_noise((300, 200), level) for level in (20, 40)]
    frames[0].save(film, save_all=True, append_images=frames[1:])
    assert sizes(drawing, tmp_path / "s") == []
    assert sizes(film, tmp_path / "s") == []


def test_a_picture_that_ends_too_early_is_named(tmp_path: Path) -> None:
    file = photo(tmp_path)
    file.write_bytes(file.read_bytes()[:4000])
    with pytest.raises(ContentError) as raised:
        make_variants(file, "content/images/path.jpg", tmp_path / "s")
    assert str(raised.value).startswith("content/images/path.jpg:1:1: this picture is broken (")
    assert str(raised.value).endswith("). Save it anew, or remove it.")


def test_a_photo_with_a_blank_in_its_name_is_shown(blog: Blog) -> None:
    picture = blog.root / "content/images/my photo.jpg"
    Image.new("RGB", (40, 30)).save(picture)
    link = "{static}/images/my%20photo.jpg"
    blog.write("content/posts/a-quiet-evening.md", f"{PLAIN_POST}\n![A lamp]({link})\n")
    blog.build()
    assert 'src="../images/my%20photo.jpg"' in blog.page("posts/a-quiet-evening.html")
    assert (blog.output / "images/my photo.jpg").is_file()
