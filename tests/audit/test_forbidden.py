"""What no page may hold; words about such things are no fault."""

import pytest

from wellspring.audit.forbidden import check_forbidden
from wellspring.audit.written import Page

PAGE = "<html><head></head><body><main><p>{}</p></main></body></html>"


@pytest.mark.parametrize(
    "html",
    [
        "We have no comment area, on purpose. Comments on health can harm.",
        "<script type='application/ld+json'>{}</script>",
        '<img src="../images/a.svg" alt="A">',
        '<img src="data:image/svg+xml,x" alt="A">',
        '<a href="https://www.fda.gov/">FDA</a>',
        '<img src="https://blog.example/x/images/a.svg" alt="A">',
        "<svg><title>A drop</title></svg>",
        "An essay on forms, scripts and iframes.",
        '<a href="https://x.example/javascript:the-good-parts">A book</a>',
    ],
)
def test_ordinary_pages_pass(html: str) -> None:
    assert (
        list(
            check_forbidden(
                Page.parse(PAGE.replace("{}", html, 1).encode()), "https://blog.example/x"
            )
        )
        == []
    )


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("<form></form>", "holds a form (<form>), which this blog never publishes"),
        (
            "<textarea></textarea>",
            "holds a text field (<textarea>), which this blog never publishes",
        ),
        (
            '<iframe src="https://x.example"></iframe>',
            "holds an embedded page (<iframe>), which this blog never publishes",
        ),
        ("<script>1</script>", "holds a script, and readers' pages have none"),
        ("<script src=x.js></script>", "holds a script, and readers' pages have none"),
        (
            '<a href="https://x.disqus.com/">x</a>',
            "mentions a comment service (disqus.com)",
        ),
        (
            "There are no comments for this story",
            "holds the words “there are no comments for this story” of another platform's "
            "comment area",
        ),
        (
            '<img src="https://x.example/p.gif" alt="">',
            "loads https://x.example/p.gif from another site, which tells it who reads here",
        ),
        (
            '<img src="//x.example/p.gif" alt="">',
            "loads //x.example/p.gif from another site, which tells it who reads here",
        ),
        (
            '<a href="{filename}/x.md">b</a>',
            "holds the link target `{filename}/x.md`, which was never turned into an address",
        ),
        (
            "<style>.notices{display:none}</style>",
            "holds <style> in its text, where only the theme may set it",
        ),
        (
            '<meta http-equiv="refresh" content="0;url=https://x.example/">',
            "holds <meta> in its text, where only the theme may set it",
        ),
        (
            '<link rel="next" href="b.html">',
            "holds <link> in its text, where only the theme may set it",
        ),
        ('<b style="x">b</b>', "holds a style of its own on <b>; use plain Markdown"),
        ('<b onclick="x()">b</b>', "holds a script in the attribute `onclick` of <b>"),
        ('<b ONCLICK = "x()">b</b>', "holds a script in the attribute `onclick` of <b>"),
        (
            '<a href="&#106;avascript:x()">b</a>',
            "holds a script in the attribute `href` of <a>",
        ),
        (
            '<a href=" JavaScript:x()">b</a>',
            "holds a script in the attribute `href` of <a>",
        ),
        (
            '<svg><a xlink:href="javascript:x()"><path></path></a></svg>',
            "holds a script in the attribute `xlink:href` of <a>",
        ),
        ('<a href="java&#9;script:x()">b</a>', "holds a script in the attribute `href` of <a>"),
        ('<img src="vbscript:x" alt="">', "holds a script in the attribute `src` of <img>"),
        ('<a href="javascript:x()">b</a>', "holds a script in the attribute `href` of <a>"),
    ],
)
def test_what_is_forbidden_is_seen(html: str, wrong: str) -> None:
    assert list(
        check_forbidden(Page.parse(PAGE.replace("{}", html, 1).encode()), "https://blog.example/x")
    ) == [wrong]


SCRIPT = "<script type=module src='{}/theme/search.js'>{}</script>"
SITE = "https://blog.example/x"


def told(html: str, path: str) -> list[str]:
    return list(check_forbidden(Page.parse(PAGE.format(html).encode()), SITE, path))


@pytest.mark.parametrize("root", [".", SITE])
def test_the_search_page_may_load_its_own_script(root: str) -> None:
    assert told(SCRIPT.format(root, ""), "search.html") == []


@pytest.mark.parametrize(
    ("script", "path"),
    [
        (SCRIPT.format(SITE, ""), "index.html"),
        (SCRIPT.format(SITE, "alert(1)"), "search.html"),
        (SCRIPT.format("https://x.example", ""), "search.html"),
        ("<script type='application/ld+json' src='x.js'></script>", "index.html"),
    ],
)
def test_no_other_script_on_no_other_page(script: str, path: str) -> None:
    assert told(script, path) == ["holds a script, and readers' pages have none"]
