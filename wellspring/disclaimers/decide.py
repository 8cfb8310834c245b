"""Decide what one post must carry; called by the plugin, the audit and `explain`.

A post gets a disclaimer because its front matter asks for it, because of its
category, its tags, its words or the drugs it names, or because another
disclaimer implies it. It is spared one only by a waiver in its front matter
that waivers.py allows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wellspring.disclaimers.drug_notes import note_on
from wellspring.disclaimers.matching import Hit, Hits, find_hits
from wellspring.disclaimers.waivers import is_allowed
from wellspring.house.style import HouseStyle, drug_owner
from wellspring.model.crisis_line import EVERYWHERE, CrisisLine
from wellspring.model.disclaimer import (
    GENERAL_REVIEW_DAYS,
    Decision,
    Disclaimer,
    Reason,
    Requirement,
    Waived,
)
from wellspring.model.drug import Drug
from wellspring.model.post import Post
from wellspring.model.topic import Topic

Claim = tuple[str, Reason]
# Labels and safety warnings change more often than other facts.
DRUG_REVIEW_DAYS = 365


@dataclass(frozen=True, slots=True)
class Matter:
    """What a post is about: topics with their tags and words, and drugs with their words."""

    topics: tuple[tuple[Topic, tuple[Reason, ...]], ...]
    drugs: tuple[tuple[Drug, tuple[Hit, ...]], ...]


def decide(
    post: Post, house: HouseStyle, regions: Iterable[str], hits: Hits | None = None
) -> Decision:
    """Return what a post must carry, gravest first, each with its reasons.

    `regions` are the ISO 3166 countries of the readers the site is made for; `hits` are what
    find_hits gives for the post, if that is known.
    """
    matter = matter_of(post, house, find_hits(post, house) if hits is None else hits)
    reasons: dict[str, list[Reason]] = {}
    for id_, reason in claims(post, house, matter):
        reasons.setdefault(id_, []).append(reason)
    imply(reasons, house)
    requirements = sorted(
        (
            Requirement(in_words_of(house.disclaimers[id_], post), tuple(why))
            for id_, why in reasons.items()
            if id_ in house.disclaimers
        ),
        key=lambda requirement: (-requirement.disclaimer.severity, requirement.disclaimer.id),
    )
    waived = tuple(waived_of(requirements, post))
    spared = {item.requirement.disclaimer.id for item in waived}
    kept = tuple(item for item in requirements if item.disclaimer.id not in spared)
    in_crisis = any(requirement.disclaimer.shows_crisis_lines for requirement in kept)
    own_lines = [id_ for topic, _ in matter.topics for id_ in topic.crisis_lines]
    return Decision(
        requirements=kept,
        crisis_lines=home_crisis_lines(house, regions, own_lines) if in_crisis else (),
        waived=waived,
        drug_notes=tuple(note_on(drug, hits[0].line) for drug, hits in matter.drugs),
        review_days=review_days(matter),
        topics=tuple(topic.id for topic, _ in matter.topics),
    )


def in_words_of(disclaimer: Disclaimer, post: Post) -> Disclaimer:
    """Return a disclaimer in a post's language, or as it is if it has no such words."""
    return disclaimer.in_language(post.lang) if post.lang in disclaimer.languages else disclaimer


def matter_of(post: Post, house: HouseStyle, hits: Hits) -> Matter:
    """Return the topics and drugs that a post's tags and words belong to."""
    tags = tags_by_topic(post, house)
    topics = tuple(
        (topic, tuple(topic_reasons(topic, tags.get(topic.id, ()), hits.get(topic.id, ()))))
        for topic in house.topics
        if topic.id in hits or topic.id in tags
    )
    drugs = tuple(
        (drug, tuple(hits[drug_owner(drug.id)]))
        for drug in house.drugs
        if drug_owner(drug.id) in hits
    )
    return Matter(topics, drugs)


def review_days(matter: Matter) -> int:
    """Return after how many days a text on some matter must be looked at again."""
    asked = [topic.review_days for topic, _ in matter.topics]
    return min([GENERAL_REVIEW_DAYS, *asked, *(DRUG_REVIEW_DAYS for _ in matter.drugs)])


def waived_of(requirements: Iterable[Requirement], post: Post) -> Iterator[Waived]:
    """Yield the requirements that the post's front matter may and does waive."""
    waivers = {waiver.disclaimer: waiver for waiver in post.waivers}
    for requirement in requirements:
        waiver = waivers.get(requirement.disclaimer.id)
        if waiver and is_allowed(requirement):
            yield Waived(requirement, waiver)


def claims(post: Post, house: HouseStyle, matter: Matter) -> Iterator[Claim]:
    """Yield every (disclaimer id, reason) that a post itself gives rise to."""
    for value in post.disclaimers:
        yield value.text, Reason("front matter", "asked for in the front matter", value.place.line)
    if post.category in house.categories:
        for id_ in house.categories[post.category].disclaimers:
            yield id_, Reason("category", f"category “{post.category}”")
    for topic, reasons in matter.topics:
        yield from ((id_, reason) for reason in reasons for id_ in topic.disclaimers)
    for drug, hits in matter.drugs:
        for hit in hits:
            reason = Reason("word", f"The drug {drug.name}: the word “{hit.word}”", hit.line)
            yield from ((id_, reason) for id_ in drug.disclaimers)


def tags_by_topic(post: Post, house: HouseStyle) -> dict[str, list[str]]:
    """Return the tags of a post that belong to topics, by topic id."""
    tags: dict[str, list[str]] = {}
    for tag in post.tags:
        for topic in house.topics_by_tag.get(tag.casefold(), ()):
            tags.setdefault(topic.id, []).append(tag)
    return tags


def topic_reasons(topic: Topic, tags: Iterable[str], hits: Iterable[Hit]) -> Iterator[Reason]:
    """Yield why a post belongs to a topic: its tags and its words."""
    for tag in tags:
        yield Reason("tag", f"{topic.name}: tag “{tag}”")
    for hit in hits:
        yield Reason("word", f"{topic.name}: the word “{hit.word}”", hit.line)


def imply(reasons: dict[str, list[Reason]], house: HouseStyle) -> None:
    """Add what the disclaimers found so far imply, to the end of the chain."""
    todo = list(reasons)
    while todo:
        id_ = todo.pop()
        implied = house.disclaimers[id_].implies if id_ in house.disclaimers else ()
        for other in implied:
            if other not in reasons:
                reasons[other] = [Reason("implied", f"implied by “{id_}”")]
                todo.append(other)


def home_crisis_lines(
    house: HouseStyle, regions: Iterable[str], asked: Iterable[str] = ()
) -> tuple[CrisisLine, ...]:
    """Return the crisis lines of the site's regions, in the order of the regions.

    A region's general lines come first, then those whose ids are asked for.
    """
    wanted = set(asked)
    lines = [line for line in house.crisis_lines if line.general or line.id in wanted]
    return tuple(
        line
        for region in regions
        for line in sorted(lines, key=lambda line: not line.general)
        if line.country == region and region != EVERYWHERE
    )
