"""Files for machines: sitemap.xml, robots.txt and the JSON Feed."""

import json
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import Generator

from wellspring.plugins.incremental import IncrementalWriter
from wellspring.plugins.medical_disclaimer import feed_content

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
JSON_FEED = "https://jsonfeed.org/version/1.1"


class MachineFilesGenerator(Generator):
    """Writes its files after Pelican's own generators have written theirs."""

    def generate_output(self, writer: IncrementalWriter) -> None:
        """Write all three."""
        address = self.settings["SITEURL"].rstrip("/")
        self.write("sitemap.xml", sitemap(address, self.context))
        self.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {address}/sitemap.xml\n")
        held = self.context["articles"][: self.settings["FEED_MAX_ITEMS"]]
        call = partial(self.write_feed, address)
        writer.note_feed(self.settings["FEED_ALL_JSON"], held, call)
        call()

    def write_feed(self, address: str) -> None:
        """Write the JSON Feed."""
        path = self.settings["FEED_ALL_JSON"]
        self.write(path, json_feed(address, path, self.context))

    def write(self, path: str, text: str) -> None:
        """Write one file into the output."""
        file = Path(self.output_path) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def sitemap(address: str, context: dict[str, Any]) -> str:
    """Return the sitemap (https://www.sitemaps.org/protocol.html); only articles have a date."""
    root = ET.Element("urlset", {"xmlns": SITEMAP})
    articles = sorted(context["articles"], key=lambda article: str(article.url))
    pages = sorted(page.url for page in context["pages"] if page.status == "published")
    lists = [
        wrapper.url for name in ("categories", "tags", "authors") for wrapper, _ in context[name]
    ]
    for url in ["", "archives.html", "conformance.html", *pages, *sorted(lists)]:
        add_url(root, f"{address}/{url}")
    for article in articles:
        add_url(root, f"{address}/{article.url}", article.modified)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def add_url(root: ET.Element, location: str, modified: datetime | None = None) -> None:
    """Add one address to a sitemap."""
    url = ET.SubElement(root, "url")
    ET.SubElement(url, "loc").text = location
    if modified:
        ET.SubElement(url, "lastmod").text = modified.isoformat()


def json_feed(address: str, path: str, context: dict[str, Any]) -> str:
    """Return the newest articles as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    feed = {
        "version": JSON_FEED,
        "title": context["SITENAME"],
        "description": context["SITESUBTITLE"],
        "home_page_url": f"{address}/",
        "feed_url": f"{address}/{path}",
        "language": context["DEFAULT_LANG"],
        "items": [
            json_entry(address, article)
            for article in context["articles"][: context["FEED_MAX_ITEMS"]]
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def json_entry(address: str, article: Article) -> dict[str, Any]:
    """Return one article as a feed entry, its notice first."""
    link = f"{address}/{article.url}"
    return {
        "id": link,
        "url": link,
        "title": article.title,
        "summary": article.summary,
        "content_html": feed_content(article, link, article.get_content(address)),
        "date_published": article.date.isoformat(),
        "date_modified": article.modified.isoformat(),
        "authors": [
            {"name": author.name, "url": f"{address}/{author.url}"} for author in article.authors
        ],
        "tags": [article.category.name, *(tag.name for tag in article.tags)],
    }


def get_generators(_pelican: Pelican) -> type[MachineFilesGenerator]:
    """Tell Pelican about the generator."""
    return MachineFilesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
