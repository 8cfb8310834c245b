"""The plugin by itself: in Pelican's own themes, in feeds, and against everything that loses it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

MARKDOWN = """\
Title: Questions about ketamine
Date: 2026-03-02
Category: Notes
Tags: ketamine

Ketamine is used in clinics. Some people with depression ask about it.
"""
RST = """\
An evening
##########

:date: 2026-03-01
:category: Notes
:summary: How an evening can end.

Dim the lights, and read about ``ketamine`` no more.
"""
SETTINGS = """\
import sys
sys.path.insert(0, {root!r})
SITENAME = "Another site"
SITEURL = "https://other.example/blog"
AUTHOR = "Robin Example"
PATH = "content"
TIMEZONE = "UTC"
THEME = {theme!r}
PLUGINS = ["wellspring.standalone"]
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_DOMAIN = SITEURL
"""
THEMES = ("simple", "notmyidea")
DRUG_PAGE = "questions-about-ketamine.html"


@dataclass(frozen=True)
class Other:
    """A Pelican site that knows nothing of Wellspring but the plugin."""

    root: Path

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def settings(self, more: str, theme: str = "simple") -> None:
        self.write("pelicanconf.py", SETTINGS.format(root=str(ROOT), theme=theme) + more)

    def pelican(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )

    def page(self, path: str) -> LexborHTMLParser:
        return LexborHTMLParser((self.root / "output" / path).read_text(encoding="utf-8"))


@pytest.fixture
def other(tmp_path: Path) -> Other:
    site = Other(tmp_path)
    site.write("content/ketamine.md", MARKDOWN)
    site.write("content/evening.rst", RST)
    site.settings("")
    return site


@pytest.fixture(scope="module", params=THEMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Other:
    site = Other(tmp_path_factory.mktemp(request.param))
    site.write("content/ketamine.md", MARKDOWN)
    site.write("content/evening.rst", RST)
    site.settings("", request.param)
    done = site.pelican()
    assert done.returncode == 0, done.stderr
    return site


def ids(tree: LexborHTMLParser) -> list[str | None]:
    return [
        node.attributes["data-disclaimer"] for node in tree.css("div.notices [data-disclaimer]")
    ]


def test_a_plain_article_gets_the_general_notice_only(built: Other) -> None:
    assert ids(built.page("an-evening.html")) == ["general"]


def test_an_article_gets_what_its_words_ask_for(built: Other) -> None:
    tree = built.page(DRUG_PAGE)
    assert ids(tree) == ["crisis", "controlled-substance", "medication", "mental-health", "general"]
    assert tree.css_first("article div.notices a[href='tel:988']") is not None
    assert tree.css_first("div.drug-note") is not None


@pytest.mark.parametrize("page", ["index.html", "category/notes.html", "archives.html"])
def test_lists_and_summaries_hold_no_notice(built: Other, page: str) -> None:
    tree = built.page(page)
    for article in tree.css("article.hentry, #posts-list article, ol article"):
        if article.css_first("h1.entry-title") is None or "featured" not in str(article.html):
            assert "If you need help now" not in article.text()
    description = built.page(DRUG_PAGE).css_first('meta[name="description"]')
    if description is not None:
        assert "help now" not in (description.attributes["content"] or "")


@pytest.mark.parametrize("feed", ["all.atom.xml", "all.rss.xml"])
def test_feed_entries_begin_with_their_notices(built: Other, feed: str) -> None:
    text = (built.root / "output/feeds" / feed).read_text(encoding="utf-8")
    assert text.count('&lt;div class="notices') == 2
    content = text[text.index('&lt;div class="notices') :]
    assert content.index("call 988") < content.index("Ketamine is used in clinics")


def test_a_whole_rss_feed_has_each_notice_once(other: Other) -> None:
    other.settings("RSS_FEED_SUMMARY_ONLY = False\n")
    assert other.pelican().returncode == 0
    text = (other.root / "output/feeds/all.rss.xml").read_text(encoding="utf-8")
    assert text.count('&lt;div class="notices') == 2


def test_settings_choose_countries_and_notices(other: Other) -> None:
    other.settings(
        'MEDICAL_DISCLAIMER_REGIONS = ["GB"]\nMEDICAL_DISCLAIMER_ALWAYS = []\n'
        'MEDICAL_DISCLAIMER_CATEGORIES = {"Notes": ["sponsored"]}\n'
        'MEDICAL_DISCLAIMER_HEADING = "Please read"\n'
        'MEDICAL_DISCLAIMER_HELP_URL = "https://other.example/help"\n'
    )
    assert other.pelican().returncode == 0
    assert ids(other.page("an-evening.html")) == ["sponsored"]
    tree = other.page(DRUG_PAGE)
    assert tree.css_first("a[href='tel:116123']") is not None
    assert tree.css_first("a[href='https://other.example/help']") is not None
    heading = tree.css_first("div.notices h2")
    assert heading is not None
    assert heading.text() == "Please read"


def test_front_matter_adds_and_waives(other: Other) -> None:
    other.write(
        "content/ketamine.md",
        MARKDOWN.replace(
            "Tags:", "Disclaimer: pregnancy\nDisclaimer-waived: general, x, Robin\nTags:"
        ),
    )
    assert other.pelican().returncode == 0
    assert "pregnancy" in ids(other.page(DRUG_PAGE))
    assert "general" not in ids(other.page(DRUG_PAGE))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("MEDICAL_DISCLAIMER_REGION = ['US']", "there is no setting `MEDICAL_DISCLAIMER_REGION`. "
         "Did you mean `MEDICAL_DISCLAIMER_REGIONS`?"),
        ("MEDICAL_DISCLAIMER_REGIONS = ['XX']", "`MEDICAL_DISCLAIMER_REGIONS` names `XX`, and "
         "there is no crisis line of that country. Name a country that has one."),
        ("MEDICAL_DISCLAIMER_ALWAYS = ['genral']", "there is no disclaimer `genral`, and a "
         "`MEDICAL_DISCLAIMER_` setting names it. Did you mean `general`?"),
    ],
)  # fmt: skip
def test_a_wrong_setting_stops_pelican(other: Other, line: str, message: str) -> None:
    other.settings(f"{line}\n")
    done = other.pelican()
    assert done.returncode != 0
    assert message in " ".join((done.stdout + done.stderr).split())


def test_an_article_in_another_language_needs_its_notices_in_it(other: Other) -> None:
    other.write("content/ketamine.md", MARKDOWN.replace("Tags:", "Lang: de\nTags:"))
    done = other.pelican()
    assert done.returncode != 0
    assert (
        "content/ketamine.md:1:1: this article is in the language `de`, and its notice `crisis` is "
        "not. Add `[lang.de]` to editorial/disclaimers/crisis.toml."
    ) in " ".join((done.stdout + done.stderr).split())


def drop_from_page(other: Other) -> str:
    other.write("theme/templates/article.html", "<article>{{ article.title }}</article>")
    return "has no notices, and must carry: general"


def hide_on_page(other: Other) -> str:
    other.write("theme/templates/article.html", "<article hidden>{{ article.content }}</article>")
    return "hides its disclaimer `general` (<article> is marked hidden)"


def fold_on_page(other: Other) -> str:
    other.write(
        "theme/templates/article.html",
        "<article><details>{{ article.content }}</details></article>",
    )
    return "hides its disclaimer `general` (it is inside <details>)"


def strip_on_page(other: Other) -> str:
    other.write(
        "theme/templates/article.html", "<article>{{ article.content | striptags }}</article>"
    )
    return "has no notices, and must carry: general"


def excerpt_from_notice(other: Other) -> str:
    excerpt = "{{ article.content | striptags | escape }}"
    other.write(
        "theme/templates/article.html",
        f'<meta name="description" content="{excerpt}">'
        "<article>{{ article.content }}</article>",
    )
    return "has its disclaimer `general` in its description"


def another_plugin_rewrites_pages(other: Other) -> str:
    other.write(
        "late.py",
        "from pelican import signals\n"
        "def late(path, context):\n"
        "    text = open(path).read().replace('<div class=', '<!-- <div class=')\n"
        "    open(path, 'w').write(text)\n"
        "def register():\n    signals.content_written.connect(late)\n",
    )
    other.settings('sys.path.insert(0, ".")\nPLUGINS = ["wellspring.standalone", "late"]\n')
    return "has no notices, and must carry: general"


def another_plugin_replaces_the_feed(other: Other) -> str:
    other.write(
        "late.py",
        "from pelican import signals\n"
        "def late(path, context, feed):\n"
        "    text = open(path).read().replace('Information, not advice', '')\n"
        "    open(path, 'w').write(text)\n"
        "def register():\n    signals.feed_written.connect(late)\n",
    )
    other.settings('sys.path.insert(0, ".")\nPLUGINS = ["wellspring.standalone", "late"]\n')
    return "its entry in feeds/all.atom.xml does not begin with its disclaimers"


def a_page_is_not_written(other: Other) -> str:
    other.write(
        "late.py",
        "import os\nfrom pelican import signals\n"
        "def late(path, context):\n    os.remove(path) if 'evening' in path else None\n"
        "def register():\n    signals.content_written.connect(late)\n",
    )
    other.settings('sys.path.insert(0, ".")\nPLUGINS = ["late", "wellspring.standalone"]\n')
    return "its page an-evening.html was not written"


@pytest.mark.parametrize(
    "fault",
    [
        drop_from_page,
        hide_on_page,
        fold_on_page,
        strip_on_page,
        excerpt_from_notice,
        another_plugin_rewrites_pages,
        another_plugin_replaces_the_feed,
        a_page_is_not_written,
    ],
)
def test_what_loses_a_notice_ends_in_an_error(other: Other, fault: Callable[[Other], str]) -> None:
    other.settings('THEME_TEMPLATES_OVERRIDES = ["theme/templates"]\n')
    message = fault(other)
    done = other.pelican()
    said = " ".join((done.stdout + done.stderr).split())
    assert done.returncode != 0
    assert "content/evening.rst:1:1:" in said
    assert message in said


def test_a_comment_in_json_is_no_feed(other: Other) -> None:
    other.write("content/extra/data.json", json.dumps({"items": 3}))
    other.settings('STATIC_PATHS = ["extra"]\n')
    assert other.pelican().returncode == 0
