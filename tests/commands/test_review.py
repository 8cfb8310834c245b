"""`invoke review` and `review-due`: what is written, what readers see, who is asked again."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.commands.test_explain import BESIDES, BROKEN, WRONG
from tests.conftest import TODAY, Blog
from wellspring.commands.review import review, review_due
from wellspring.errors import ContentError

DRUG = "content/posts/questions-about-ketamine.md"
DOCTOR = "Name: Kim Doctor\nCredentials: MD\nConflicts: None\n\nKim reviews.\n"


@pytest.fixture
def reviewed(blog: Blog) -> Blog:
    blog.write("content/authors/kim-doctor.md", DOCTOR)
    post = (blog.root / DRUG).read_text(encoding="utf-8")
    blog.write(DRUG, post.replace("Tags:", "Review-due: 2026-05-01\nTags:") + "\nDo not drive.\n")
    review(blog.root, DRUG, "Kim Doctor", TODAY)
    return blog


def test_a_review_is_written_into_both_files(reviewed: Blog) -> None:
    lines = (reviewed.root / DRUG).read_text(encoding="utf-8").splitlines()
    assert lines[2:6] == [
        "Author: Robin Example",
        "Reviewed-by: Kim Doctor",
        "Reviewed: 2026-11-23",
        "Category: Mental Health",
    ]
    record = reviewed.open().house.reviews[DRUG]
    assert (record.by, record.on) == ("Kim Doctor", TODAY)
    assert "Do not drive." in record.sentences


def test_readers_and_machines_see_the_review(reviewed: Blog) -> None:
    reviewed.build()
    tree = LexborHTMLParser(reviewed.page("posts/questions-about-ketamine.html"))
    text = " ".join((tree.body.text() if tree.body else "").split())
    assert "Reviewed by Kim Doctor, MD" in text
    assert "Due by 23 November 2027" in text
    script = tree.css_first('script[type="application/ld+json"]')
    assert script is not None
    page = json.loads(script.text())["@graph"][0]
    assert (page["reviewedBy"]["name"], page["reviewedBy"]["honorificSuffix"]) == (
        "Kim Doctor",
        "MD",
    )
    assert page["lastReviewed"] == "2026-11-23"
    assert "2026-11-23T" in reviewed.page("sitemap.xml")
    assert "<updated>2026-11-23T" in reviewed.page("feeds/all.atom.xml")
    assert "Kim reviews." in reviewed.page("author/kim-doctor.html")


def test_without_a_review_nobody_is_named(built_blog: Blog) -> None:
    page = built_blog.page("posts/a-quiet-evening.html")
    assert "no clinician has checked this article" in page
    assert "reviewedBy" not in page


def test_an_overdue_article_tells_its_readers(blog: Blog) -> None:
    post = (blog.root / DRUG).read_text(encoding="utf-8").replace("2026-03-02", "2025-03-02")
    blog.write(DRUG, post)
    assert [str(warning) for warning in blog.build().warnings] == [
        f"{DRUG}:1:1: warning: this article should have been checked again by 2026-03-02, and says "
        "so to readers. Check it, then run `invoke review`, or set `Modified` to the day you did."
    ]
    for page in ("posts/questions-about-ketamine.html", "feeds/all.atom.xml"):
        assert "should have looked again by 2 March 2026" in blog.page(page)
    assert "should have looked again" not in blog.page("posts/a-quiet-evening.html")


@pytest.mark.parametrize(
    ("by", "pattern", "message"),
    [
        ("Kim Doctr", DRUG, f"{DRUG}:1:1: there is no person `Kim Doctr`. Choose one of: `Robin "
         "Example`. A new reviewer is one file in content/authors/."),
        ("Kim Doctor", "content/posts", "content/posts: this names 2 articles. Review one at a "
         "time."),
    ],
)  # fmt: skip
def test_a_review_that_cannot_be(blog: Blog, by: str, pattern: str, message: str) -> None:
    with pytest.raises(ContentError) as raised:
        review(blog.root, pattern, by, TODAY)
    assert str(raised.value) == message
    assert not (blog.root / "editorial/reviews").exists()


def test_what_is_due_stands_first(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    review_due(blog.root / "pelicanconf.py", "text", all_=False)
    assert capsys.readouterr().out == "Nothing is due. The next check is due on 2027-03-01.\n"
    review_due(blog.root / "pelicanconf.py", "text", all_=True)
    assert capsys.readouterr().out == (
        "2027-03-01  fresh    content/posts/a-quiet-evening.md  Robin Example (author; nobody has "
        "reviewed it)\n"
        "2027-03-02  fresh    content/posts/questions-about-ketamine.md  Robin Example (author; "
        "nobody has reviewed it)\n"
    )


def test_what_is_due_for_other_programs(reviewed: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    review_due(reviewed.root / "pelicanconf.py", "json", all_=True)
    last = json.loads(capsys.readouterr().out)[-1]
    assert (last["path"], last["who"], last["state"], last["due"]) == (
        DRUG,
        ["Kim Doctor"],
        "fresh",
        "2027-11-23",
    )


def test_mistakes_of_a_text_are_only_mentioned(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.write("content/posts/broken.md", BROKEN)
    review_due(blog.root / "pelicanconf.py", "text", all_=False)
    assert capsys.readouterr() == (
        "Nothing is due. The next check is due on 2027-03-01.\n",
        BESIDES,
    )
    review_due(blog.root / "pelicanconf.py", "json", all_=True)
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_review_stops_at_mistakes_of_its_own_article_only(blog: Blog) -> None:
    blog.write("content/authors/kim-doctor.md", DOCTOR)
    blog.write("content/posts/broken.md", BROKEN)
    review(blog.root, DRUG, "Kim Doctor", TODAY)
    assert "Reviewed-by: Kim Doctor\n" in (blog.root / DRUG).read_text(encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        review(blog.root, "content/posts/broken.md", "Kim Doctor", TODAY)
    assert str(raised.value) == WRONG.splitlines()[0]


def test_a_draft_is_never_due(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (blog.root / "content/posts").iterdir():
        text = file.read_text(encoding="utf-8").replace("Date: 2026", "Date: 2016")
        file.write_text(text.replace("Tags:", "Status: draft\nTags:"), encoding="utf-8")
    assert blog.open().warnings == ()
    review_due(blog.root / "pelicanconf.py", "text", all_=True)
    assert capsys.readouterr().out == "Nothing is due. There is no published article.\n"
