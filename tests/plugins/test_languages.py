"""A blog in another language: its own words everywhere, and its own direction."""

import json

import pytest

from tests.conftest import Blog
from wellspring.errors import ContentError, HouseStyleError
from wellspring.house.words import used_texts

NOTICE = """
[lang.{lang}]
title = "Información"
label = "Información"
brief = "Información breve."
text = "Información entera."
reviewed_by = "Robin Example"
"""


def in_language(blog: Blog, lang: str) -> None:
    """Make a blog's language another one, with one article and its notice in it."""
    (blog.root / "content/posts/questions-about-ketamine.md").unlink()
    general = blog.root / "editorial/disclaimers/general.toml"
    general.write_text(general.read_text(encoding="utf-8") + NOTICE.format(lang=lang), "utf-8")
    settings = blog.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('DEFAULT_LANG = "en"', f'DEFAULT_LANG = "{lang}"'), "utf-8")


def test_a_spanish_blog_speaks_spanish(blog: Blog) -> None:
    in_language(blog, "es")
    blog.build()
    page = blog.page("posts/a-quiet-evening.html")
    assert '<html lang="es">' in page
    for words in (
        "Antes de leer",
        "Información entera.",
        "1 de marzo de 2025",
        "Sobre este artículo",
    ):
        assert words in page
    assert "Before you read" not in page
    assert "Todos los artículos" in blog.page("archives.html")
    feed = json.loads(blog.page("feeds/all.json"))
    assert "Antes de leer" in feed["items"][0]["content_html"]


def test_a_language_without_words_stops_the_build(blog: Blog) -> None:
    in_language(blog, "fr")
    with pytest.raises(HouseStyleError) as raised:
        blog.build()
    assert "the theme has no words in `fr`" in str(raised.value)


def test_a_notice_nobody_has_translated_stops_the_build(blog: Blog) -> None:
    settings = blog.root / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "es"'), "utf-8")
    with pytest.raises(ContentError):
        blog.build()


def test_a_language_may_run_from_right_to_left(blog: Blog) -> None:
    right_to_left(blog)
    blog.build()
    assert '<html lang="ar" dir="rtl">' in blog.page("index.html")


def right_to_left(blog: Blog) -> None:
    """Give the theme words in Arabic letters; they say nothing, their length is that of English."""
    in_language(blog, "ar")
    said = {json.dumps(text): json.dumps(f"{text} س") for text in used_texts(blog.root / "theme")}
    lines = [f"{text} = {words}" for text, words in said.items()]
    months = json.dumps(["شهر"] * 12, ensure_ascii=False)
    head = f'direction = "rtl"\nday = "{{day}} {{month}} {{year}}"\nmonths = {months}\n\n[words]\n'
    blog.write("theme/languages/ar.toml", head + "\n".join(lines) + "\n")
