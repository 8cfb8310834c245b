"""What may be waived, and what is wrong with a post's waivers; called by decide and open_site."""

from collections.abc import Iterable, Iterator

from wellspring.model.disclaimer import Decision, Requirement
from wellspring.model.finding import Finding
from wellspring.model.post import Post, Waiver
from wellspring.text.suggest import did_you_mean

# A word in the text, or another notice, is evidence; a tag or a category is an author's guess.
EVIDENCE = {"word", "implied"}


def is_allowed(requirement: Requirement) -> bool:
    """Tell whether a waiver may take a requirement away: not against the words themselves."""
    asked_for = any(reason.kind == "front matter" for reason in requirement.reasons)
    evident = any(reason.kind in EVIDENCE for reason in requirement.reasons)
    return not asked_for and not (requirement.disclaimer.binding and evident)


def check_waivers(post: Post, decision: Decision, known: Iterable[str]) -> Iterator[Finding]:
    """Report the waivers of a post that cannot be granted, or that waive nothing.

    `known` are the ids of all disclaimers.
    """
    ids = list(known)
    kept = {item.disclaimer.id: item for item in decision.requirements}
    granted = {item.requirement.disclaimer.id for item in decision.waived}
    for waiver in post.waivers:
        if waiver.disclaimer not in ids:
            message = f"there is no disclaimer `{waiver.disclaimer}`. "
            yield Finding(waiver.place, message + did_you_mean(waiver.disclaimer, ids))
        elif waiver.disclaimer in kept:
            yield Finding(waiver.place, refusal(waiver, kept[waiver.disclaimer]))
        elif waiver.disclaimer not in granted:
            message = (
                f"nothing in this article asks for `{waiver.disclaimer}`, so there is nothing to "
                "waive. Remove this line."
            )
            yield Finding(waiver.place, message)


def refusal(waiver: Waiver, requirement: Requirement) -> str:
    """Say why a waiver is refused."""
    if any(reason.kind == "front matter" for reason in requirement.reasons):
        return (
            f"`Disclaimer` asks for `{waiver.disclaimer}` and `Disclaimer-waived` takes it away. "
            "Remove one of the two."
        )
    evidence = next(str(reason) for reason in requirement.reasons if reason.kind in EVIDENCE)
    return (
        f"`{waiver.disclaimer}` cannot be waived while the text calls for it: {evidence}. "
        "Remove this line, or change the text."
    )
