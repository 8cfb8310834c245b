"""Which earlier addresses of a text readers can be led on from; called by check_aliases and import.

A static site can only answer where it has a file, so an address with a question mark, or one
that servers do not send as a page, cannot be one.
"""

import re

ALIAS = re.compile(r"/(?:[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*/)*[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*/?")
PAGE_ENDINGS = (".html", ".htm")
FORM = "Write it as the old site had it, for example `/2019/05/old-title/` or `/old-title.html`."


def wrong_form(alias: str) -> str:
    """Say why an address cannot be led on from, or nothing."""
    if "?" in alias or "#" in alias:
        return (
            "has a question mark or a number sign, and a static site cannot see those. Remove it."
        )
    if not ALIAS.fullmatch(alias):
        return f"is no address within this site. {FORM}"
    last = alias.rsplit("/", 1)[-1]
    if "." in last and not last.endswith(PAGE_ENDINGS):
        return "would not be sent as a page. Only addresses that end in `.html`, `/` or no dot are."
    return ""
