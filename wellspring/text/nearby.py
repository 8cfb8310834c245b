"""Other articles on an article's subject, in time that grows with the number of articles alone.

By what their titles, headings and summaries say, then by tags and category: a word changed in a
text's body leaves all other articles as they are. Called by building.relations.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from wellspring.text.related import related_texts

RELATED = 3
# The newest of each tag and category are enough to choose from.
CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A listed article: its slug, its date as text that sorts, its tags and category, its words."""

    slug: str
    date: str
    labels: tuple[str, ...]
    words: str


def find_nearby(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Return for each article the slugs of up to RELATED others, the closest first."""
    newest = sorted(entries, key=lambda entry: (entry.date, entry.slug), reverse=True)
    by_label: dict[str, list[Entry]] = defaultdict(list)
    for entry in newest:
        for label in entry.labels:
            if len(by_label[label]) <= CANDIDATES:
                by_label[label].append(entry)
    by_slug = {entry.slug: entry for entry in newest}
    by_words = related_texts({entry.slug: entry.words for entry in newest}, RELATED)
    return {
        entry.slug: closest(
            entry,
            [by_slug[slug] for slug in by_words.get(entry.slug, ())],
            [other for label in entry.labels for other in by_label[label]],
        )
        for entry in newest
    }


def closest(entry: Entry, said: list[Entry], labelled: list[Entry]) -> tuple[str, ...]:
    """Return the slugs of the closest of some articles: words count most, then labels."""
    near = {other.slug: other for other in (*said, *labelled) if other.slug != entry.slug}
    labels = set(entry.labels)
    weight = {other.slug: 3 * (len(said) - place) for place, other in enumerate(said)}
    ranked = sorted(near.values(), key=lambda other: (other.date, other.slug), reverse=True)
    ranked.sort(
        key=lambda other: weight.get(other.slug, 0) + len(labels.intersection(other.labels)),
        reverse=True,
    )
    return tuple(other.slug for other in ranked[:RELATED])
