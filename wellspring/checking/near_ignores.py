"""Comments that were meant as ignores and are none, so that nobody believes they work.

Called by ignores. Writers leave comments of all kinds: one is named only if it begins almost like
an ignore and goes on with a rule or a reason.
"""

import re
from collections.abc import Collection, Iterator

from wellspring.checking.subject import Subject
from wellspring.model.finding import Finding
from wellspring.text.ignores import find_ignores
from wellspring.text.prose import blank_fences, blank_inline_code
from wellspring.text.suggest import count_slips, fold, nearest

# In lines of their own, as ignores are.
COMMENT = re.compile(r"^[ \t]{0,3}<!--(?P<inside>(?:(?!-->|<!--)[\s\S])*)-->[ \t]*$", re.MULTILINE)
WORD = re.compile(r"[\w-]+")
OPENING = re.compile(r"check[-_]ignore\b", re.IGNORECASE)
CHECK, IGNORE, BECAUSE = "check", "ignore", "because"
# Words of their own, however near they are.
OTHERS = ("cheek", "chick", "chuck", "ignored", "ignores")


def near_ignores(subject: Subject, rules: Collection[str], id_: str) -> Iterator[Finding]:
    """Yield a warning by the rule `id_` for each comment that is almost an ignore."""
    body = subject.source.body
    if "<!--" not in body:
        return
    right = {match.start("saying") for match in find_ignores(body)}
    for match in COMMENT.finditer(blank_inline_code(blank_fences(body))):
        is_right = any(match.start() <= start <= match.end() for start in right)
        if not is_right and is_meant(match["inside"], rules):
            message = (
                f"“{' '.join(match['inside'].split())[:60]}” looks like an ignore and ignores "
                "nothing. Write `<!-- check: ignore a-rule because the reason -->`."
            )
            yield Finding(subject.place_at(match.start()), message, id_, "warning")


def is_meant(inside: str, rules: Collection[str]) -> bool:
    """Tell whether what a comment says was meant as an ignore.

    With both words, a rule or a reason must follow, however spelt; with one of them, both must.
    """
    first, second, *behind = [*WORD.findall(OPENING.sub("check ignore", inside)), "", ""]
    if is_nearly(first, CHECK) and is_nearly(second, IGNORE):
        rule = behind[0] if behind else ""
        return BECAUSE in behind or rule in rules or near_rule(rule, rules)
    has_head = is_nearly(first, CHECK) or is_nearly(first, IGNORE)
    return has_head and second in rules and BECAUSE in behind


def is_nearly(word: str, meant: str) -> bool:
    """Tell whether a word is another, or one slip away."""
    folded = fold(word)
    return folded not in OTHERS and count_slips(folded, meant) <= 1


def near_rule(word: str, rules: Collection[str]) -> bool:
    """Tell whether a word is a misspelt rule: only rules have hyphens."""
    return "-" in word and bool(nearest(word, rules))
