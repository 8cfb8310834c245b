"""Break one thing at a time: the build must name the article, and leave what readers have.

Faults of settings and plugins, which need a process of their own, are in test_faults.
"""

from collections.abc import Callable

import pytest

from tests.conftest import TODAY, Blog
from wellspring.commands.review import review
from wellspring.errors import WellspringError

POST = "content/posts/questions-about-ketamine.md"
ARTICLE = "theme/templates/article.html"
NOTICES = "theme/templates/components/notices/template.html"
LINES = "theme/templates/components/crisis-lines/template.html"
FEED = "theme/templates/components/feed-notice/template.html"
HEAD = "theme/templates/components/head/template.html"
CALL = "{{ notices(article.disclaimers, article.crisis_lines) }}"
AFTER = "{{ further_notices(article.disclaimers) }}"
CONTENT = "{{ article.content | with_pictures }}"
NONE = "has no notices, and must carry: crisis"
CUT = "does not show the full text of its disclaimer"

THEME = {
    "notices dropped": (ARTICLE, CALL, "", NONE),
    "notices in a comment": (ARTICLE, CALL, f"<!-- {CALL} -->", NONE),
    "comment left open": (ARTICLE, CALL, f"<!-- {CALL}", NONE),
    "notices in a template": (ARTICLE, CALL, f"<template>{CALL}</template>", NONE),
    "notices without script": (ARTICLE, CALL, f"<noscript>{CALL}</noscript>", "hides its"),
    "notices folded": (ARTICLE, CALL, f"<details>{CALL}</details>", "is inside <details>"),
    "notices in a dialog": (ARTICLE, CALL, f"<dialog>{CALL}</dialog>", "is inside <dialog>"),
    "notices hidden": (ARTICLE, CALL, f"<div hidden>{CALL}</div>", "<div> is marked hidden"),
    "notices hidden from screen readers": (
        ARTICLE,
        CALL,
        f'<div aria-hidden="true">{CALL}</div>',
        "<div> is marked hidden",
    ),
    "notices hidden by a style": (
        ARTICLE,
        CALL,
        f'<div style="display:none">{CALL}</div>',
        "holds a style of its own",
    ),
    "notices as an aside": (ARTICLE, CALL, f"<aside>{CALL}</aside>", "is inside <aside>"),
    "article hidden": (ARTICLE, "<article ", "<article hidden ", "<article> is marked hidden"),
    "article no article": (ARTICLE, "<article ", "<section ", "has no <article> inside <main>"),
    "notices after the text": (ARTICLE, AFTER, CALL + AFTER, ""),
    "the rest dropped": (ARTICLE, AFTER, "", f"{CUT} `mental-health`"),
    "text dropped": (ARTICLE, CONTENT, "", "has no text"),
    "drug notes lose their mark": (
        ARTICLE,
        CONTENT,
        "{{ article.content | replace('drug-note', 'x') | safe }}",
        "does not show the note on the drug `ketamine`",
    ),
    "drug notes hidden": (
        ARTICLE,
        CONTENT,
        "{{ article.content | replace('aria-label', 'hidden aria-label') | safe }}",
        "does not show the note on the drug `ketamine`",
    ),
    "provenance dropped": (ARTICLE, "{{ provenance(article) }}", "", "must be checked next"),
    "only the first notice": (
        NOTICES,
        "{% for disclaimer in disclaimers if disclaimer.in_full %}",
        "{% for disclaimer in disclaimers[:1] %}",
        "has no disclaimer `controlled-substance`",
    ),
    "no role": (NOTICES, 'role="note"', "", 'has notices without role="note"'),
    "text cut short": (
        NOTICES,
        "{{ disclaimer.html | safe }}",
        "{{ disclaimer.html | striptags | truncate(40) }}",
        f"{CUT} `crisis`",
    ),
    "text reworded": (
        NOTICES,
        "{{ disclaimer.html | safe }}",
        "{{ disclaimer.html | replace('talk to', 'text') | safe }}",
        f"{CUT} `crisis`",
    ),
    "no ids": (NOTICES, "data-disclaimer", "data-x", "has no disclaimer `crisis`"),
    "no lines": (NOTICES, "{{ list_lines(lines) }}", "", "does not link the crisis line `us-988`"),
    "another link first": (
        NOTICES,
        "{% macro lines_here(lines) %}",
        '{% macro lines_here(lines) %}<a href="x.html">More</a>',
        "has another link before the number",
    ),
    "another number": (LINES, "line.call_link", "'tel:900'", "does not link the crisis line"),
    "feed without notices": (FEED, "{{ disclaimer.html | safe }}", "", "lacks its disclaimer"),
    "feed without numbers": (
        FEED,
        "{% for line in crisis_lines %}",
        "{% for line in [] %}",
        "lacks the number of the crisis line `us-988`",
    ),
    "feed notice late": (
        FEED,
        '<h2>{{ t("Before you read") }}</h2>',
        "<p>" + "Words and more words. " * 12 + "</p>",
        "does not begin with its disclaimers",
    ),
    "description from the notice": (
        HEAD,
        '<meta name="description" content="{{ description }}">',
        '<meta name="description" content="{{ article.disclaimers[0].html | striptags '
        'if article else description }}">',
        "has its disclaimer `crisis` in its description",
    ),
    "a comment area": (ARTICLE, AFTER, AFTER + "<form></form>", "holds a form"),
    "comments from elsewhere": (
        ARTICLE,
        AFTER,
        AFTER + '<script src="https://giscus.app/client.js"></script>',
        "mentions a comment service (giscus.app)",
    ),
    "a copy of the article": (
        "theme/templates/archives.html",
        "{% block main %}",
        '{% block main %}<article class="body">{{ articles[0].title }}</article>',
        "holds an article that is no post",
    ),
}
BODY = {
    "an open comment": ("<!-- note to self", CUT),
    "an open template": ("<template>", CUT),
    "a hidden division": ("<div hidden>", "hides something from readers (<div>)"),
    "the end of the article": ("</div></div></div></article>", CUT),
    "an open text field": ("<textarea>", "holds a text field"),
    "a style sheet": ("<style>.notices{display:none}</style>", "holds <style> in its text"),
    "a style": ('<p style="position:fixed;inset:0">x</p>', "holds a style of its own"),
    "a script": ("<script>document.querySelector('.notices').remove()</script>", "holds a script"),
    "a handler": ('<img src="x.svg" alt="x" onerror="x()">', "holds a script in the attribute"),
    "another base": ('<base href="https://x.example/">', "holds a <base> element"),
    "an embed": ('<iframe src="https://x.example/"></iframe>', "holds an embedded page"),
    "a redirect": ('<meta http-equiv="refresh" content="0;url=x">', "holds <meta> in its text"),
}


