"""Ask addresses on the network whether they still lead somewhere; called by links.

Politely: one question at a time for each host, with a pause between two, and few hosts at once.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from urllib.parse import quote, urlsplit

HOSTS_AT_ONCE = 8
PAUSE = 1.0
PATIENCE = 10.0
UNRESERVED = "%/:?#[]@!$&'()*+,;=~"
HEADERS = {"User-Agent": "Wellspring link check", "Accept": "*/*"}
# Servers answer so when they know no HEAD, or hide pages from programs.
TRY_GET = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_IMPLEMENTED,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for an address: a status and where it led, or the trouble on the way."""

    status: int = 0
    final: str = ""
    trouble: str = ""


Asker = Callable[[str], Answer]


def ask(address: str, patience: float = PATIENCE) -> Answer:
    """Ask for the head of a page, or the page itself where the server wants that."""
    answer = question("HEAD", address, patience)
    return question("GET", address, patience) if answer.status in TRY_GET else answer


def question(method: str, address: str, patience: float) -> Answer:
    """Send one request; redirects are followed, nothing is read."""
    url = quote(address, safe=UNRESERVED)
    try:
        request = urllib.request.Request(url, headers=HEADERS, method=method)  # noqa: S310 - http(s) only, by OUTSIDE
        with urllib.request.urlopen(request, timeout=patience) as response:  # noqa: S310 - as above
            return Answer(response.status, response.url)
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(error.code, error.url or address)
    except urllib.error.URLError as error:
        return Answer(trouble=str(error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return Answer(trouble=str(error) or type(error).__name__)


def ask_all(
    addresses: Iterable[str], asker: Asker = ask, pause: float = PAUSE
) -> dict[str, Answer]:
    """Return the answer of each address."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)

    def ask_host(mine: list[str]) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        for address in mine:
            time.sleep(pause if answers else 0)
            answers[address] = asker(address)
        return answers

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        groups = pool.map(ask_host, hosts.values())
        return {address: answer for group in groups for address, answer in group.items()}
