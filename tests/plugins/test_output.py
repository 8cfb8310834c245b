"""What a small blog is built into: pages, feeds and files for machines."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from pelican.writers import Writer
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import PLAIN_POST, ROOT, Blog
from wellspring.errors import ContentError
from wellspring.house.load import load_house

DRUG_PAGE = "posts/questions-about-ketamine.html"
PLAIN_PAGE = "posts/a-quiet-evening.html"
LIVE = "https://reader.example/blog"
NAMESPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
}


@pytest.fixture(scope="session")
def live_blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    """A blog built for an address with a path, as on a project's GitHub Pages."""
    from tests.conftest import make_blog

    made = make_blog(tmp_path_factory.mktemp("live") / "blog")
    made.build_live(LIVE)
    return made


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        DRUG_PAGE,
        PLAIN_PAGE,
        "author/robin-example.html",
        "category/mental-health.html",
        "category/sleep.html",
        "tag/ketamine.html",
        "archives.html",
        "tags.html",
        "categories.html",
        "authors.html",
        "404.html",
        "about.html",
        "get-help.html",
        "feeds/all.atom.xml",
        "feeds/all.rss.xml",
        "feeds/all.json",
        "feeds/category/sleep.atom.xml",
        "feeds/author/robin-example.atom.xml",
        "sitemap.xml",
        "robots.txt",
        "theme/icon.svg",
    ],
)
def test_everything_is_written(built_blog: Blog, path: str) -> None:
    assert (built_blog.output / path).stat().st_size


def disclaimers(html: str) -> list[str]:
    notices = LexborHTMLParser(html).css("div.notices [data-disclaimer]")
    return [node.attributes["data-disclaimer"] or "" for node in notices]


def test_an_article_carries_what_was_decided(built_blog: Blog) -> None:
    assert disclaimers(built_blog.page(PLAIN_PAGE)) == ["general"]
    assert disclaimers(built_blog.page(DRUG_PAGE)) == [
        "crisis",
        "controlled-substance",
        "medication",
        "mental-health",
        "general",
    ]


@pytest.mark.parametrize("path", ["index.html", "category/mental-health.html", "archives.html"])
def test_lists_and_descriptions_hold_no_disclaimer_text(built_blog: Blog, path: str) -> None:
    crisis = "please talk to someone now"
    assert crisis in LexborHTMLParser(built_blog.page(DRUG_PAGE)).text().replace("\n", " ").lower()
    assert crisis not in LexborHTMLParser(built_blog.page(path)).text().replace("\n", " ").lower()


def test_the_description_is_the_summary(built_blog: Blog) -> None:
    node = LexborHTMLParser(built_blog.page(DRUG_PAGE)).css_first("meta[name=description]")
    assert node.attributes["content"] == "What to ask first."


@pytest.mark.parametrize(
    "path", ["feeds/all.atom.xml", "feeds/category/mental-health.atom.xml", "feeds/all.rss.xml"]
)
def test_every_feed_entry_begins_with_its_notice(built_blog: Blog, path: str) -> None:
    root = ET.fromstring(built_blog.page(path))
    contents = [node.text or "" for node in root.findall(".//a:content", NAMESPACES)]
    contents += [node.text or "" for node in root.findall(".//item/description")]
    assert contents
    for content in contents:
        assert re.match(r"\s*(<\w+[^>]*>\s*)*Before you read", content), content[:200]


def test_the_json_feed_has_the_notice_and_a_clean_summary(built_blog: Blog) -> None:
    entry = json.loads(built_blog.page("feeds/all.json"))["items"][0]
    assert entry["title"] == "Questions about ketamine"
    assert "988" in entry["content_html"].split("Ketamine is used in clinics.")[0]
    assert entry["summary"] == "What to ask first."


def test_all_addresses_keep_a_projects_path(live_blog: Blog) -> None:
    for path, data in live_blog.tree().items():
        if not path.endswith(".html"):
            continue
        for link in re.findall(r'(?:href|src)="([^"]*)"', data.decode("utf-8")):
            address = unescape(link)
            own = address.startswith(LIVE)
            assert own or address.startswith(("#", "tel:", "sms:", "https://", "mailto:")), (
                path,
                address,
            )
            inside = address.removeprefix(LIVE).split("#")[0].lstrip("/") if own else ""
            assert not inside or (live_blog.output / inside).is_file(), (path, address)


def test_a_previews_links_also_work_from_disk(built_blog: Blog) -> None:
    for path, data in built_blog.tree().items():
        if not path.endswith(".html"):
            continue
        folder = (built_blog.output / path).parent
        for link in re.findall(r'<a [^>]*href="([^"#]*)', data.decode("utf-8")):
            if link and not link.startswith(("http", "tel:", "sms:", "mailto:")):
                assert (folder / link).is_file(), (path, link)


def test_the_live_site_names_its_own_address(live_blog: Blog) -> None:
    page = LexborHTMLParser(live_blog.page(DRUG_PAGE))
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"{LIVE}/{DRUG_PAGE}"
    assert page.css_first("meta[property='og:url']").attributes["content"] == f"{LIVE}/{DRUG_PAGE}"
    assert "localhost" not in "".join(
        data.decode("utf-8", "replace") for data in live_blog.tree().values()
    )


def test_the_sitemap_lists_articles_with_dates(live_blog: Blog) -> None:
    root = ET.fromstring(live_blog.page("sitemap.xml"))
    found = {
        url.findtext("s:loc", "", NAMESPACES): url.findtext("s:lastmod", None, NAMESPACES)
        for url in root
    }
    assert found[f"{LIVE}/{DRUG_PAGE}"] == "2026-03-02T00:00:00+00:00"
    assert f"{LIVE}/get-help.html" in found
    assert all(link.startswith(f"{LIVE}/") for link in found)


