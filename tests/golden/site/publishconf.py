"""The golden site: every kind of page once, at an address with a path, as on GitHub Pages."""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(REPOSITORY))

from pelicanconf import *

SITENAME = "Golden Blog"
PATH = "content"
THEME = str(REPOSITORY / "theme")
WELLSPRING_EDITORIAL = str(REPOSITORY / "editorial")
WELLSPRING_PRODUCTION = True
SITEURL = FEED_DOMAIN = "https://reader.example/blog"
RELATIVE_URLS = False
DRAFT_URL = DRAFT_SAVE_AS = ""
WELLSPRING_MENU = [("Articles", "archives.html"), ("Get help now", "get-help.html")]
WELLSPRING_FOOTER_MENU = []
