"""What the addresses on a page say of it: the site's name; called by read_story.

“quiet-mile.example” is of a site “The Quiet Mile”.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from wellspring.importing.line import Line, is_prose

HOST = re.compile(
    r"(?:https?://(?:www\.)?|\bwww\.|@|\b)(?P<host>[a-z\d][a-z\d-]{4,40})\.[a-z]{2,}\b"
)
ARTICLE = re.compile(r"^(?:the|an?) ")
LEAST_LETTERS, MOST_ABOVE = 6, 25


def sites_of(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines that are the name of a site whose address the page has."""
    hosts = {host.replace("-", "") for host in hosts_in(lines)}
    for line in above(lines):
        name = ARTICLE.sub("", words_of(line.text))
        known = hosts & {name.replace(" ", ""), words_of(line.text).replace(" ", "")}
        if known and len(name) >= LEAST_LETTERS and line.text not in hosts:
            yield line.text


def hosts_in(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the names of the hosts in lines with an address."""
    for line in lines:
        if "." in line.text and ("/" in line.text or "@" in line.text or "www" in line.text):
            yield from (found["host"] for found in HOST.finditer(line.text.casefold()))


def above(lines: Sequence[Line]) -> list[Line]:
    """Return the first lines that are short and no address."""
    filled = [line for line in lines if line.text][:MOST_ABOVE]
    return [it for it in filled if not is_prose(it.text) and "/" not in it.text]


def words_of(text: str) -> str:
    """Return the words of a title as addresses spell them, with blanks between."""
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("’", "").replace("'", "")
    return " ".join(re.findall(r"[a-z\d]+", plain))
