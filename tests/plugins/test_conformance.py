"""The conformance report as it is written: the same for readers and for programs."""

import json

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import Blog

ADDRESS = "posts/a-quiet-evening.html"


def test_readers_see_counts_and_what_fails_with_its_reason(built_blog: Blog) -> None:
    tree = LexborHTMLParser(built_blog.page("conformance.html"))
    text = " ".join((tree.body.text(separator=" ") if tree.body else "").split())
    assert "No: no health credentials are stated for Robin Example." in text.replace(" .", ".")
    assert len(tree.css("main table")) == 2
    assert "None of these bodies has looked at this site or approves of it." in text


def test_programs_get_every_item_of_every_article(built_blog: Blog) -> None:
    report = json.loads(built_blog.page("conformance.json"))[ADDRESS]
    assert report["jama"]["currency"] == {"verdict": "pass", "why": "its dates are shown"}
    assert report["discern"]["balanced"]["verdict"] == "human"
    assert set(report) == {"discern", "honcode", "jama", "nhs", "pif-tick"}


def test_the_counts_are_those_for_programs(built_blog: Blog) -> None:
    report = json.loads(built_blog.page("conformance.json"))
    tree = LexborHTMLParser(built_blog.page("conformance.html"))
    shown = [[cell.text() for cell in row.css("td")] for row in tree.css("main tbody tr")]
    links = [link.attributes["href"] or "" for link in tree.css("main section h3 a")]
    counted = []
    for address in (link.removeprefix("./") for link in links[: len(report)]):
        for standard in ("discern", "honcode", "jama", "nhs", "pif-tick"):
            verdicts = [item["verdict"] for item in report[address][standard].values()]
            counted.append([str(verdicts.count(name)) for name in ("pass", "fail", "human")])
    assert shown == counted


def test_the_policy_page_leads_to_the_report(built_blog: Blog) -> None:
    assert "<loc>http://localhost:8000/conformance.html</loc>" in built_blog.page("sitemap.xml")
