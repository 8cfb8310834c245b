"""The audit of people and dates: JSON-LD says what the page shows, and nothing more."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import TODAY, Blog
from wellspring.audit.people import check_people
from wellspring.commands.review import review
from wellspring.errors import ContentError
from wellspring.model.place import Place
from wellspring.model.review import Review, ReviewState
from wellspring.text.post import read_post
from wellspring.text.source import parse_source, read_source

POST = "content/posts/questions-about-ketamine.md"
ARTICLE = "theme/templates/article.html"
PROVENANCE = "theme/templates/components/provenance/template.html"
BASE = "theme/templates/base.html"
HEADER = "theme/templates/components/article-header/template.html"
PAGE = f"{POST}:1:1: its page posts/questions-about-ketamine.html"


@pytest.fixture
def reviewed(blog: Blog) -> Blog:
    blog.write("content/authors/kim-doctor.md", "Name: Kim Doctor\nCredentials: MD\n\nKim.\n")
    text = (blog.root / POST).read_text(encoding="utf-8")
    more = (
        "Sources: A guideline | https://x.example/guide | 2024\n"
        "Corrections: 2026-03-03 | It is. | It is not. | A word was lost.\nTags:"
    )
    blog.write(POST, text.replace("Tags:", more))
    review(blog.root, POST, "Kim Doctor", TODAY)
    return blog


def broken(blog: Blog, file: str, old: str, new: str) -> str:
    path = blog.root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        blog.build()
    return str(raised.value)


def test_a_reviewed_article_passes(reviewed: Blog) -> None:
    reviewed.build()
    assert read_source(reviewed.root / POST, POST)[0].text("reviewed-by") == "Kim Doctor"


@pytest.mark.parametrize(
    ("file", "old", "new", "wrong"),
    [
        (PROVENANCE, '"Due by") }} <time', '"Due by") }} <span',
         "does not say when it must be checked next"),
        (PROVENANCE, "<li>{{ linked(source) }}</li>", "", "does not show its source “A guideline”"),
        (PROVENANCE, "<li>{{ linked(source) }}</li>", "A guideline",
         "cites https://x.example/guide in its JSON-LD and nowhere else"),
        (ARTICLE, "{{ corrections(article.corrections) }}", "",
         "does not show its correction “A word was lost.”"),
        (HEADER, '<time datetime="{{ article.date | iso_date }}">', "<time>",
         "gives a `datePublished` in its JSON-LD that readers cannot see"),
        (BASE, "application/ld+json", "text/plain",
         "has no JSON-LD, or JSON-LD that cannot be read"),
    ],
)  # fmt: skip
def test_what_only_machines_are_told_is_seen(
    reviewed: Blog, file: str, old: str, new: str, wrong: str
) -> None:
    assert f"{PAGE} {wrong}. Look at theme and plugins." in broken(reviewed, file, old, new)


def test_another_review_than_the_one_that_was_made_is_seen(reviewed: Blog) -> None:
    new = '{{ article | json_ld | replace("reviewedBy", "contributor") }}'
    wrong = broken(reviewed, ARTICLE, "{{ article | json_ld }}", new)
    assert "says in its JSON-LD that somebody has reviewed it, other than its files do" in wrong


def test_a_review_that_readers_cannot_see_is_seen() -> None:
    tree = LexborHTMLParser("<article><p>By Robin.</p><time datetime=2027-01-01></time></article>")
    article = tree.css_first("article")
    assert article is not None
    done = Review("Kim Doctor", TODAY, Place("x.md"))
    state = ReviewState(done, TODAY, date(2027, 1, 1), overdue=False, soon=False)
    post, _ = read_post(parse_source("Title: One\n\nBody", "x.md")[0])
    assert list(check_people(tree, article, post, state)) == [
        "does not say who has reviewed it, and when",
        "has no JSON-LD, or JSON-LD that cannot be read",
    ]


def test_an_overdue_note_that_is_missing_is_seen(blog: Blog) -> None:
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, text.replace("2026-03-02", "2025-03-02"))
    wrong = broken(blog, ARTICLE, "{{ overdue(article) }}", "")
    assert f"{PAGE} does not tell readers that its check is overdue" in wrong
