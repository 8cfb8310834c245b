"""What trafilatura says of a page: which texts are the story's, and what is known of it.

Called by find_article and read_facts. It is given texts only and never an address, so it cannot
fetch anything. Exports and documents do without it, so it is loaded when a page needs it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trafilatura.settings import Document

LOGGERS = ("trafilatura", "htmldate", "courlan")


def story_text(html: str) -> str:
    """Return what seems to be the story's text, line by line."""
    import trafilatura

    with quiet():
        return trafilatura.extract(html, include_comments=False, include_tables=True) or ""


def metadata_of(html: str) -> "Document":
    """Return what a page says of itself."""
    import trafilatura

    with quiet():
        return trafilatura.extract_metadata(html, extensive=False)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what the library logs to itself; what matters is in the report."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
