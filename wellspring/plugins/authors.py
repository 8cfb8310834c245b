"""Give Pelican's authors and categories what content/authors/ and editorial/ say of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup
from pelican import signals
from pelican.generators import ArticlesGenerator, Generator
from pelican.urlwrappers import Author as PelicanAuthor

from wellspring.building.site import Site
from wellspring.model.post import Author, KnowMore
from wellspring.plugins.medical_disclaimer import all_articles, source_of
from wellspring.plugins.site import site_of
from wellspring.text.render import render_markdown


@dataclass(frozen=True, slots=True)
class Profile:
    """An author as templates show them; `html` is the bio."""

    name: str
    credentials: str
    conflicts: str
    role: str
    summary: str
    html: Markup
    websites: tuple[KnowMore, ...]


def show(author: Author) -> Profile:
    """Render an author's bio."""
    return Profile(
        name=author.name,
        credentials=author.credentials,
        conflicts=author.conflicts,
        role=author.role,
        summary=author.summary,
        html=Markup(render_markdown(author.bio).html),  # noqa: S704 - judged by the audit
        websites=author.websites,
    )


def add_profiles(generators: Iterable[Generator]) -> None:
    """Attach profiles and category descriptions wherever templates may meet them."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            describe(generator)


def describe(generator: ArticlesGenerator) -> None:
    """Attach to the objects of each article and to those of the lists, which are not the same."""
    site = site_of(generator.settings)
    profiles = {name: show(author) for name, author in site.library.authors.items()}
    slugs = {name: author.slug for name, author in site.library.authors.items()}
    articles = list(all_articles(generator))
    add_reviewers(generator, site)
    listed = [author for author, _ in generator.authors]
    for author in [*listed, *(author for article in articles for author in article.authors)]:
        attach(author, profiles[author.name], slugs[author.name])
    shelves = [category for category, _ in generator.categories]
    for category in [*shelves, *(article.category for article in articles)]:
        category.description = site.house.categories[category.name].description
        category.slug = site.house.categories[category.name].id


def add_reviewers(generator: ArticlesGenerator, site: Site) -> None:
    """Give reviewers who have written nothing a page too, so that readers can see who they are."""
    known = {author.name for author, _ in generator.authors}
    reviews = [site.reviews[source_of(article)].review for article in generator.articles]
    for name in sorted({review.by for review in reviews if review} - known):
        generator.authors.append((PelicanAuthor(name, generator.settings), []))


def mark_pages(generator: ArticlesGenerator) -> None:
    """Tell of each article's labels and people whether they have a page that can be linked to.

    Those that only drafts name have none.
    """
    lists = (generator.categories, generator.tags.items(), generator.authors)
    with_page = {(type(label), label.name) for labels in lists for label, _ in labels}
    for article in all_articles(generator):
        reviewers = [article.review.by] if article.review else []
        for label in (article.category, *article.tags, *article.authors, *reviewers):
            label.has_page = (type(label), label.name) in with_page


def attach(author: PelicanAuthor, profile: Profile, slug: str) -> None:
    """Attach a profile; the author's file gives the address."""
    author.profile = profile
    author.slug = slug


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(add_profiles)
