"""Policies: what a page must forbid, and what its policy must know of the page."""

import base64
import hashlib

import pytest

from wellspring.audit.policy import check_policy
from wellspring.audit.written import Page

STYLE = "p{color:red}"
HASH = f"'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
META = '<meta http-equiv="Content-Security-Policy" content="{}">'
POLICY = (
    f"default-src 'none'; connect-src 'self'; style-src {HASH}; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
REFERRER = '<meta name="referrer" content="no-referrer">'


def problems(policy: str = POLICY, before: str = "", after: str = REFERRER) -> list[str]:
    meta = META.format(policy) if policy else ""
    html = f"<head><meta charset=utf-8>{before}{meta}{after}<style>{STYLE}</style></head><body>"
    return list(check_policy(Page.parse(html.encode())))


def test_a_page_that_holds_what_its_policy_names_is_fine() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (problems(policy=""), "has no content security policy"),
        (problems(after=""), "tells other sites where its readers come from (no `no-referrer`)"),
        (
            problems(before='<link rel=icon href="/x.svg">'),
            "has its content security policy below a <link>, where it does not act",
        ),
        (
            problems(POLICY.replace(HASH, "'unsafe-inline'")),
            "has a content security policy that allows `style-src 'unsafe-inline'`",
        ),
        (
            problems(POLICY + "; script-src https://x.example"),
            "has a content security policy that allows `script-src https://x.example`",
        ),
        (
            problems(POLICY.replace("; base-uri 'none'", "")),
            "has a content security policy without `base-uri`",
        ),
        (
            problems(POLICY.replace(HASH, "'sha256-AAAA'")),
            "has a content security policy whose `style-src` is not that of what it holds",
        ),
        (
            problems(after=REFERRER + "<script>{}</script>"),
            "has a content security policy whose `script-src` is not that of what it holds",
        ),
    ],
)
def test_a_policy_that_lets_through_or_keeps_out_too_much_is_named(
    found: list[str], expected: str
) -> None:
    assert expected in found


def test_only_the_search_page_may_run_a_program() -> None:
    policy = POLICY + "; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'"
    html = f"<head>{META.format(policy)}{REFERRER}<style>{STYLE}</style></head><body>"
    page = Page.parse(html.encode())
    assert list(check_policy(page, "search.html")) == []
    assert len(list(check_policy(page, "index.html"))) == 3


def test_the_sites_own_address_may_stand_for_its_host() -> None:
    policy = POLICY.replace("img-src 'self'", "img-src https://blog.example/x/")
    html = f"<head>{META.format(policy)}{REFERRER}<style>{STYLE}</style></head><body>"
    page = Page.parse(html.encode())
    assert list(check_policy(page, "", "https://blog.example/x")) == []
    assert list(check_policy(page, "", "https://other.example")) == [
        "has a content security policy that allows `img-src https://blog.example/x/`"
    ]