def refused(blog: Blog, before: dict[str, bytes]) -> str:
    with pytest.raises(WellspringError) as raised:
        blog.build()
    assert blog.tree() == before
    return str(raised.value)


def edit(blog: Blog, file: str, old: str, new: str) -> None:
    path = blog.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, file
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", THEME)
def test_a_theme_that_loses_something_is_refused(live: Blog, name: str) -> None:
    before = live.tree()
    file, old, new, wrong = THEME[name]
    edit(live, file, old, new)
    if name == "notices after the text":
        edit(live, ARTICLE, f"{CALL}\n{{{{ overdue", "{{ overdue")
        wrong = "has its notices after the text, not before it"
    message = refused(live, before)
    assert wrong in message
    assert "questions-about-ketamine" in message or "archives.html" in message


@pytest.mark.parametrize("name", BODY)
def test_html_that_slips_into_an_article_is_refused(live: Blog, name: str) -> None:
    before = live.tree()
    html, wrong = BODY[name]
    edit(live, ARTICLE, CONTENT, html + CONTENT)
    message = refused(live, before)
    assert wrong in message
    assert "questions-about-ketamine" in message


@pytest.mark.parametrize("html", ["a <b", "&lt;aside&gt;", "<!-- x -->", "3<4 and 5>4"])
def test_an_article_that_is_only_untidy_is_built(live: Blog, html: str) -> None:
    post = (live.root / POST).read_text(encoding="utf-8")
    live.write(POST, post.replace("## Ask first", f"{html}\n\n## Ask first"))
    assert live.build().audit.findings == ()


