"""Reviews, dates and languages: what cannot be true is refused with what to do."""

import pytest

from tests.conftest import Blog
from wellspring.errors import ContentError

DOCTOR = "Name: Kim Doctor\nCredentials: MD\n\nKim reviews.\n"
HEAD = "Title: One\nDate: 2026-01-01\nAuthor: Robin Example\nCategory: Sleep\n"
RECORD = 'post = "content/posts/x.md"\nby = "Kim Doctor"\non = 2026-01-02\nsentences = []\n'
POST = "content/posts/x.md"


def complaints(blog: Blog, front_matter: str, body: str = "Rest.") -> list[str]:
    blog.write("content/authors/kim-doctor.md", DOCTOR)
    blog.write(POST, f"{HEAD}{front_matter}\n\n{body}\n")
    with pytest.raises(ContentError) as raised:
        blog.open()
    return str(raised.value).splitlines()


def test_a_review_with_a_record_is_good(blog: Blog) -> None:
    blog.write("content/authors/kim-doctor.md", DOCTOR)
    blog.write("editorial/reviews/x.toml", RECORD)
    blog.write(POST, f"{HEAD}Reviewed-by: Kim Doctor\nReviewed: 2026-01-02\n\nRest.\n")
    review = blog.open().reviews[POST].review
    assert review is not None
    assert review.by == "Kim Doctor"


def test_the_record_of_a_renamed_article_is_named(blog: Blog) -> None:
    blog.write("editorial/reviews/x.toml", RECORD.replace(POST, "content/posts/was.md"))
    assert complaints(blog, "Reviewed-by: Kim Doctor\nReviewed: 2026-01-02") == [
        f"{POST}:5:1: the record of this review, editorial/reviews/x.toml, is on "
        "content/posts/was.md, which is not there. If this article was called so, write its new "
        f'name there: `post = "{POST}"`.'
    ]


NO_RECORD = (
    f"{POST}:5:1: there is no record of a review by %s on %s. Run `invoke review` for this "
    "article: it writes the record and these lines."
)


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        (
            "Reviewed-by: Kim Doctor\nReviewed: 2026-01-02",
            [NO_RECORD % ("Kim Doctor", "2026-01-02")],
        ),
        (
            "Reviewed-by: Kim Docter\nReviewed: 2026-01-02",
            [
                f"{POST}:5:1: there is no person `Kim Docter`. Did you mean `Kim Doctor`? A new "
                "reviewer is one file in content/authors/.",
                NO_RECORD % ("Kim Docter", "2026-01-02"),
            ],
        ),
        (
            "Reviewed-by: Robin Example\nReviewed: 2027-01-02",
            [
                f"{POST}:5:1: Robin Example has no `Credentials` in "
                "content/authors/robin-example.md, so readers cannot tell what the review is "
                "worth. Add them, or remove the review.",
                f"{POST}:5:1: Robin Example has written this article. Have somebody else review "
                "it.",
                f"{POST}:5:1: the review of 2027-01-02 is still to come. Mend the date.",
                NO_RECORD % ("Robin Example", "2027-01-02"),
            ],
        ),
        (
            "Reviewed-by: Kim Doctor",
            [
                f"{POST}:5:1: a review needs both `Reviewed-by: a name` and `Reviewed: "
                "2026-11-23`. `invoke review` writes both."
            ],
        ),
        (
            "Review-due: 2030-01-01",
            [
                f"{POST}:5:1: `Review-due` must be after 2026-01-01 and not after 2028-01-01: what "
                "this article is about must be looked at every 730 days. Mend the date, or remove "
                "the line."
            ],
        ),
        (
            "Review-due: soon",
            [
                f"{POST}:5:13: `Review-due: soon` is not a date. Write it as year-month-day, for "
                "example `2026-11-23` or `2026-11-23 08:30`."
            ],
        ),
        (
            "Sources: | https://x.example/",
            [
                f"{POST}:5:10: “| https://x.example/” cannot be read. Write `Title, publisher | "
                "address | its date`, where the address starts with https://, doi:, pmid: or "
                "{filename} and may be left empty."
            ],
        ),
        (
            "Lang: de",
            [
                f"{POST}:1:1: this article is in the language `de`, and its notice `general` is "
                "not. Add `[lang.de]` to editorial/disclaimers/general.toml."
            ],
        ),
    ],
)
def test_what_cannot_be_true_is_refused(blog: Blog, front_matter: str, expected: list[str]) -> None:
    assert sorted(complaints(blog, front_matter)) == sorted(expected)


def test_a_translation_needs_somebody_who_has_checked_it(blog: Blog) -> None:
    file = blog.root / "editorial/disclaimers/general.toml"
    german = (
        '\n[lang.de]\ntitle = "Hinweis"\nlabel = "Hinweis"\nbrief = "Kein Rat."\n'
        'text = "Nur Information."\n'
    )
    file.write_text(file.read_text(encoding="utf-8") + german, encoding="utf-8")
    assert complaints(blog, "Lang: de") == [
        f"{POST}:1:1: nobody has checked the translation `de` of the notice `general`. Let "
        "somebody who can do so set `reviewed_by` in editorial/disclaimers/general.toml."
    ]
    checked = file.read_text(encoding="utf-8") + 'reviewed_by = "Kim Doctor"\n'
    file.write_text(checked, encoding="utf-8")
    blog.build()
    page = blog.page("posts/x.html")
    assert "Nur Information." in page
    assert '<article lang="de">' in page


def test_an_edit_after_the_review_stops_the_build(blog: Blog) -> None:
    blog.write("editorial/reviews/x.toml", RECORD.replace("[]", '["This is not safe."]'))
    front_matter = "Reviewed-by: Kim Doctor\nReviewed: 2026-01-02"
    assert complaints(blog, front_matter, "This is safe.") == [
        f"{POST}:8:1: since the review of 2026-01-02 this sentence has lost “not” (it was “This is "
        "not safe.”). Kim Doctor has not seen that. Put it back, or have it reviewed again, then "
        "run `invoke review` for this article."
    ]
