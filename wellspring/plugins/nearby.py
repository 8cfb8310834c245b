"""Other articles on an article's subject, in time that grows with the number of articles alone.

By what they say, then by tags and category. Called by articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pelican.contents import Article

from wellspring.text.related import related_texts

RELATED = 3
# The newest of each tag and category are enough to choose from.
CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Nearby:
    """What is close to each listed article."""

    by_slug: Mapping[str, Article]
    by_words: Mapping[str, tuple[str, ...]]
    by_label: Mapping[str, list[Article]]

    def of(self, article: Article) -> list[Article]:
        """Return up to RELATED other articles, the closest first."""
        words = self.by_words.get(article.slug, ())
        labels = labels_of(article)
        near = {slug: self.by_slug[slug] for slug in words}
        near |= {other.slug: other for label in labels for other in self.by_label.get(label, ())}
        near.pop(article.slug, None)

        def score(other: Article) -> int:
            """Return how close another article is: words count most, then tags and category."""
            said = len(words) - words.index(other.slug) if other.slug in words else 0
            return 3 * said + len(labels & labels_of(other))

        ranked = sorted(near.values(), key=lambda other: (other.date, other.slug), reverse=True)
        return sorted(ranked, key=score, reverse=True)[:RELATED]


def find_nearby(listed: Iterable[Article], texts: Mapping[str, str]) -> Nearby:
    """Return what is close to each article; `texts` are their words by slug."""
    newest = sorted(listed, key=lambda article: (article.date, article.slug), reverse=True)
    by_label: dict[str, list[Article]] = defaultdict(list)
    for article in newest:
        for label in labels_of(article):
            if len(by_label[label]) <= CANDIDATES:
                by_label[label].append(article)
    by_slug = {article.slug: article for article in newest}
    return Nearby(by_slug, related_texts(texts, RELATED), by_label)


def labels_of(article: Article) -> set[str]:
    """Return an article's tags and category."""
    tags = {f"tag {tag.slug}" for tag in getattr(article, "tags", [])}
    return tags | {f"category {article.category.slug}"}
