"""Lists of a term's articles that are quick to ask, so that many terms cost no more than few.

Called by incremental when Pelican has read all articles.
"""

from collections.abc import Iterable

from pelican.contents import Content
from pelican.generators import ArticlesGenerator


class TermList(list[Content]):
    """A term's articles, which know at once whether one is among them.

    Pelican asks that of all articles for each term.
    """

    def __init__(self, articles: Iterable[Content]) -> None:
        super().__init__(articles)
        self.ids = frozenset(map(id, self))

    def __contains__(self, article: object) -> bool:
        return id(article) in self.ids


def quicken_terms(generator: ArticlesGenerator) -> None:
    """Give every tag, category and author a list that is quick to ask."""
    generator.tags = {tag: TermList(articles) for tag, articles in generator.tags.items()}
    generator.categories = [(term, TermList(articles)) for term, articles in generator.categories]
    generator.authors = [(term, TermList(articles)) for term, articles in generator.authors]
