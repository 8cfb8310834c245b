"""What the last audit has seen of files that are as they were; called by audit_output.

A page that was right is right again if its bytes are the same and the same is asked of it. What is
kept of it are its links and the ids in it, for those of other pages.
"""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field

from wellspring.audit.expected import Expectation


@dataclass(frozen=True, slots=True)
class Audited:
    """A page or feed in which nothing was wrong.

    `asked` names what its article had to carry, or its entries' articles; `leads_to` are the files
    and anchors of the site that it leads to, or its entries' addresses, and `ids` its own, one a
    line each. As one text, because they are rarely looked at.
    """

    asked: bytes
    leads_to: str
    ids: str = ""


def nobody(_path: str) -> bool:
    """Tell that no file is as it was."""
    return False


def unnamed(_expectation: Expectation) -> bytes:
    """Name nothing."""
    return b""


@dataclass(slots=True)
class Past:
    """The files of the last audit by path, and those of this one.

    `is_same` tells whether a file's bytes are those that the last audit saw, `name_of` gives a name
    for what is asked of an article; `files` are all that the site had.
    """

    is_same: Callable[[str], bool] = nobody
    name_of: Callable[[Expectation], bytes] = unnamed
    known: Mapping[str, Audited] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    seen: MutableMapping[str, Audited] = field(default_factory=dict)

    def recall(self, path: str, asked: bytes) -> Audited | None:
        """Return what is known of a file that is as it was, and note it for the next audit."""
        audited = self.known.get(path)
        if audited is None or audited.asked != asked or not self.is_same(path):
            return None
        self.seen[path] = audited
        return audited

    def asked_of(self, expectation: Expectation | None) -> bytes:
        """Return a name for what is asked of a page."""
        return self.name_of(expectation) if expectation else b""

    def asked_of_all(self, expectations: Iterable[Expectation | None]) -> bytes:
        """Return a name for what is asked of a feed with entries of some articles."""
        return b"".join(self.asked_of(expectation) or b"?" for expectation in expectations)
