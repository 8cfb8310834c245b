"""The change guard: what an edit has done to the facts of an article since its review.

Compares the sentences in the review's record with those of today; only a lost
or changed negation, amount or drug name counts, so that wording stays free.
Called by open_site for every post that says it was reviewed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from wellspring.disclaimers.matching import DRUG, drugs_in
from wellspring.house.style import HouseStyle
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Post
from wellspring.model.review import Review, ReviewRecord
from wellspring.text.facts import NEGATION, facts_of, sentences

# From how much likeness on two sentences are taken for one that was edited.
ALIKE = 0.5
Line = tuple[int, str]


def sentences_of(post: Post) -> list[Line]:
    """Return the (line, sentence) pairs of a post, title, subtitle and summary first (line 1).

    What the summary says in the same words as the body is there once.
    """
    head = [(1, text) for text in (post.title, post.subtitle) if text]
    body = list(sentences(post.prose, post.prose_line))
    said = {text for _, text in body}
    return [*head, *(it for it in sentences(post.summary, 1) if it[1] not in said), *body]


def guarded_sentences(post: Post, house: HouseStyle) -> tuple[str, ...]:
    """Return the sentences that hold facts, for a review's record."""
    return tuple(text for _, text in sentences_of(post) if facts(text, house))


def facts(sentence: str, house: HouseStyle) -> Counter[str]:
    """Return the guarded facts of a sentence."""
    return facts_of(sentence, lambda text: {o.removeprefix(DRUG) for o in drugs_in(text, house)})


def check_review(post: Post, record: ReviewRecord, house: HouseStyle) -> Iterator[Finding]:
    """Report each fact of a reviewed post that is not as its reviewer saw it."""
    if post.review is None:
        return
    now = sentences_of(post)
    gone = Counter(record.sentences) - Counter(text for _, text in now)
    seen = Counter(record.sentences)
    new = [line for line in now if not take(seen, line[1])]
    for was in gone.elements():
        line = closest(was, new)
        if line is None:
            yield Finding(post.review.place, dropped(was, facts(was, house), post.review))
            continue
        new.remove(line)
        lost = facts(was, house) - facts(line[1], house)
        gained = facts(line[1], house) - facts(was, house)
        if lost or gained:
            yield Finding(Place(post.path, line[0]), changed(was, lost, gained, post.review))
    for number, text in new:
        added = Counter({key: n for key, n in facts(text, house).items() if not is_negation(key)})
        if added:
            yield Finding(Place(post.path, number), unseen(added, post.review))


def take(counter: Counter[str], text: str) -> bool:
    """Take one piece of text out of a counter; tell whether it was there."""
    found = counter[text] > 0
    counter[text] -= found
    return found


def closest(sentence: str, lines: Iterable[Line]) -> Line | None:
    """Return the line that a sentence was most likely edited into."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(sentence)
    best: tuple[float, Line] | None = None
    for line in lines:
        matcher.set_seq1(line[1])
        if matcher.quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
            best = max(best or (0.0, line), (ratio, line), key=lambda pair: pair[0])
    return best[1] if best else None


def is_negation(fact: str) -> bool:
    """Tell whether a fact is a negation."""
    return NEGATION.fullmatch(fact) is not None


def named(counter: Counter[str]) -> str:
    """Return facts in words."""
    return ", ".join(f"“{fact}”" for fact in sorted(counter.elements()))


def again(review: Review) -> str:
    """Return what to do about a change."""
    return (
        f"{review.by} has not seen that. Put it back, or have it reviewed again, then run "
        "`invoke review` for this article."
    )


def changed(was: str, lost: Counter[str], gained: Counter[str], review: Review) -> str:
    """Say what an edited sentence has lost and gained."""
    parts = [f"lost {named(lost)}" if lost else "", f"gained {named(gained)}" if gained else ""]
    what = " and ".join(part for part in parts if part)
    return (
        f"since the review of {review.on} this sentence has {what} (it was “{was}”). "
        f"{again(review)}"
    )


def dropped(was: str, lost: Counter[str], review: Review) -> str:
    """Say which sentence is gone."""
    return (
        f"since the review of {review.on} the sentence “{was}” with {named(lost)} is gone. "
        f"{again(review)}"
    )


def unseen(added: Counter[str], review: Review) -> str:
    """Say which facts are new."""
    return f"{named(added)} is new since the review of {review.on}. {again(review)}"