def test_json_ld_is_what_the_page_shows(live_blog: Blog) -> None:
    node = LexborHTMLParser(live_blog.page(DRUG_PAGE)).css_first(
        "script[type='application/ld+json']"
    )
    page, article = json.loads(node.text())["@graph"]
    assert page["@type"] == "MedicalWebPage"
    assert article["headline"] == "Questions about ketamine"
    assert [author["name"] for author in article["author"]] == ["Robin Example"]
    assert "reviewedBy" not in page


def test_the_help_page_begins_with_the_home_number(built_blog: Blog) -> None:
    main = LexborHTMLParser(built_blog.page("get-help.html")).css_first("main")
    assert main.css_first("a").attributes["href"] == "tel:988"


def test_every_number_on_the_site_is_one_of_the_house_style(built_blog: Blog) -> None:
    house = load_house(ROOT / "editorial")
    known = {line.call_link for line in house.crisis_lines} | {
        line.text_link for line in house.crisis_lines
    }
    linked = {
        link
        for page in built_blog.output.rglob("*.html")
        for link in re.findall(r'href="((?:tel|sms):[^"]*)"', page.read_text(encoding="utf-8"))
    }
    assert linked
    assert linked <= known


def test_a_title_cannot_break_out_of_the_page(blog: Blog) -> None:
    title = '</script><script>alert(1)</script> & <b>"quotes"</b>'
    blog.write("content/posts/a-quiet-evening.md", PLAIN_POST.replace("A quiet evening", title))
    blog.build()
    assert "<script>alert" not in blog.page(PLAIN_PAGE)
    assert "<script>alert" not in blog.page("index.html")


def test_a_picture_has_its_size(blog: Blog) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'
    blog.write("content/images/a b.svg", svg)
    blog.write(
        "content/posts/a-quiet-evening.md", f"{PLAIN_POST}\n![A]({{static}}/images/a%20b.svg)\n"
    )
    blog.build()
    image = LexborHTMLParser(blog.page("posts/a-quiet-evening.html")).css_first(".body img")
    assert image is not None
    assert (image.attributes["width"], image.attributes["height"]) == ("40", "20")


def test_a_script_in_a_text_stops_the_build(blog: Blog) -> None:
    blog.write("content/posts/a-quiet-evening.md", f"{PLAIN_POST}\n<script>1</script>\n")
    with pytest.raises(ContentError, match="<script> cannot stand in a text"):
        blog.build()


def test_the_policy_allows_exactly_the_page_s_own_style(built_blog: Blog) -> None:
    import base64
    import hashlib

    html = built_blog.page("index.html")
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in unescape(html)


def test_drafts_and_scheduled_posts_stay_out_of_the_live_site(blog: Blog) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    blog.write(
        "content/posts/later.md", PLAIN_POST.replace("2025-03-01", tomorrow).replace("A q", "Q")
    )
    blog.write("content/posts/unfinished.md", PLAIN_POST.replace("Tags: Evenings", "Status: draft"))
    blog.build_live(LIVE)
    names = " ".join(blog.tree())
    assert "later" not in names
    assert "unfinished" not in names
    blog.build()
    assert (blog.output / "posts/later.html").is_file()
    assert "data-disclaimer" in blog.page("drafts/unfinished.html")


def test_a_link_to_a_file_that_is_not_there_stops_the_build(blog: Blog) -> None:
    blog.write(
        "content/posts/a-quiet-evening.md", f"{PLAIN_POST}\n[x]({{filename}}/posts/nope.md)\n"
    )
    with pytest.raises(ContentError, match=r"there is no file `content/posts/nope\.md`"):
        blog.build()


def test_a_link_that_only_pelican_sees_is_named_with_its_page(blog: Blog) -> None:
    blog.write(
        "content/posts/a-quiet-evening.md",
        f"{PLAIN_POST}\n<!-- a note --> [x]({{filename}}nope.md) `x`\n\n    ~~~\n",
    )
    with pytest.raises(ContentError, match=r"a-quiet-evening"):
        blog.build()


def test_two_builds_are_the_same_byte_for_byte(blog: Blog) -> None:
    blog.build()
    first = blog.tree()
    blog.build()
    assert blog.tree() == first


def test_an_error_leaves_the_previous_output(blog: Blog) -> None:
    blog.build()
    before = blog.tree()
    blog.write("content/posts/bad.md", "Title: No date\n\nBody\n")
    with pytest.raises(ContentError):
        blog.build()
    assert blog.tree() == before


def test_what_is_deleted_disappears(blog: Blog) -> None:
    blog.build()
    (blog.root / "content/posts/a-quiet-evening.md").unlink()
    blog.build()
    assert not (blog.output / PLAIN_PAGE).exists()


def test_what_windows_strews_is_not_published(blog: Blog) -> None:
    settings = blog.root / "pelicanconf.py"
    old = settings.read_text(encoding="utf-8").replace(', "Thumbs.db", "desktop.ini"', "")
    settings.write_text(old, encoding="utf-8")
    blog.write("content/images/Thumbs.db", "x")
    blog.write("content/images/desktop.ini", "x")
    blog.build()
    assert not [*(blog.output / "images").glob("*")]


def test_a_page_that_waits_is_opened_once(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    plain = Writer._open_w  # noqa: SLF001 - what our writer leaves out

    def note(writer: Writer, filename: str, *rest: object) -> object:
        opened.append(filename)
        return plain(writer, filename, *rest)

    monkeypatch.setattr(Writer, "_open_w", note)
    blog.build()
    assert (blog.output / PLAIN_PAGE).is_file()
    assert not [name for name in opened if name.endswith(PLAIN_PAGE)]
    assert [name for name in opened if name.endswith("all.atom.xml")]
