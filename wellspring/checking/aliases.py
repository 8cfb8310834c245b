"""Earlier addresses of a text, from which readers are led on; for check_library and aliases."""

from collections.abc import Iterable, Iterator

from wellspring.model.finding import Finding
from wellspring.model.post import Source, Value
from wellspring.text.moved import PAGE_ENDINGS, wrong_form


def aliases_of(source: Source) -> tuple[Value, ...]:
    """Return a text's earlier addresses as they are written."""
    return source.fields["aliases"].values if "aliases" in source.fields else ()


def file_of(alias: str) -> str:
    """Return the file that answers at an address: GitHub Pages adds `.html` and `index.html`."""
    path = alias.strip("/")
    if alias.endswith("/"):
        return f"{path}/index.html"
    return path if path.endswith(PAGE_ENDINGS) else f"{path}.html"


def check_aliases(sources: Iterable[Source]) -> Iterator[Finding]:
    """Report addresses that cannot be served, and those that two texts lay claim to."""
    first: dict[str, str] = {}
    for source in sources:
        for value in aliases_of(source):
            if wrong := wrong_form(value.text):
                yield Finding(value.place, f"`{value.text}` {wrong}")
                continue
            other = first.setdefault(file_of(value.text).casefold(), source.path)
            if other != source.path:
                message = f"`{value.text}` leads to {other} already. Remove it from one of the two."
                yield Finding(value.place, message)
