"""Links in the written site: what leads somewhere passes, the rest is named at its text."""

from pathlib import Path

import pytest

from wellspring.audit.links import Links
from wellspring.audit.written import Page, files_below
from wellspring.text.source import parse_source

ADDRESS = "https://blog.example/x"
BODY = "Title: One\nKnow-more: B | z.html\n\nFirst.\n\nSee [this](%s).\n"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for path in ("posts/a.html", "posts/b.html", "index.html", "images/c d.svg", "feeds/all.xml"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    return tmp_path


def complaints(output: Path, html: str, body: str = "") -> list[str]:
    links = Links(ADDRESS, frozenset(files_below(output)))
    pages = {
        "posts/a.html": f"<body id=top>{html}</body>",
        "posts/b.html": "<h2 id='why-ü'>Why</h2>",
        "index.html": "<p>Home</p>",
    }
    for path, text in pages.items():
        links.remember(path, links.read(path, Page.parse(text.encode())))
    source, _ = parse_source(body, "content/posts/a.md")
    return [str(finding) for finding in links.problems({"posts/a.html": source} if body else {})]


@pytest.mark.parametrize(
    "target",
    [
        "b.html",
        "../posts/b.html#why-%C3%BC",
        "#top",
        "",
        "../",
        "../index.html",
        "../images/c%20d.svg",
        "../feeds/all.xml",
        ADDRESS,
        f"{ADDRESS}/",
        f"{ADDRESS}/posts/b.html",
        f"{ADDRESS}/posts/b.html?x=1",
        "https://elsewhere.example/gone.html",
        "mailto:a@b.example",
        "tel:988",
        "data:image/png;base64,x",
    ],
)
def test_what_leads_somewhere_passes(output: Path, target: str) -> None:
    assert complaints(output, f'<a href="{target}">x</a>') == []


@pytest.mark.parametrize(
    ("html", "target", "wrong"),
    [
        ("<a href='%s'>", "c.html", "and the site has no such page or file."),
        ("<a href='%s'>", f"{ADDRESS}/c.html", "and the site has no such page or file."),
        ("<img src='%s'>", "../images/e.svg", "and the site has no such page or file."),
        ("<a href='%s'>", "../../c.html", "and the site has no such page or file."),
        ("<a href='%s'>", "b.html#how", "and nothing there is called `how`."),
        ("<a href='%s'>", "#how", "and nothing there is called `how`."),
    ],
)
def test_what_leads_nowhere_is_named_at_its_text(
    output: Path, html: str, target: str, wrong: str
) -> None:
    assert complaints(output, html % target) == [
        f"posts/a.html:1:1: this links to `{target}`, {wrong} Mend the link."
    ]
    (finding,) = complaints(output, html % target, BODY % target)
    assert finding.startswith("content/posts/a.md:6:")


def test_a_link_of_the_front_matter_is_found_there(output: Path) -> None:
    (finding,) = complaints(output, "<a href='z.html'>", BODY % "b.html")
    assert finding.startswith("content/posts/a.md:2:12:")
