"""What an article page shows beside its body: further reading, corrections, series, neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator
from pelican.utils import get_relative_path

from wellspring.building.relations import Relations
from wellspring.errors import ContentError
from wellspring.model.place import Place
from wellspring.model.post import KnowMore, Post
from wellspring.plugins.authors import mark_pages
from wellspring.plugins.medical_disclaimer import all_articles, source_of
from wellspring.plugins.provenance import add_provenance
from wellspring.plugins.site import site_of
from wellspring.text.nearby import Entry, words_of

# The name by which templates find the articles that were corrected, the newest first.
CORRECTED = "corrected_articles"
RELATIONS_KEY = "RELATIONS_OF_THIS_BUILD"
OWN_FILE = "{filename}"


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A series as templates show it, with this article's place in it."""

    name: str
    position: int
    articles: tuple[Article, ...]
    previous: Article | None
    next: Article | None

    @property
    def total(self) -> int:
        """Return how many articles the series has."""
        return len(self.articles)


def complete_articles(generators: Iterable[Generator]) -> None:
    """Give every article its further reading, corrections, series and neighbours."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            complete(generator)


def complete(generator: ArticlesGenerator) -> None:
    """Complete the articles of one generator."""
    site = site_of(generator.settings)
    posts = site.library.posts
    listed = sorted(generator.articles, key=lambda article: (article.date, article.slug))
    neighbours = dict(zip([a.slug for a in listed], neighbour_pairs(listed), strict=True))
    series = collect_series(listed, posts)
    by_slug = {article.slug: article for article in listed}
    relations: Relations = generator.settings.get(RELATIONS_KEY) or Relations()
    near = relations.of([entry_of(article, posts[source_of(article)]) for article in listed])
    for article in all_articles(generator):
        post = posts[source_of(article)]
        add_provenance(article, post, site)
        article.tags = getattr(article, "tags", [])
        article.know_more = tuple(resolve(link, article, post) for link in post.know_more)
        article.sources = tuple(resolve(link, article, post) for link in post.sources)
        article.corrections = tuple(sorted(post.corrections, key=lambda item: item.date))
        article.older, article.newer = neighbours.get(article.slug, (None, None))
        article.series = show_series(article, post, series)
        article.related = [by_slug[slug] for slug in near.get(article.slug, ())]
    # Not all articles: every page would depend on each of them.
    generator.context[CORRECTED] = [article for article in listed[::-1] if article.corrections]
    mark_pages(generator)


def entry_of(article: Article, post: Post) -> Entry:
    """Return what is compared of a listed article."""
    tags = tuple(f"tag {tag.slug}" for tag in getattr(article, "tags", []))
    words = words_of(post, (heading.text for heading in article.contents))
    labels = (*dict.fromkeys(tags), f"category {article.category.slug}")
    return Entry(article.slug, article.date.isoformat(), labels, words)


def neighbour_pairs(listed: list[Article]) -> list[tuple[Article | None, Article | None]]:
    """Return (older, newer) for each article of a list sorted by date."""
    return list(zip([None, *listed[:-1]], [*listed[1:], None], strict=True)) if listed else []


def resolve(link: KnowMore, article: Article, post: Post) -> KnowMore:
    """Turn a `{filename}` target into an address that works from the article's page."""
    if not link.url.startswith(OWN_FILE):
        return link
    path = link.url.removeprefix(OWN_FILE).lstrip("/")
    target = article._context["generated_content"].get(path)  # noqa: SLF001 - no other map
    if target is None:
        raise ContentError(
            f"{link.place or Place(post.path)}: `{link.title}` points to `{path}`, and there is "
            "no such file in content/. Mend the path."
        )
    relative = article.settings["RELATIVE_URLS"]
    root = get_relative_path(article.save_as) if relative else article.settings["SITEURL"]
    return replace(link, url=f"{root}/{target.url}")


def collect_series(listed: list[Article], posts: dict[str, Post]) -> dict[str, list[Article]]:
    """Return the published articles of each series, in the series' order."""
    series: dict[str, list[tuple[int, str, Article]]] = {}
    for article in listed:
        own = posts[source_of(article)].series
        if own:
            series.setdefault(own.name, []).append((own.position, article.slug, article))
    return {name: [article for *_, article in sorted(parts)] for name, parts in series.items()}


def show_series(
    article: Article, post: Post, series: dict[str, list[Article]]
) -> ShownSeries | None:
    """Return an article's series, or None when readers get no other part of it."""
    members = series.get(post.series.name, []) if post.series else []
    if post.series is None or article not in members or len(members) == 1:
        return None
    index = members.index(article)
    return ShownSeries(
        name=post.series.name,
        position=index + 1,
        articles=tuple(members),
        previous=members[index - 1] if index else None,
        next=members[index + 1] if index + 1 < len(members) else None,
    )


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(complete_articles)
