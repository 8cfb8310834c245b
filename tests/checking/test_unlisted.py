"""Links to drafts and to what waits: said of what readers get then, and of nothing else."""

from tests.checking.test_content import POST, complaints, post
from tests.conftest import Blog

DRAFT = "content/posts/d.md"
LINK = "[a draft]({filename}/posts/d.md)"
TOLD = (
    f"this leads to {DRAFT}, a draft, which readers do not get. Publish that too, or remove the "
    "link."
)


def test_drafts_may_lead_to_drafts_and_texts_to_texts(blog: Blog) -> None:
    blog.write(DRAFT, post(Status="draft", Title="Two"))
    blog.write(POST, post(Status="draft").replace("Body", LINK))
    blog.write("content/posts/y.md", post(Title="Three").replace("Body", f"`{LINK}`"))
    blog.write(
        "content/posts/z.md", post(Title="Four").replace("Body", LINK.replace("d.md", "y.md"))
    )
    blog.open()


def test_a_text_for_readers_leads_to_no_draft(blog: Blog) -> None:
    blog.write(DRAFT, post(Status="Draft", Title="Two"))
    blog.write(POST, post(Know_more="Two | {filename}d.md").replace("Body", f"See {LINK}."))
    assert complaints(blog) == [f"{POST}:5:18: {TOLD}", f"{POST}:7:15: {TOLD}"]


def to_waiting(day: str) -> str:
    return (
        f"this leads to {DRAFT}, which readers do not get before {day}. Give that an earlier "
        "`Date`, or add the link when it is out."
    )


def test_what_waits_may_lead_to_what_is_out_by_then(blog: Blog) -> None:
    blog.write(DRAFT, post(Date="2026-12-10", Title="Two"))
    blog.write(POST, post(Date="2026-12-10").replace("Body", LINK))
    blog.write("content/posts/y.md", post(Title="Three", Status="draft").replace("Body", LINK))
    blog.write("content/posts/z.md", post(Title="Four", Date="2027-01-01").replace("Body", LINK))
    blog.open()


def test_an_article_of_today_is_out(blog: Blog) -> None:
    blog.write(DRAFT, post(Date="2026-11-23 18:00", Title="Two"))
    blog.write(POST, post().replace("Body", LINK))
    blog.open()


def test_readers_are_not_led_to_what_waits(blog: Blog) -> None:
    blog.write(DRAFT, post(Date="2026-12-10 08:00", Title="Two"))
    blog.write(POST, post(Date="2026-12-09").replace("Body", LINK))
    blog.write("content/pages/p.md", f"Title: P\n\n{LINK}\n")
    told = to_waiting("2026-12-10 08:00")
    assert complaints(blog) == [f"content/pages/p.md:3:11: {told}", f"{POST}:6:11: {told}"]


def test_of_two_that_wait_the_later_may_lead_to_the_earlier(blog: Blog) -> None:
    blog.write(DRAFT, post(Date="2026-12-10 08:00", Title="Two"))
    blog.write(POST, post(Date="2026-12-10 07:00").replace("Body", LINK))
    blog.write("content/posts/y.md", post(Date="2026-12-10 09:00").replace("Body", LINK))
    assert complaints(blog) == [f"{POST}:6:11: {to_waiting('2026-12-10 08:00')}"]
