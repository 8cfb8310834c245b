"""An article by all standards; called by the conformance report and by the amending of a build."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from wellspring.audit.conformance import Facts, judge
from wellspring.building.site import Site
from wellspring.model.standard import Judgement, Standard, Verdict


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
        result.standard.id: {
            judgement.item.id: {"verdict": judgement.verdict, "why": judgement.why}
            for judgement in result.judgements
        }
        for result in results
    }
