"""Settings of the blog for `invoke build`; publishconf.py adds what only the live site needs.

Everything here is a Pelican setting (https://docs.getpelican.com/en/stable/settings.html)
or begins with WELLSPRING_. What you are most likely to change stands first.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from wellspring.plugins import all_plugins

SITENAME = "Wellspring"
SITESUBTITLE = "Careful writing about health, with its sources shown"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# Countries of your readers, home first: their crisis lines are shown (ISO 3166 codes).
WELLSPRING_REGIONS = ["US"]
WELLSPRING_MENU = [
    ("Articles", "archives.html"),
    ("Topics", "categories.html"),
    ("Search", "search.html"),
    ("About", "about.html"),
    ("Get help now", "get-help.html"),
]
WELLSPRING_FOOTER_MENU = [
    ("Editorial policy", "editorial-policy.html"),
    ("Medical disclaimer", "medical-disclaimer.html"),
    ("Corrections", "corrections.html"),
    ("Privacy", "privacy.html"),
    ("Feed", "feeds/all.atom.xml"),
]

# A page to write articles on in a browser, at /write/ (docs/writing-in-the-browser.md): name your
# repository on GitHub, such as "robin/blog", to have it. Empty: the site has no such page.
WELLSPRING_WRITE_TO = ""

# Where things are.
PATH = "content"
ARTICLE_PATHS = ["posts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
IGNORE_FILES = [".*", "*~", "#*", "Thumbs.db", "desktop.ini"]
THEME = "theme"
OUTPUT_PATH = "output"
PLUGINS = all_plugins()

# This computer's preview: links are relative, so that the pages also open from disk.
SITEURL = "http://localhost:8000"
RELATIVE_URLS = True

# Addresses.
SLUGIFY_SOURCE = "basename"
FILENAME_METADATA = r"(?P<slug>.*)"
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = ARTICLE_SAVE_AS = "posts/{slug}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL
DRAFT_LANG_URL = DRAFT_LANG_SAVE_AS = DRAFT_URL = DRAFT_SAVE_AS = "drafts/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
DIRECT_TEMPLATES = ["index", "archives", "tags", "categories", "authors", "404"]
DEFAULT_PAGINATION = 10
# No slug has a dot. With Pelican's own pattern, page 3 of the tag “Week 3” would be page 1 of
# the tag “Week 33”.
PAGINATION_PATTERNS = [
    (1, "{name}{extension}", "{name}{extension}"),
    (2, "{name}.{number}{extension}", "{name}.{number}{extension}"),
]

# Feeds hold whole articles. Authors and categories have separate folders: an author
# and a category may have the same name.
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_ALL_JSON = "feeds/all.json"
CATEGORY_FEED_ATOM = "feeds/category/{slug}.atom.xml"
AUTHOR_FEED_ATOM = "feeds/author/{slug}.atom.xml"
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
RSS_FEED_SUMMARY_ONLY = False
FEED_MAX_ITEMS = 20

# Typography: quotes, dashes and ellipses; none of typogrify's extra markup.
TYPOGRIFY = True
TYPOGRIFY_OMIT_FILTERS = ["amp", "caps", "initial_quotes", "widont"]
FORMATTED_FIELDS: list[str] = []

# The same site on every computer, whatever language it speaks.
LOCALE = ["C"]
