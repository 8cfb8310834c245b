"""The conformance report: conformance.html for readers, conformance.json for programs.

How each listed article does by the standards under editorial/standards/, on a page for each year; a
link to the report stands on the Editorial policy page.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import msgspec
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.contents import Article, Content
from pelican.generators import Generator

from wellspring.building.fingerprint import digest_of
from wellspring.building.judgements import Judged, Judgements
from wellspring.building.site import Site
from wellspring.building.together import work_together
from wellspring.plugins.incremental import IncrementalWriter
from wellspring.plugins.judging import Lack, Result, as_data, judge_all, lacks_of, pages_of
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.shown import Card, Named
from wellspring.plugins.site import site_of

PAGE = "conformance.html"
PART_PAGE = "conformance/{}.html"
# More articles than that make a page too heavy for a telephone.
MOST_ON_PAGE = 100
DATA = "conformance.json"
SECTION = "components/conformance/template.html"
JUDGEMENTS_KEY = "JUDGEMENTS_OF_THIS_BUILD"


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the report: its name, its address and those of the articles on it."""

    name: str
    url: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One article by all standards."""

    article: Card
    results: tuple[Result, ...]

    @property
    def lacks(self) -> list[Lack]:
        """Return what the article lacks."""
        return lacks_of(self.results)


class ConformanceGenerator(Generator):
    """Writes both files after the articles are known."""

    def generate_output(self, writer: IncrementalWriter) -> None:
        """Judge every listed article and write the report."""
        self.judge(writer, self.context["articles"])
        self.write(writer)

    def follow(self, writer: IncrementalWriter, changed: Iterable[Content]) -> None:
        """Judge some articles anew and write the report."""
        listed = set(map(id, self.context["articles"]))
        self.judge(writer, (content for content in changed if id(content) in listed))
        self.write(writer)

    def judge(self, writer: IncrementalWriter, articles: Iterable[Content]) -> None:
        """Judge some articles, unless they are as they were."""
        site = site_of(self.settings)
        people, pages = people_and_pages(site), pages_of(site)
        wanted: dict[str, Callable[[], tuple[str, str]]] = {}
        names: dict[str, bytes] = {}
        for article in articles:
            path = source_of(article)
            parts = (writer.shown.encode(writer.shown.of(article), path), people)
            about = (site.library.files[path].digest, repr(site.reviews[path]))
            names[article.url] = digest_of(*parts, *about)
            if not self.judgements.recall(article.url, names[article.url]):
                judge = partial(judge_all, path, site, pages)
                wanted[article.url] = partial(self.judged, writer, article, judge)

        def work(urls: Sequence[str]) -> dict[str, tuple[str, str]]:
            """Judge some of them; may be another process."""
            return {url: wanted[url]() for url in urls}

        for url, judged in work_together(work, list(wanted), tuple[str, str]).items():
            self.judgements.note(url, names[url], *judged)

    @property
    def judgements(self) -> Judgements:
        """Return where the sections are kept."""
        kept: Judgements = self.settings.setdefault(JUDGEMENTS_KEY, Judgements())
        return kept

    def write(self, writer: IncrementalWriter) -> None:
        """Write the report of all articles."""
        site = site_of(self.settings)
        writer.write_file(
            PAGE,
            self.get_template("conformance"),
            self.context,
            self.settings["RELATIVE_URLS"],
            parts=parts_of(self.context["articles"]),
            standards=site.house.standards,
            url=PAGE,
        )
        for part in parts_of(self.context["articles"]):
            self.write_part(writer, part)
        file = Path(self.output_path) / DATA
        file.write_text(data_of(self.judgements), encoding="utf-8")

    def write_part(self, writer: IncrementalWriter, part: Part) -> None:
        """Write one page of the report."""
        judged = [self.judgements.made[url] for url in part.articles]
        name = digest_of(*(one.section for one in judged))
        writer.write_file(
            part.url,
            self.get_template("conformance-part"),
            self.context,
            self.settings["RELATIVE_URLS"],
            part=part,
            sections=Named(name, partial(sections_of, judged)),
            url=part.url,
        )

    def judged(
        self,
        writer: IncrementalWriter,
        article: Article,
        judge: Callable[[], tuple[Result, ...]],
    ) -> tuple[str, str]:
        """Return an article's section of the page, with marks, and of the data."""
        results = judge()
        pages = writer.pages
        traced, plain = (
            partial(self.section, shown.card_of(article), results)
            for shown in (pages.shown, pages.plain)
        )
        data = json.dumps(as_data(results), ensure_ascii=False, sort_keys=True)
        # Python's own writer is slow when it indents.
        return pages.tracer.piece(self.env, traced, plain), msgspec.json.format(data, indent=1)

    def section(self, article: Card, results: tuple[Result, ...]) -> str:
        """Return an article's section of the page."""
        return str(self.macros.article_results(Report(article, results)))

    @cached_property
    def macros(self) -> Any:  # noqa: ANN401 - Jinja's own module
        """Return what writes a section, with addresses as they are on the report's pages."""
        address = ".." if self.settings["RELATIVE_URLS"] else self.settings["SITEURL"]
        template = self.env.get_template(SECTION)
        return template.make_module(self.context | {"SITEURL": address})


def parts_of(articles: Iterable[Article]) -> list[Part]:
    """Return the pages of the report, the newest first.

    Within a year the oldest articles stand first, so that a new one leaves full pages as they are.
    """
    years: dict[int, list[str]] = {}
    for article in sorted(articles, key=lambda article: (article.date, article.slug)):
        years.setdefault(article.date.year, []).append(article.url)
    return [
        part_of(year, number, urls[number : number + MOST_ON_PAGE])
        for year, urls in sorted(years.items(), reverse=True)
        for number in reversed(range(0, len(urls), MOST_ON_PAGE))
    ]


def part_of(year: int, start: int, urls: Iterable[str]) -> Part:
    """Return a page of the articles of a year, of which so many stand on pages before."""
    number = start // MOST_ON_PAGE + 1
    name = f"{year}-{number}" if start else str(year)
    return Part(name, PART_PAGE.format(name), tuple(urls))


def sections_of(judged: Iterable[Judged]) -> list[Markup]:
    """Return the sections of a page in the order of its articles."""
    return [Markup(one.section) for one in judged]  # noqa: S704 - our own template's


def data_of(judgements: Judgements) -> str:
    """Return the report for programs, as json.dumps writes it with an indent of one."""
    parts = [
        f" {json.dumps(url, ensure_ascii=False)}: {judged.data.replace(chr(10), chr(10) + ' ')}"
        for url, judged in sorted(judgements.made.items())
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n" if parts else "{}\n"


def people_and_pages(site: Site) -> bytes:
    """Return a name for what judgements of all articles depend on: authors and the site's pages."""
    files = site.library.files
    return digest_of(
        *(file.digest for path, file in files.items() if not path.startswith("content/posts/"))
    )


def get_generators(_pelican: Pelican) -> type[Generator]:
    """Return our generator."""
    return ConformanceGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
