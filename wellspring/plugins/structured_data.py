"""JSON-LD for article pages: only facts that the page shows too.

Types and properties: https://schema.org/MedicalWebPage, https://schema.org/Article. `reviewedBy`
and `lastReviewed` belong to pages, not articles, and stand there only when somebody has reviewed.
"""

import json
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.contents import Article
from pelican.generators import Generator
from pelican.urlwrappers import Author

from wellspring.plugins.traced import in_json


def add_filter(generator: Generator) -> None:
    """Let templates write `{{ article | json_ld }}`."""
    generator.env.filters["json_ld"] = json_ld


def json_ld(article: Article) -> Markup:
    """Return an article's JSON-LD for a script element."""
    return script_text(describe(article))


def describe(article: Article) -> dict[str, Any]:
    """Return an article as two linked nodes: the page and what it publishes."""
    address = f"{article.settings['SITEURL']}/{article.url}"
    page = {
        "@type": "MedicalWebPage" if article.disclaimers else "WebPage",
        "@id": address,
        "url": address,
        "name": in_json(article.title),
        "inLanguage": article.lang,
        "mainEntity": {"@id": f"{address}#article"},
        "publishingPrinciples": f"{article.settings['SITEURL']}/editorial-policy.html",
    }
    if article.review:
        page["reviewedBy"] = describe_person(article.review.by, article.settings["SITEURL"])
        page["lastReviewed"] = article.review.on.isoformat()
    return {"@context": "https://schema.org", "@graph": [page, describe_article(article, address)]}


def describe_article(article: Article, address: str) -> dict[str, Any]:
    """Return the article's own node."""
    site = article.settings["SITEURL"]
    node: dict[str, Any] = {
        "@type": "Article",
        "@id": f"{address}#article",
        "isPartOf": {"@id": address},
        "headline": in_json(article.title),
        "description": in_json(article.summary),
        "datePublished": article.date.isoformat(),
        "dateModified": article.modified.isoformat(),
        "author": [describe_person(author, site) for author in article.authors],
        "articleSection": article.category.name,
        "publisher": {
            "@type": "Organization",
            "name": article.settings["SITENAME"],
            "url": f"{site}/",
        },
    }
    links = [*article.sources, *article.know_more]
    citations = list(dict.fromkeys(link.url for link in links if link.url.startswith("https://")))
    # The page has their words; saying them twice would cost every reader their weight.
    corrections = f"{address}#article-corrections" if article.corrections else ""
    return (
        node
        | ({"citation": citations} if citations else {})
        | ({"correction": corrections} if corrections else {})
    )


def describe_person(person: Author, site: str) -> dict[str, Any]:
    """Return who somebody is, with the credentials that their file states."""
    node = {"@type": "Person", "name": person.name, "url": f"{site}/{person.url}"}
    stated = person.profile.credentials
    return node | ({"honorificSuffix": stated} if stated else {})


def script_text(data: dict[str, Any]) -> Markup:
    """Return JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 - every character that HTML knows is escaped above


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(add_filter)
