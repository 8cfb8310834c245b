"""Look at one written article page as a browser would; called by audit_output.

Parsed with Lexbor, which builds the tree by the rules of HTML
(https://html.spec.whatwg.org/multipage/parsing.html): a notice inside an
unclosed comment or a template is not there for it, as for a reader.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from wellspring.audit.expected import Expectation, markdown_words, words
from wellspring.audit.people import check_people
from wellspring.audit.written import Page
from wellspring.model.disclaimer import Disclaimer

NOTICES = "div.notices, aside.notices"
HIDDEN = "[hidden], [aria-hidden=true], details, template, script, style"
DRUG_NOTES = ".drug-note"
# Readers' modes drop <aside> (Firefox: https://github.com/mozilla/readability).
HIDING_TAGS = {"aside", "details", "template", "noscript", "dialog", "svg", "object"}


def check_article(page: Page, expectation: Expectation) -> Iterator[str]:
    """Yield what is wrong with an article's page, as the end of a sentence about the page."""
    tree = page.tree
    article = tree.css_first("main article")
    if article is None:
        yield "has no <article> inside <main>"
        return
    body = article.css_first(".body")
    if body is None or not re.search(r"\w", body.text()):
        yield "has no text: no element with the class `body`, or an empty one"
    if expectation.decision.requirements:
        yield from check_notices(article, expectation)
    yield from check_drug_notes(article, expectation)
    if expectation.review:
        yield from check_people(tree, article, expectation.post, expectation.review)
    yield from check_descriptions(tree, expectation)


def check_notices(
    article: LexborNode, expectation: Expectation, body: str | None = ".body"
) -> Iterator[str]:
    """Yield what is wrong with an article's notices.

    `body` selects the text that they must stand before; None when they are a part of it.
    """
    notices = article.css_first(NOTICES)
    if notices is None:
        ids = ", ".join(disclaimer.id for disclaimer in expectation.decision.disclaimers)
        yield f"has no notices, and must carry: {ids}"
        return
    if notices.attributes.get("role") != "note":
        yield 'has notices without role="note"'
    if body and comes_after(article, body):
        yield "has its notices after the text, not before it"
    visible = visible_words(article)
    for disclaimer in expectation.decision.disclaimers:
        yield from check_disclaimer(notices, disclaimer, visible)
    yield from check_crisis_lines(notices, expectation)


def check_disclaimer(notices: LexborNode, disclaimer: Disclaimer, visible: str) -> Iterator[str]:
    """Yield whether a disclaimer is missing from the notices, hidden, or altered."""
    item = notices.css_first(f'[data-disclaimer="{disclaimer.id}"]')
    if item is None:
        yield f"has no disclaimer `{disclaimer.id}` in its notices"
    elif hider := hidden_by(item):
        yield f"hides its disclaimer `{disclaimer.id}` ({hider})"
    elif not named(item, disclaimer):
        yield f"has a disclaimer `{disclaimer.id}` without its title or label"
    elif markdown_words(disclaimer.text) not in visible:
        yield f"does not show the full text of its disclaimer `{disclaimer.id}`"


def named(item: LexborNode, disclaimer: Disclaimer) -> bool:
    """Tell whether an item shows its disclaimer's title or label."""
    text = item.text()
    if disclaimer.title in text or disclaimer.label in text:
        return True
    shown = words(text)
    return words(disclaimer.title) in shown or words(disclaimer.label) in shown


def check_crisis_lines(notices: LexborNode, expectation: Expectation) -> Iterator[str]:
    """Yield which crisis lines cannot be called from the notices."""
    links = [link.attributes.get("href") or "" for link in notices.css("a")]
    for line in expectation.decision.crisis_lines:
        if line.call_link and line.call_link not in links:
            yield f"does not link the crisis line `{line.id}` ({line.call_link})"
    if expectation.decision.crisis_lines and links and not links[0].startswith("tel:"):
        yield "has another link before the number of its crisis line"


def check_drug_notes(root: LexborNode, expectation: Expectation) -> Iterator[str]:
    """Yield which notes on drugs are missing from a page or feed entry, hidden, or altered."""
    if not expectation.decision.drug_notes:
        return
    nodes = [node for node in root.css(DRUG_NOTES) if not hidden_by(node)]
    shown = words(" ".join(node.text(separator=" ") for node in nodes))
    for note in expectation.decision.drug_notes:
        if words(note.text) not in shown:
            yield f"does not show the note on the drug `{note.drug.id}` in full"


def check_descriptions(tree: LexborHTMLParser, expectation: Expectation) -> Iterator[str]:
    """Yield notices that stand where search engines and other sites take their excerpts from."""
    nodes = tree.css('meta[name="description"], meta[property="og:description"]')
    shown = words(" ".join(node.attributes.get("content") or "" for node in nodes))
    for disclaimer in expectation.decision.disclaimers:
        if markdown_words(disclaimer.text) in shown:
            yield f"has its disclaimer `{disclaimer.id}` in its description"


def comes_after(article: LexborNode, body: str) -> bool:
    """Tell whether the notices stand after the body."""
    for node in article.css(f"{NOTICES}, {body}"):
        return "notices" not in (node.attributes.get("class") or "").split()
    return False


def hidden_by(node: LexborNode) -> str:
    """Return what hides a node from readers, itself or around it; empty if nothing does."""
    current: LexborNode | None = node
    while current is not None and current.tag:
        attributes = current.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return f"<{current.tag}> is marked hidden"
        if "style" in attributes:
            return f"<{current.tag}> has a style of its own"
        if current.tag in HIDING_TAGS:
            return f"it is inside <{current.tag}>"
        current = current.parent
    return ""


def visible_words(article: LexborNode) -> str:
    """Return the words of an article's notices, without what is in hidden elements."""
    notices = [node for node in article.css(".notices") if not hidden_by(node)]
    if not any(node.css_first(HIDDEN) for node in notices):
        return words(" ".join(node.text(separator=" ") for node in notices))
    shown = LexborHTMLParser("".join(node.html or "" for node in notices))
    for node in shown.css(HIDDEN):
        node.decompose()
    return words(shown.body.text(separator=" ") if shown.body else "")
