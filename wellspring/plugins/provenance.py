"""Who stands for an article and since when, as templates show it; called by the articles plugin."""

from dataclasses import dataclass
from datetime import date, datetime, time

from pelican.contents import Article
from pelican.urlwrappers import Author as PelicanAuthor

from wellspring.building.site import Site
from wellspring.model.post import Post
from wellspring.plugins.authors import attach, show


@dataclass(frozen=True, slots=True)
class ShownReview:
    """A review as templates show it; `by` has a profile as authors have."""

    by: PelicanAuthor
    on: date


def add_provenance(article: Article, post: Post, site: Site) -> None:
    """Give an article its review, its dates and its sources."""
    state = site.reviews[post.path]
    article.last_look = state.last
    article.review_due = state.due
    article.overdue = state.overdue
    article.review = shown_review(article, post, site)
    changed = last_change(article, post)
    article.was_modified = changed.date() > article.date.date()
    article.modified = changed


def shown_review(article: Article, post: Post, site: Site) -> ShownReview | None:
    """Return an article's review, or None."""
    if post.review is None:
        return None
    person = site.library.authors[post.review.by]
    reviewer = PelicanAuthor(person.name, article.settings)
    attach(reviewer, show(person), person.slug)
    return ShownReview(reviewer, post.review.on)


def last_change(article: Article, post: Post) -> datetime:
    """Return when an article was last changed, corrected or reviewed.

    The sitemap's `lastmod` and the feeds' `updated` say so too.
    """
    moment: datetime = getattr(article, "modified", article.date)
    days = [item.date for item in post.corrections] + ([post.review.on] if post.review else [])
    later = [datetime.combine(day, time(), article.date.tzinfo) for day in days]
    return max(moment, *later) if later else moment
