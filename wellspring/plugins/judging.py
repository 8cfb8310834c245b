"""An article by all standards; called by the conformance report and by the amending of a build."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wellspring.audit.conformance import Facts, judge
from wellspring.audit.remedies import REMEDIES
from wellspring.building.site import Site
from wellspring.model.standard import Check, Judgement, Standard, Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """One article by one standard."""

    standard: Standard
    judgements: tuple[Judgement, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how many items have a verdict."""
        return len(self.with_verdict(verdict))

    @property
    def fails(self) -> tuple[Judgement, ...]:
        """Return the items that fail."""
        return self.with_verdict("fail")

    def with_verdict(self, verdict: Verdict) -> tuple[Judgement, ...]:
        """Return the items that have a verdict."""
        return tuple(item for item in self.judgements if item.verdict == verdict)


@dataclass(frozen=True, slots=True)
class Lack:
    """What an article lacks, what its author would write, and the standards that ask for it."""

    why: str
    todo: str
    asked_by: tuple[Standard, ...]


def lacks_of(results: Iterable[Result]) -> list[Lack]:
    """Return what fails, each once, however many standards ask for it."""
    lacks: dict[Check, Lack] = {}
    for result in results:
        for judgement in result.fails:
            check = judgement.item.check
            before = lacks[check].asked_by if check in lacks else ()
            asked_by = tuple(dict.fromkeys((*before, result.standard)))
            lacks[check] = Lack(judgement.why, REMEDIES[check], asked_by)
    return list(lacks.values())


def judge_all(path: str, site: Site, pages: Mapping[str, str]) -> tuple[Result, ...]:
    """Judge the post at a path; `pages` are those of pages_of."""
    facts = facts_of(path, site, pages)
    return tuple(Result(standard, judge(standard, facts)) for standard in site.house.standards)


def pages_of(site: Site) -> dict[str, str]:
    """Return the site's pages as written, by slug: once, not for every post."""
    return {source.slug: source.body for source in site.library.of_kind("pages")}


def facts_of(path: str, site: Site, pages: Mapping[str, str]) -> Facts:
    """Return what is known of one post."""
    library, review = site.library, site.reviews[path]
    post = library.posts[path]
    return Facts(
        post=post,
        body=library.sources[path].body,
        decision=site.decisions[path],
        review=review,
        authors=tuple(library.authors[author.text] for author in post.authors),
        reviewer=library.authors.get(review.review.by) if review.review else None,
        pages=pages,
    )


def as_data(results: Iterable[Result]) -> dict[str, Any]:
    """Return one article's results for programs."""
    return {
        result.standard.id: {item.item.id: judgement_data(item) for item in result.judgements}
        for result in results
    }


def judgement_data(judgement: Judgement) -> dict[str, str]:
    """Return one judgement for programs; `todo` is what would mend a fail."""
    data = {"verdict": judgement.verdict, "why": judgement.why}
    return data | ({"todo": REMEDIES[judgement.item.check]} if judgement.verdict == "fail" else {})
