"""What pages show of photos and cards: copies to choose from, and an address that is there."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Blog, copy_blog, make_blog

POST = "content/posts/a-quiet-evening.md"
PAGE = "posts/a-quiet-evening.html"


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    """A live blog with two photos in an article, which is only looked at."""
    blog = make_blog(tmp_path_factory.mktemp("photos") / "blog")
    folder = blog.root / "content/images"
    folder.mkdir(exist_ok=True)
    for name in ("a path.jpg", "b.jpg"):
        Image.effect_noise((900, 600), 40).convert("RGB").save(folder / name)
    file = blog.root / POST
    body = '\n![One]({static}/images/a%20path.jpg "Said")\n\n![Two]({static}/images/b.jpg)\n'
    file.write_text(file.read_text(encoding="utf-8") + body, encoding="utf-8")
    blog.build_live("https://robin.github.io/blog")
    return blog


def test_a_photo_offers_copies_and_the_plain_picture(photos: Blog) -> None:
    page = photos.page(PAGE)
    assert page.count("<picture>") == 2
    assert 'type="image/avif"' in page
    assert re.search(
        r'<img [^>]*src="https://robin.github.io/blog/images/a(?:%20| )path.jpg"', page
    )
    for address in re.findall(r"https://\S+?\.(?:avif|webp)", page):
        file = address.removeprefix("https://robin.github.io/blog/").replace("%20", " ")
        assert (photos.output / file).stat().st_size


def test_only_the_first_picture_is_loaded_at_once(photos: Blog) -> None:
    pictures = re.findall(r"<img [^>]*>", photos.page(PAGE))
    assert ["lazy" in picture for picture in pictures] == [False, True]
    assert all('width="900"' in picture and "decoding" in picture for picture in pictures)


def test_feeds_keep_the_plain_picture(photos: Blog) -> None:
    assert "srcset" not in photos.page("feeds/all.atom.xml")


def test_copies_that_are_not_there_are_noticed(photos: Blog) -> None:
    names = [file.name for file in Path(photos.output / "images").iterdir()]
    assert sum(name.endswith(".avif") for name in names) == 6


def test_a_live_article_has_a_card_and_a_preview_none(photos: Blog, tmp_path: Path) -> None:
    blog = copy_blog(photos, tmp_path / "blog")
    page = blog.page(PAGE)
    card = re.search(r'og:image" content="https://robin.github.io/blog/(cards/[^"]+)"', page)
    assert card
    assert (blog.output / card[1]).read_bytes().startswith(b"\x89PNG")
    blog.build()
    assert "og:image" not in blog.page(PAGE)
    assert not (blog.output / "cards").exists()
