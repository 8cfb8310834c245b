"""The conformance report as it is written: the same for readers and for programs."""

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Blog
from wellspring.plugins.conformance import MOST_ON_PAGE, parts_of

ADDRESS = "posts/a-quiet-evening.html"


def test_readers_see_counts_and_what_fails_with_its_reason(built_blog: Blog) -> None:
    report = LexborHTMLParser(built_blog.page("conformance.html"))
    assert "None of these bodies has looked at this site or approves of it." in words_of(report)
    assert [link.attributes["href"] for link in report.css("main li a[href*=conformance]")] == [
        "./conformance/2026.html",
        "./conformance/2025.html",
    ]
    tree = LexborHTMLParser(built_blog.page("conformance/2025.html"))
    text = words_of(tree)
    assert (
        "No health credentials are stated for Robin Example. If they have credentials that can be "
        "checked, write “Credentials: …” into their file in content/authors/; if not, this stays "
        "open. Asked for by: JAMA benchmarks"
    ) in text
    assert text.count("Nobody has reviewed it.") == 1
    assert "“For people” counts the questions that no program can answer" in text
    assert len(tree.css("main table")) == len(tree.css("main h2")) == 1


def test_each_standard_is_explained_at_the_top_with_its_source(built_blog: Blog) -> None:
    report = LexborHTMLParser(built_blog.page("conformance.html"))
    names = [name.text() for name in report.css("main dt")]
    assert names == [
        "DISCERN questions",
        "HONcode principles",
        "JAMA benchmarks",
        "NHS standard for creating health content",
        "PIF TICK criteria",
        "For people",
    ]
    said = [meaning.text() for meaning in report.css("main dd")]
    assert said[1].startswith("Eight principles of the Health On the Net Foundation")
    assert all("Source: " in text for text in said[:-1])
    for link in report.css("main dt a"):
        assert report.css_first(f"section{link.attributes['href']}") is not None


def words_of(tree: LexborHTMLParser) -> str:
    """Return what a page says."""
    return " ".join((tree.body.text(separator=" ") if tree.body else "").split())


def test_programs_get_every_item_of_every_article(built_blog: Blog) -> None:
    report = json.loads(built_blog.page("conformance.json"))[ADDRESS]
    assert report["jama"]["currency"] == {"verdict": "pass", "why": "its dates are shown"}
    assert report["discern"]["balanced"]["verdict"] == "human"
    assert report["jama"]["disclosure"] == {
        "verdict": "fail",
        "why": "no statement of interests by Robin Example",
        "todo": "Write “Conflicts: None”, or what a reader should know, into their file in "
        "content/authors/.",
    }
    assert set(report) == {"discern", "honcode", "jama", "nhs", "pif-tick"}


def test_the_counts_are_those_for_programs(built_blog: Blog) -> None:
    report = json.loads(built_blog.page("conformance.json"))
    tree = LexborHTMLParser(built_blog.page("conformance/2025.html"))
    shown = [[cell.text() for cell in row.css("td")] for row in tree.css("main tbody tr")]
    links = [link.attributes["href"] or "" for link in tree.css("main section h2 a")]
    newer = LexborHTMLParser(built_blog.page("conformance/2026.html"))
    shown += [[cell.text() for cell in row.css("td")] for row in newer.css("main tbody tr")]
    links += [link.attributes["href"] or "" for link in newer.css("main section h2 a")]
    assert len(links) == len(report)
    counted = []
    for address in (link.removeprefix("../") for link in links[: len(report)]):
        for standard in ("discern", "honcode", "jama", "nhs", "pif-tick"):
            verdicts = [item["verdict"] for item in report[address][standard].values()]
            counted.append([str(verdicts.count(name)) for name in ("pass", "fail", "human")])
    assert shown == counted


def test_the_policy_page_leads_to_the_report(built_blog: Blog) -> None:
    assert "<loc>http://localhost:8000/conformance.html</loc>" in built_blog.page("sitemap.xml")


def test_a_year_with_many_articles_has_several_pages_and_a_new_one_leaves_full_ones() -> None:
    def article(number: int, year: int = 2024) -> SimpleNamespace:
        date = datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        return SimpleNamespace(date=date, slug=f"post-{number:03}", url=f"posts/{number:03}.html")

    parts = parts_of([article(number) for number in reversed(range(MOST_ON_PAGE + 1))])
    assert [part.name for part in parts] == ["2024-2", "2024"]
    assert [len(part.articles) for part in parts] == [1, MOST_ON_PAGE]
    more = parts_of([article(number) for number in range(MOST_ON_PAGE + 2)] + [article(0, 2026)])
    assert [part.url for part in more] == [
        "conformance/2026.html",
        "conformance/2024-2.html",
        "conformance/2024.html",
    ]
    assert more[-1] == parts[-1]
