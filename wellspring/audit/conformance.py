"""How an article does by quality standards for health information: pass, fail, or for a human.

A build can prove that a reviewer is named, never that a text is balanced: what needs judgement is
left to people, and says so. Called by the plugin that writes the report.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wellspring.model.disclaimer import Decision
from wellspring.model.post import Author, Post
from wellspring.model.review import ReviewState
from wellspring.model.standard import Check, Item, Judgement, Standard, Verdict

CITATION = re.compile(r"^\[\^[^\]]+\]:.*https?://", re.MULTILINE)
CONTACT = re.compile(r"\]\((?:mailto:|https://)[^)]*\)|<mailto:[^>]+>|[\w.+-]+@[\w-]+\.\w+")
Answer = tuple[Verdict, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one article and its site; `pages` are the site's, as written, by slug."""

    post: Post
    body: str
    decision: Decision
    review: ReviewState
    authors: tuple[Author, ...]
    reviewer: Author | None
    pages: Mapping[str, str]


def judge(standard: Standard, facts: Facts) -> tuple[Judgement, ...]:
    """Return a judgement on every item of a standard, in its order."""
    return tuple(judge_item(item, facts) for item in standard.items)


def judge_item(item: Item, facts: Facts) -> Judgement:
    """Return the judgement on one item."""
    verdict, why = CHECKS[item.check](facts)
    return Judgement(item, verdict, why)


def told(holds: object, why: str, why_not: str) -> Answer:
    """Return pass or fail with its reason."""
    return ("pass", why) if holds else ("fail", why_not)


def carries(facts: Facts, id_: str) -> bool:
    """Tell whether an article carries a disclaimer."""
    return any(item.id == id_ for item in facts.decision.disclaimers)


def author_named(facts: Facts) -> Answer:
    """Look for the names of authors."""
    return told(facts.authors, "its authors are named", "it names no author")


def author_qualified(facts: Facts) -> Answer:
    """Look for the credentials of every author."""
    lacking = [author.name for author in facts.authors if not author.credentials]
    why_not = f"no health credentials are stated for {', '.join(lacking)}"
    return told(facts.authors and not lacking, "every author's credentials are stated", why_not)


def author_standing(facts: Facts) -> Answer:
    """Look for what every author's credentials are, or that none are stated."""
    return told(facts.authors, "the page says which credentials its authors state, or none", "")


def conflicts_stated(facts: Facts) -> Answer:
    """Look for every author's word on conflicts of interest."""
    lacking = [author.name for author in facts.authors if not author.conflicts]
    why_not = f"no statement of interests by {', '.join(lacking)}"
    return told(not lacking, "every author has made a statement", why_not)


def contact_given(facts: Facts) -> Answer:
    """Look for an address on the about or contact page."""
    text = facts.pages.get("contact", "") + facts.pages.get("about", "")
    return told(CONTACT.search(text), "the site gives an address", "the site gives no address")


def corrections_open(facts: Facts) -> Answer:
    """Look for the page on which all corrections stand."""
    return told(
        "corrections" in facts.pages, "corrections are listed", "there is no page of corrections"
    )


def crisis_help(facts: Facts) -> Answer:
    """Look for crisis lines where the article's matter calls for them."""
    if not any(item.shows_crisis_lines for item in facts.decision.disclaimers):
        return "pass", "nothing in it calls for crisis lines"
    return told(facts.decision.crisis_lines, "it begins with crisis lines", "it has no crisis line")


def dates_shown(facts: Facts) -> Answer:
    """Look for the day of publication."""
    return told(facts.post.date, "its dates are shown", "it has no date")


def further_support(facts: Facts) -> Answer:
    """Look for further reading or help."""
    more = facts.post.know_more or facts.decision.crisis_lines
    return told(more, "it leads to more help or reading", "it leads to no further help or reading")


def human(_facts: Facts) -> Answer:
    """Leave it to people."""
    return "human", "only a reader can tell"


def information_only(facts: Facts) -> Answer:
    """Look for the notice that information is no advice."""
    return told(
        carries(facts, "general"), "a notice says so", "no notice says that it is no advice"
    )


def no_adverts(_facts: Facts) -> Answer:
    """Adverts need scripts or frames, and the audit refuses both."""
    return "pass", "the build refuses scripts, frames and anything loaded from elsewhere"


def private(facts: Facts) -> Answer:
    """Look for the privacy page; the audit has proven the rest."""
    return told(
        "privacy" in facts.pages, "nothing is loaded from elsewhere", "there is no page on privacy"
    )


def promotion_marked(facts: Facts) -> Answer:
    """Look for the notice on promotion; whether one is needed, a person must tell."""
    return ("pass", "a notice says so") if carries(facts, "sponsored") else human(facts)


def publisher_named(facts: Facts) -> Answer:
    """Look for the page about the publisher."""
    return told(
        "about" in facts.pages,
        "there is a page about the publisher",
        "no page says who publishes it",
    )


def review_planned(facts: Facts) -> Answer:
    """Look for a next check that is still to come."""
    due = facts.review.due
    return told(not facts.review.overdue, f"due by {due}", f"its check was due by {due}")


def reviewer_qualified(facts: Facts) -> Answer:
    """Look for a reviewer with credentials."""
    who = facts.reviewer
    if who is None or facts.review.review is None:
        return "fail", "nobody has reviewed it"
    return told(
        who.credentials,
        f"{who.name}, {who.credentials}",
        f"{who.name}, who has reviewed it, states no credentials",
    )


def sources_dated(facts: Facts) -> Answer:
    """Look for a date with every listed source."""
    sources = facts.post.sources
    dated = bool(sources) and all(re.search(r"\d{4}", source.kind) for source in sources)
    return told(dated, "every source has its date", "not every source is listed with its date")


def sources_given(facts: Facts) -> Answer:
    """Look for sources, in their list or in footnotes."""
    given = facts.post.sources or CITATION.search(facts.body)
    return told(given, "it gives its sources", "it gives no sources")


CHECKS: Mapping[Check, Callable[[Facts], Answer]] = {
    "author-named": author_named,
    "author-qualified": author_qualified,
    "author-standing": author_standing,
    "conflicts-stated": conflicts_stated,
    "contact-given": contact_given,
    "corrections-open": corrections_open,
    "crisis-help": crisis_help,
    "dates-shown": dates_shown,
    "further-support": further_support,
    "human": human,
    "information-only": information_only,
    "no-adverts": no_adverts,
    "private": private,
    "promotion-marked": promotion_marked,
    "publisher-named": publisher_named,
    "review-planned": review_planned,
    "reviewer-qualified": reviewer_qualified,
    "sources-dated": sources_dated,
    "sources-given": sources_given,
}
