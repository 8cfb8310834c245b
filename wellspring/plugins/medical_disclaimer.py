"""Put the decided disclaimers on articles and into feed entries.

On the page the theme shows `article.disclaimers`; in feeds they stand before
the content. They are never part of an article's body, so that no summary,
description or excerpt can be made of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

from feedgenerator import SyndicationFeed
from markupsafe import Markup
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator

from wellspring.errors import ContentError
from wellspring.model.disclaimer import Decision, Disclaimer
from wellspring.model.review import ReviewState
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
    return f"content/{article.relative_source_path}"


@dataclass(slots=True)
class Notices:
    """The notices of one build: many articles carry the same, and each is made once."""

    generator: ArticlesGenerator
    disclaimers: dict[tuple[str, str, bool], ShownDisclaimer] = field(default_factory=dict)
    for_feeds: dict[object, str] = field(default_factory=dict)

    def shown(self, decision: Decision) -> tuple[ShownDisclaimer, ...]:
        """Return the disclaimers that a decision asks for."""
        in_full = decision.in_full
        return tuple(self.of(item, in_full=item in in_full) for item in decision.disclaimers)

    def of(self, disclaimer: Disclaimer, *, in_full: bool) -> ShownDisclaimer:
        """Return a disclaimer as templates show it."""
        key = (disclaimer.id, disclaimer.text, in_full)
        if key not in self.disclaimers:
            self.disclaimers[key] = show(disclaimer, in_full=in_full)
        return self.disclaimers[key]

    def for_feed(self, article: Article, review: ReviewState) -> str:
        """Return what stands before an article in feeds."""
        if not article.disclaimers and not review.overdue:
            return ""
        said = tuple((item.id, item.title, item.in_full) for item in article.disclaimers)
        lines = tuple(line.id for line in article.crisis_lines)
        looked = (review.last, review.due) if review.overdue else None
        key = (said, lines, looked)
        if key not in self.for_feeds:
            self.for_feeds[key] = self.generator.env.get_template(FEED_TEMPLATE).render(
                disclaimers=article.disclaimers,
                crisis_lines=article.crisis_lines,
                review=review,
                SITEURL=self.generator.settings["SITEURL"],
            )
        return self.for_feeds[key]


def add_disclaimers(generators: Iterable[Generator]) -> None:
    """Give every article its disclaimers, its crisis lines and its notice for feeds."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            notices = Notices(generator)
            for article in all_articles(generator):
                add_to_article(article, notices)


def add_to_article(article: Article, notices: Notices) -> None:
    """Give one article what its decision asks for."""
    site = site_of(article.settings)
    path = source_of(article)
    decision, review = site.decisions[path], site.reviews[path]
    article.disclaimers = notices.shown(decision)
    article.crisis_lines = decision.crisis_lines
    # Most articles are in no feed, or in one that is as it was.
    article.feed_notice = partial(notices.for_feed, article, review)


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
    return f"{article.feed_notice()}{whole}"


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(add_disclaimers)
    signals.feed_generated.connect(add_to_feed)
