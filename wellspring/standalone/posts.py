"""A Pelican article as a Post, whatever it was written in; called by the plugin.

The words are taken from the article's HTML, so that reStructuredText, Markdown
and HTML sources are read alike. Lines are therefore unknown: reasons name words only.
"""

from copy import copy

from pelican.contents import Article
from selectolax.lexbor import LexborHTMLParser

from wellspring.model.place import Place
from wellspring.model.post import Post, Value, Waiver
from wellspring.text.post import read_waivers
from wellspring.text.source import parse_source

NOT_WORDS = "code, tt, .literal, pre, script, style, template"


def post_of(article: Article, path: str) -> Post:
    """Return what the decision needs to know of an article; `path` names it in messages."""
    return Post(
        path=path,
        slug=article.slug,
        title=article.title,
        subtitle=article.metadata.get("subtitle", ""),
        date=article.date,
        authors=tuple(Value(author.name, Place(path)) for author in article.authors),
        category=article.category.name,
        summary="",
        status=article.status,
        tags=tuple(tag.name for tag in getattr(article, "tags", ())),
        disclaimers=tuple(
            Value(id_.strip(), Place(path))
            for id_ in article.metadata.get("disclaimer", "").split(",")
            if id_.strip()
        ),
        prose=words_of(article),
        prose_line=0,
        waivers=waivers_of(article, path),
        lang=article.lang,
    )


def untouched(article: Article) -> Article:
    """Return a copy to ask for content or summary: Pelican remembers what an article answered."""
    return copy(article)


def waivers_of(article: Article, path: str) -> tuple[Waiver, ...]:
    """Return an article's waivers; docutils writes the key with an underscore."""
    metadata = article.metadata
    line = metadata.get("disclaimer-waived") or metadata.get("disclaimer_waived") or ""
    source, _ = parse_source(f"Disclaimer-waived: {line}\n\n", path)
    return read_waivers(source)[0] if line else ()


def words_of(article: Article) -> str:
    """Return the words of an article's body, without code."""
    body = LexborHTMLParser(untouched(article).content).body
    if body is None:
        return ""
    for node in body.css(NOT_WORDS):
        node.decompose()
    return body.text(separator=" ")
