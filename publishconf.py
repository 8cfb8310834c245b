"""Settings of the live site, on top of pelicanconf.py; used by `publish` and `preview`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *
from wellspring.publishing.address import site_address

# Your own domain, such as "blog.example", if the site has one (docs/publishing.md).
WELLSPRING_DOMAIN = ""
# Where `publish` pushes the built site to.
WELLSPRING_REMOTE = "origin"
WELLSPRING_BRANCH = "gh-pages"

# The site's address: SITEURL from the environment wins (GitHub's own workflow sets it),
# then the domain above, then the GitHub Pages address of the remote.
SITEURL = os.environ.get("SITEURL", "").rstrip("/") or site_address(
    Path(__file__).parent, WELLSPRING_REMOTE, WELLSPRING_DOMAIN
)
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False
WELLSPRING_PRODUCTION = True

# What is not meant for readers yet stays out: drafts, and posts dated in the future.
DRAFT_URL = DRAFT_SAVE_AS = DRAFT_LANG_URL = DRAFT_LANG_SAVE_AS = ""
DRAFT_PAGE_URL = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_URL = DRAFT_PAGE_LANG_SAVE_AS = ""
WITH_FUTURE_DATES = False
