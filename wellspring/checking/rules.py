"""Run the house style's rules over a post's words; called by `check` and by publishing."""

from collections.abc import Iterator

from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Post
from wellspring.model.rule import Rule
from wellspring.text.matching import Passage, find_words, passages


def check_rules(post: Post, rules: tuple[Rule, ...]) -> list[Finding]:
    """Return the findings of all rules in one post, sorted by place."""
    return sorted(
        finding
        for rule in rules
        for passage in passages(post)
        for finding in check_passage(rule, passage, post.path)
    )


def check_passage(rule: Rule, passage: Passage, path: str) -> Iterator[Finding]:
    """Yield a finding for each match of a rule in a stretch of words."""
    for word, offset in find_words(rule.terms, rule.unless, passage.text):
        message = rule.message.replace("{match}", " ".join(word.split()))
        yield Finding(place_of(passage, offset, path), message, rule.id, rule.severity)


def place_of(passage: Passage, offset: int, path: str) -> Place:
    """Return line and column of an offset; the file's top for front matter."""
    if not passage.line:
        return Place(path)
    line_start = passage.text.rfind("\n", 0, offset) + 1
    return Place(path, passage.line + passage.text.count("\n", 0, offset), offset - line_start + 1)