def no_text(blog: Blog) -> str:
    file = blog.root / "editorial/disclaimers/crisis.toml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index('text = """'), text.index('"""', text.index('text = """') + 10)
    file.write_text(f'{text[:start]}text = """{text[end:]}', encoding="utf-8")
    return "editorial/disclaimers/crisis.toml:4:1: `text` is missing or is not text."


def no_home_line(blog: Blog) -> str:
    (blog.root / "editorial/crisis-lines/us-988.toml").unlink()
    return (
        "pelicanconf.py:1:1: `WELLSPRING_REGIONS` names `US`, and there is no crisis line of that "
        "country. Add editorial/crisis-lines/us-….toml, or name another country."
    )


def no_crisis(blog: Blog) -> str:
    (blog.root / "editorial/disclaimers/crisis.toml").unlink()
    return "there is no disclaimer `crisis`."


def number_altered(blog: Blog) -> str:
    edit(
        blog, "editorial/crisis-lines/us-988.toml", 'call_link = "tel:988"', 'call_link = "tel:987"'
    )
    return "`call_link` must dial the number that is shown beside it."


def number_guessed(blog: Blog) -> str:
    edit(blog, "editorial/crisis-lines/us-988.toml", 'grade = "A"', 'grade = "C"')
    return "`grade` must be A or B."


def number_old(blog: Blog) -> str:
    edit(blog, "editorial/crisis-lines/us-988.toml", "2026-11-23", "2025-11-22")
    return "this crisis line was last checked 366 days ago"


def drug_without_source(blog: Blog) -> str:
    file = blog.root / "editorial/drugs/ketamine.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("source =")))
    return "editorial/drugs/ketamine.toml:1:1: `source` is missing or is not text."


def waived_against_the_words(blog: Blog) -> str:
    edit(blog, POST, "Tags:", "Disclaimer-waived: crisis, x, Robin Example\nTags:")
    return "`crisis` cannot be waived while the text calls for it"


def review_without_record(blog: Blog) -> str:
    blog.write("content/authors/kim-doctor.md", "Name: Kim Doctor\nCredentials: MD\n\nKim.\n")
    edit(blog, POST, "Tags:", "Reviewed-by: Kim Doctor\nReviewed: 2026-11-01\nTags:")
    return "there is no record of a review by Kim Doctor on 2026-11-01."


def negation_lost_after_review(blog: Blog) -> str:
    blog.write("content/authors/kim-doctor.md", "Name: Kim Doctor\nCredentials: MD\n\nKim.\n")
    edit(blog, POST, "## Ask first", "It is not free of risk.\n\n## Ask first")
    review(blog.root, POST, "Kim Doctor", TODAY)
    edit(blog, POST, "It is not free", "It is free")
    return "this sentence has lost “not” (it was “It is not free of risk.”)"


@pytest.mark.parametrize(
    "fault",
    [
        no_text,
        no_home_line,
        no_crisis,
        number_altered,
        number_guessed,
        number_old,
        drug_without_source,
        waived_against_the_words,
        review_without_record,
        negation_lost_after_review,
    ],
)
def test_data_that_loses_something_is_refused(live: Blog, fault: Callable[[Blog], str]) -> None:
    before = live.tree()
    wrong = fault(live)
    assert wrong in refused(live, before)
