"""The conformance report: conformance.html for readers, conformance.json for programs.

How each listed article does by the standards under editorial/standards/; a link to it stands
on the Editorial policy page.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import Generator
from pelican.writers import Writer

from wellspring.audit.conformance import Facts, judge
from wellspring.building.site import Site
from wellspring.model.standard import Judgement, Standard, Verdict
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.site import site_of

PAGE = "conformance.html"
DATA = "conformance.json"


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
class Report:
    """One article by all standards."""

    article: Article
    results: tuple[Result, ...]


class ConformanceGenerator(Generator):
    """Writes both files after the articles are known."""

    def generate_output(self, writer: Writer) -> None:
        """Judge every listed article and write the report."""
        site = site_of(self.settings)
        reports = [report_on(article, site) for article in self.context["articles"]]
        writer.write_file(
            PAGE,
            self.get_template("conformance"),
            self.context,
            self.settings["RELATIVE_URLS"],
            reports=reports,
            standards=site.house.standards,
            url=PAGE,
        )
        file = Path(self.output_path) / DATA
        data = {report.article.url: as_data(report) for report in reports}
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
        file.write_text(f"{text}\n", encoding="utf-8")


def report_on(article: Article, site: Site) -> Report:
    """Judge one article."""
    facts = facts_of(source_of(article), site)
    return Report(
        article,
        tuple(Result(standard, judge(standard, facts)) for standard in site.house.standards),
    )


def facts_of(path: str, site: Site) -> Facts:
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
        pages={source.slug: source.body for source in library.of_kind("pages")},
    )


def as_data(report: Report) -> dict[str, Any]:
    """Return one article's report for programs."""
    return {
        result.standard.id: {
            judgement.item.id: {"verdict": judgement.verdict, "why": judgement.why}
            for judgement in result.judgements
        }
        for result in report.results
    }


def get_generators(_pelican: Pelican) -> type[Generator]:
    """Return our generator."""
    return ConformanceGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
