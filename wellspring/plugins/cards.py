"""A card for each published article, for networks that show a picture beside a shared link.

Only the live site has them: nobody shares a preview.
"""

from collections.abc import Iterable
from pathlib import Path

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator

from wellspring.building.cards import Card, make_card
from wellspring.building.derived import named
from wellspring.plugins.medical_disclaimer import all_articles
from wellspring.plugins.settings import Settings

FOLDER = "cards"


def add_cards(generators: Iterable[Generator]) -> None:
    """Draw the cards and tell each article its card's address within the site."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            live = Settings.from_pelican(generator.settings).production
            for article in all_articles(generator):
                article.card = write_card(article) if live and article.status != "draft" else ""


def write_card(article: Article) -> str:
    """Write an article's card; return its address, empty where its letters cannot be drawn."""
    settings = article.settings
    writers = " and ".join(author.name for author in article.authors)
    store = Path(settings["PATH"]).parent / ".build" / "cards"
    note = article.disclaimers[-1].title if article.disclaimers else ""
    data = make_card(Card(article.title, writers, settings["SITENAME"], note), store)
    if data is None:
        return ""
    path = f"{FOLDER}/{named(article.slug, data, '.png')}"
    file = Path(settings["OUTPUT_PATH"]) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return path


def register() -> None:
    """Connect to Pelican."""
    signals.all_generators_finalized.connect(add_cards)
