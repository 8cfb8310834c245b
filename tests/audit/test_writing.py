"""The page to write on: what it may do more than others, and that nobody else may."""

import pytest

from tests.conftest import ROOT
from wellspring.audit.forbidden import check_forbidden
from wellspring.audit.policy import check_policy
from wellspring.audit.writing import WRITING
from wellspring.audit.written import Page

ADDRESS = "https://blog.example"
TEXT = (ROOT / "theme" / "write" / "index.html").read_text(encoding="utf-8")


def complaints(text: str, path: str = WRITING) -> list[str]:
    page = Page.parse(text.encode())
    return [*check_forbidden(page, ADDRESS, path), *check_policy(page, path, ADDRESS)]


def test_the_page_as_it_is_has_nothing_wrong() -> None:
    assert complaints(TEXT) == []


def test_no_other_page_may_do_what_it_does() -> None:
    assert "holds a script, and readers' pages have none" in complaints(TEXT, "about.html")
    assert (
        "has a content security policy that allows `connect-src https://api.github.com`"
        in complaints(TEXT, "about.html")
    )
    assert "has a content security policy that allows `style-src 'unsafe-inline'`" in complaints(
        TEXT, "write.html"
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (
            "noindex, nofollow",
            "index",
            "is for writers, and search engines would list it (no `noindex`)",
        ),
        (
            "script-src 'self'",
            "script-src 'self' 'unsafe-eval'",
            "has a content security policy that allows `script-src 'unsafe-eval'`",
        ),
        (
            "connect-src 'self'",
            "connect-src 'self' https://x.example",
            "has a content security policy that allows `connect-src https://x.example`",
        ),
        (
            '<script src="write.js">',
            '<script src="https://x.example/write.js">',
            "holds a script, and readers' pages have none",
        ),
        (
            '<meta name="referrer" content="no-referrer">',
            "",
            "tells other sites where its readers come from (no `no-referrer`)",
        ),
    ],
)
def test_it_may_do_nothing_more(old: str, new: str, complaint: str) -> None:
    assert old in TEXT
    assert complaints(TEXT.replace(old, new)) == [complaint]


def test_a_script_within_it_is_refused() -> None:
    assert len(complaints(TEXT.replace("<noscript>", "<script>alert(1)</script><noscript>"))) == 2
