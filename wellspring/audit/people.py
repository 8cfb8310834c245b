"""Who stands for an article: on the page as its files say, and the same for machines.

JSON-LD that says more than a reader can see is a lie that search engines repeat, so every
name, date and source in it must stand in the visible page. Called by check_article.
"""

import json
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wellspring.audit.expected import squeezed
from wellspring.model.post import Post
from wellspring.model.review import ReviewState

LINKED_DATA = 'script[type="application/ld+json"]'


def check_people(
    tree: LexborHTMLParser, article: LexborNode, post: Post, state: ReviewState
) -> Iterator[str]:
    """Yield what is wrong with the people and dates of an article's page."""
    shown = squeezed(article.text(separator=" "))
    dates = {node.attributes.get("datetime") or "" for node in article.css("time")}
    review = state.review
    if state.due.isoformat() not in dates:
        yield "does not say when it must be checked next"
    if state.overdue and article.css_first(".overdue") is None:
        yield "does not tell readers that its check is overdue"
    if review and (squeezed(review.by) not in shown or review.on.isoformat() not in dates):
        yield "does not say who has reviewed it, and when"
    nodes = linked_data(tree)
    if nodes is None:
        yield "has no JSON-LD, or JSON-LD that cannot be read"
        return
    for source in post.sources:
        if squeezed(source.title) not in shown:
            yield f"does not show its source “{source.title}”"
    for correction in post.corrections:
        if squeezed(correction.why) not in shown:
            yield f"does not show its correction “{correction.why}”"
    yield from check_page_node(nodes, state)
    yield from check_article_node(nodes, article, shown, dates)


def linked_data(tree: LexborHTMLParser) -> dict[str, dict[str, Any]] | None:
    """Return the nodes of a page's JSON-LD by type; None if there is none that can be read."""
    scripts = tree.css(LINKED_DATA)
    try:
        graph = json.loads(scripts[0].text())["@graph"]
        return {str(node["@type"]): node for node in graph}
    except (IndexError, ValueError, KeyError, TypeError):
        return None


def check_page_node(nodes: dict[str, dict[str, Any]], state: ReviewState) -> Iterator[str]:
    """Yield where the page's node claims another review than the one there is."""
    node = nodes.get("MedicalWebPage") or nodes.get("WebPage") or {}
    review = state.review
    said = (node.get("reviewedBy", {}).get("name"), node.get("lastReviewed"))
    if said != ((review.by, review.on.isoformat()) if review else (None, None)):
        yield "says in its JSON-LD that somebody has reviewed it, other than its files do"


def check_article_node(
    nodes: dict[str, dict[str, Any]], article: LexborNode, shown: str, dates: set[str]
) -> Iterator[str]:
    """Yield what the article's node says and the page does not show."""
    node = nodes.get("Article", {})
    names = [person["name"] for person in node.get("author", [])]
    for text in [node.get("headline", ""), *names]:
        if not text or squeezed(text) not in shown:
            yield f"says “{text}” in its JSON-LD and nowhere else"
    links = {link.attributes.get("href") for link in article.css("a")}
    for address in node.get("citation", []):
        if address not in links:
            yield f"cites {address} in its JSON-LD and nowhere else"
    for key in ("datePublished", "dateModified"):
        if str(node.get(key, ""))[:10] not in dates:
            yield f"gives a `{key}` in its JSON-LD that readers cannot see"
