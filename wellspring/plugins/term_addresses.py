"""Tags that would have no page, or one page for two; called by the plugin that opens the site.

Pelican makes a tag's address from its words (its settings say how), and takes tags of one address
for one tag.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pelican.utils import slugify

from wellspring.checking.tags import is_wrapped
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.text.library import Library
from wellspring.text.values import split_commas


def check_tag_addresses(library: Library, settings: Mapping[str, Any]) -> Iterator[Finding]:
    """Report tags whose words give no address, and those that give the address of another."""
    first: dict[str, tuple[str, Place]] = {}
    known: dict[str, str] = {}
    for path in library.posts:
        for value in split_commas(library.sources[path].fields.get("tags")):
            tag = value.text
            if is_wrapped(tag):  # which is told of already
                continue
            if tag not in known:
                known[tag] = address_of_tag(tag, settings)
            spelling, place = first.setdefault(known[tag], (tag, value.place))
            if not known[tag]:
                message = (
                    f"the tag `{tag}` has neither letters nor digits, so it can have no page. "
                    "Write it in words."
                )
                yield Finding(value.place, message)
            elif spelling.casefold() != tag.casefold():
                message = (
                    f"the tag `{tag}` has the same address as `{spelling}` in {place.path}, so "
                    "both would be one. Use one of them everywhere, or another word."
                )
                yield Finding(value.place, message)


def address_of_tag(tag: str, settings: Mapping[str, Any]) -> str:
    """Return the part of its address that Pelican makes of a tag; empty if it can make none."""
    usual = settings.get("SLUG_REGEX_SUBSTITUTIONS", ())
    address: str = slugify(
        tag,
        regex_subs=settings.get("TAG_REGEX_SUBSTITUTIONS", usual),
        preserve_case=settings.get("SLUGIFY_PRESERVE_CASE", False),
        use_unicode=settings.get("SLUGIFY_USE_UNICODE", False),
    )
    return address
