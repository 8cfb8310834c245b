"""Put the decided disclaimers on articles and into feed entries.

On the page the theme shows `article.disclaimers`; in feeds they stand before
the content. They are never part of an article's body, so that no summary,
description or excerpt can be made of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from feedgenerator import SyndicationFeed
from markupsafe import Markup
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator

from wellspring.errors import ContentError
from wellspring.model.disclaimer import Disclaimer
from wellspring.plugins.site import site_of
from wellspring.text.render import render_short

FEED_TEMPLATE = "components/feed-notice/template.html"


@dataclass(frozen=True, slots=True)
class ShownDisclaimer:
    """A disclaimer as templates show it; `html` is its text."""

    id: str
    title: str
    label: str
    brief: str
    html: Markup
    severity: int
    shows_crisis_lines: bool
    in_full: bool


def show(disclaimer: Disclaimer, *, in_full: bool) -> ShownDisclaimer:
    """Render a disclaimer's text; `in_full` tells whether all of it stands above the article."""
    return ShownDisclaimer(
        id=disclaimer.id,
        title=disclaimer.title,
        label=disclaimer.label,
        brief=disclaimer.brief,
        html=Markup(render_short(disclaimer.text)),  # noqa: S704 - the house's own words
        severity=disclaimer.severity,
        shows_crisis_lines=disclaimer.shows_crisis_lines,
        in_full=in_full,
    )


def all_articles(generator: ArticlesGenerator) -> Iterator[Article]:
    """Yield every article that gets a page, listed or not."""
    return chain(
        generator.articles,
        generator.translations,
        generator.hidden_articles,
        generator.hidden_translations,
        generator.drafts,
        generator.drafts_translations,
    )


def source_of(article: Article) -> str:
    """Return an article's path as authors see it."""
    file = Path(article.source_path)
    return f"content/{file.relative_to(article.settings['PATH']).as_posix()}"


def add_disclaimers(generators: Iterable[Generator]) -> None:
    """Give every article its disclaimers, its crisis lines and its notice for feeds."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in all_articles(generator):
                add_to_article(article, generator)


def add_to_article(article: Article, generator: ArticlesGenerator) -> None:
    """Give one article what its decision asks for."""
    site = site_of(generator.settings)
    decision = site.decisions[source_of(article)]
    review = site.reviews[source_of(article)]
    article.disclaimers = tuple(
        show(disclaimer, in_full=disclaimer in decision.in_full)
        for disclaimer in decision.disclaimers
    )
    article.crisis_lines = decision.crisis_lines
    article.feed_notice = (
        generator.env.get_template(FEED_TEMPLATE).render(
            disclaimers=article.disclaimers,
            crisis_lines=article.crisis_lines,
            review=review,
            SITEURL=generator.settings["SITEURL"],
        )
        if article.disclaimers or review.overdue
        else ""
    )


def add_to_feed(context: Mapping[str, Any], feed: SyndicationFeed) -> None:
    """Put each entry's notice before its content (Atom) or description (RSS)."""
    address = f"{context['SITEURL']}/"
    articles = {
        address + article.url: article
        for article in chain(context["articles"], context.get("hidden_articles", ()))
    }
    for item in feed.items:
        if item["link"] not in articles:
            raise ContentError(
                f"{item['link']}: a feed holds an entry of unknown origin, whose disclaimers "
                "cannot be decided. Remove the plugin that adds it."
            )
        part = "description" if item["content"] is None else "content"
        item[part] = feed_content(articles[item["link"]], item["link"], item[part])


def feed_content(article: Article, link: str, content: str) -> str:
    """Return what a feed entry holds: the notice, then the body.

    Footnotes' links are made to lead to the article's own page, for a feed
    reader has no page to jump in.
    """
    whole = content.replace('href="#', f'href="{link}#')
    return f"{article.feed_notice}{whole}"


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(add_disclaimers)
    signals.feed_generated.connect(add_to_feed)
