"""Decide what one post must carry; called by the plugin, the audit and `explain`.

A post gets a disclaimer because its front matter asks for it, because of its
category, its tags or its words, or because another disclaimer implies it. It is
spared one only by a waiver in its front matter that waivers.py allows.
"""

from collections.abc import Iterable, Iterator

from wellspring.disclaimers.matching import Hit, find_topics
from wellspring.disclaimers.waivers import is_allowed
from wellspring.house.load import HouseStyle
from wellspring.model.crisis_line import EVERYWHERE, CrisisLine
from wellspring.model.disclaimer import Decision, Reason, Requirement, Waived
from wellspring.model.post import Post
from wellspring.model.topic import Topic

Claim = tuple[str, Reason]


def decide(post: Post, house: HouseStyle, regions: Iterable[str]) -> Decision:
    """Return what a post must carry, gravest first, each with its reasons.

    `regions` are the ISO 3166 countries of the readers the site is made for.
    """
    reasons: dict[str, list[Reason]] = {}
    for id_, reason in claims(post, house):
        reasons.setdefault(id_, []).append(reason)
    imply(reasons, house)
    requirements = sorted(
        (
            Requirement(house.disclaimers[id_], tuple(why))
            for id_, why in reasons.items()
            if id_ in house.disclaimers
        ),
        key=lambda requirement: (-requirement.disclaimer.severity, requirement.disclaimer.id),
    )
    waived = tuple(waived_of(requirements, post))
    spared = {item.requirement.disclaimer.id for item in waived}
    kept = tuple(item for item in requirements if item.disclaimer.id not in spared)
    in_crisis = any(requirement.disclaimer.shows_crisis_lines for requirement in kept)
    lines = home_crisis_lines(house, regions) if in_crisis else ()
    return Decision(kept, lines, waived)


def waived_of(requirements: Iterable[Requirement], post: Post) -> Iterator[Waived]:
    """Yield the requirements that the post's front matter may and does waive."""
    waivers = {waiver.disclaimer: waiver for waiver in post.waivers}
    for requirement in requirements:
        waiver = waivers.get(requirement.disclaimer.id)
        if waiver and is_allowed(requirement):
            yield Waived(requirement, waiver)


def claims(post: Post, house: HouseStyle) -> Iterator[Claim]:
    """Yield every (disclaimer id, reason) that a post itself gives rise to."""
    for value in post.disclaimers:
        yield value.text, Reason("front matter", "asked for in the front matter", value.place.line)
    if post.category in house.categories:
        for id_ in house.categories[post.category].disclaimers:
            yield id_, Reason("category", f"category “{post.category}”")
    hits = find_topics(post, house)
    tags = tags_by_topic(post, house)
    for topic in house.topics:
        if topic.id in hits or topic.id in tags:
            for reason in topic_reasons(topic, tags.get(topic.id, ()), hits.get(topic.id, ())):
                for id_ in topic.disclaimers:
                    yield id_, reason


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


def home_crisis_lines(house: HouseStyle, regions: Iterable[str]) -> tuple[CrisisLine, ...]:
    """Return the crisis lines of the site's regions, in the order of the regions."""
    return tuple(
        line
        for region in regions
        for line in house.crisis_lines
        if line.country == region and region != EVERYWHERE
    )
