"""Other articles on an article's subject, in time that grows with the number of articles alone.

By what their titles, headings and summaries say, then by tags and category: a word changed in a
text's body leaves all other articles as they are. Called by building.relations.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wellspring.model.post import Post
from wellspring.text.related import (
    Close,
    Spread,
    count_words,
    may_change,
    related_texts,
    spread_of,
    weigh,
    weights_of,
)

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


@dataclass(frozen=True, slots=True)
class Nearby:
    """For each article by its slug: the closest others, and those that say the most of the same.

    `spread` is how many articles have each word.
    """

    near: dict[str, tuple[str, ...]]
    said: dict[str, Close]
    spread: Spread


def words_of(post: Post, headings: Iterable[str]) -> str:
    """Return what an article is compared by."""
    return " ".join((post.title, post.subtitle, post.summary, *post.tags, *headings))


def find_nearby(entries: Iterable[Entry]) -> Nearby:
    """Return for each article up to RELATED others, the closest first."""
    shelf = Shelf.of(entries)
    texts = shelf.texts()
    said = related_texts(texts, RELATED)
    near = {slug: shelf.closest(slug, said[slug]) for slug in shelf.by_slug}
    return Nearby(near, said, spread_of(count_words(texts)))


def find_again(known: Nearby, before: Sequence[Entry], after: Sequence[Entry]) -> Nearby:
    """Return what `find_nearby` would of the same articles of which some have other words.

    `known` is what it has found before. The work grows with what has changed, unless others are
    weighed anew for that.
    """
    pairs = zip(before, after, strict=True)
    changed = {old.slug: (old.words, new.words) for old, new in pairs if old.words != new.words}
    old, new = (count_words({slug: words[at] for slug, words in changed.items()}) for at in (0, 1))
    spread = known.spread
    for slug in changed:
        spread = spread.after(old[slug], new[slug])
    met = {word for counts in (old, new) for words in counts.values() for word in words}
    was, rare = known.spread.rarities(met), spread.rarities(met)
    same = all(weights_of(old[slug], was) == weights_of(new[slug], rare) for slug in changed)
    if same and was == rare:
        return replace(known, spread=spread)
    shelf = Shelf.of(after)
    counts = count_words(shelf.texts())
    other = {word for word in met if was.get(word) != rare.get(word)}
    anew = {slug for slug, words in counts.items() if not other.isdisjoint(words)} | set(changed)
    weighed = weigh(counts, spread)
    said = {
        slug: weighed.close_to(slug, RELATED)
        for slug in may_change(known.said, weighed, anew, RELATED)
    }
    near = {slug: shelf.closest(slug, close) for slug, close in said.items()}
    return Nearby(known.near | near, known.said | said, spread)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles, the newest first, by slug and by tag or category."""

    by_slug: Mapping[str, Entry]
    by_label: Mapping[str, Sequence[Entry]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Shelf":
        """Return articles in their order."""
        newest = sorted(entries, key=lambda entry: (entry.date, entry.slug), reverse=True)
        by_label: dict[str, list[Entry]] = defaultdict(list)
        for entry in newest:
            for label in entry.labels:
                if len(by_label[label]) <= CANDIDATES:
                    by_label[label].append(entry)
        return cls({entry.slug: entry for entry in newest}, by_label)

    def texts(self) -> dict[str, str]:
        """Return what each article is compared by."""
        return {slug: entry.words for slug, entry in self.by_slug.items()}

    def closest(self, slug: str, said: Close) -> tuple[str, ...]:
        """Return the slugs of the articles closest to one: words count most, then labels."""
        entry = self.by_slug[slug]
        labelled = [other for label in entry.labels for other in self.by_label[label]]
        others = [*(self.by_slug[other] for other, _ in said), *labelled]
        near = {other.slug: other for other in others if other.slug != slug}
        labels = set(entry.labels)
        weight = {other: 3 * (len(said) - place) for place, (other, _) in enumerate(said)}
        ranked = sorted(near.values(), key=lambda other: (other.date, other.slug), reverse=True)
        ranked.sort(
            key=lambda other: weight.get(other.slug, 0) + len(labels.intersection(other.labels)),
            reverse=True,
        )
        return tuple(other.slug for other in ranked[:RELATED])
