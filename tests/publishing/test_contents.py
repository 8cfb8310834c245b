"""What may be in a published folder: false alarms first, then what must never go out."""

import pytest

from tests.publishing.conftest import Desk, write
from wellspring.publishing import contents

KIND = (
    "files of this kind are not published: they may hold what is not for readers. Remove it from "
    "the site."
)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<p>Open <code>http://localhost:8000</code> on your computer.</p>"),
        ("a.html", "<a href='https://localhost.example/'>A name</a>"),
        ("a.html", "<a href='https://x.example/?next=http://localhost/'>x</a>"),
        ("images/a.PNG", "x"),
        (".well-known/security.txt", "x"),
        (".well-known/acme/token", "x"),
        ("pagefind/en.pf_meta", "x"),
        ("drafts.html", "x"),
    ],
)
def test_what_readers_may_get(desk: Desk, path: str, text: str) -> None:
    write(desk.output, {path: text})
    assert contents.content_refusals(desk.output) == []


@pytest.mark.parametrize(
    "path", ["notes.md", "posts/x.md~", "backup.sql", "key.pem", "id_rsa", "a.zip", "a.py", "x.bak"]
)
def test_kinds_that_nobody_has_allowed(desk: Desk, path: str) -> None:
    write(desk.output, {path: "x"})
    assert desk.refusal() == f"{desk.output / path}: {KIND}"


@pytest.mark.parametrize(
    ("path", "text", "address"),
    [
        ("a.html", "<a href='http://localhost:8000/x'>x</a>", "http://localhost:8000/x"),
        ("a.html", "<img src=http://127.0.0.1/a.png>", "http://127.0.0.1/a.png"),
        (
            "a.html",
            '<meta property="og:url" content="https://LOCALHOST/x">',
            "https://LOCALHOST/x",
        ),
        ("feeds/a.xml", "<item><link>http://localhost:8000/x</link></item>", "http://localhost:8000/x"),
        ("sitemap.xml", "<loc>http://0.0.0.0/x</loc>", "http://0.0.0.0/x"),
        ("feeds/a.json", '{"url": "http://localhost:8000/x"}', "http://localhost:8000/x"),
    ],
)  # fmt: skip
def test_addresses_of_this_computer(desk: Desk, path: str, text: str, address: str) -> None:
    write(desk.output, {path: text})
    assert desk.refusal() == (
        f"{desk.output / path}: it leads to {address}, which only this computer can reach. Mend "
        "the link."
    )


def test_drafts(desk: Desk) -> None:
    write(desk.output, {"drafts/x.html": "x"})
    assert desk.refusal() == (
        f"{desk.output / 'drafts/x.html'}: a draft is not for readers. Look at DRAFT_SAVE_AS in "
        "publishconf.py."
    )


def test_a_site_larger_than_github_takes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGEST_SITE", 50)
    assert desk.refusal() == (
        f"{desk.output}: the site has 0.0 GB, and GitHub Pages takes 1 GB. Make its pictures "
        "smaller, or keep them elsewhere."
    )
