"""Links to drafts: said of what readers get, and of nothing else."""

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
