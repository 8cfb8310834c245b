"""What templates are shown of the site's other contents, and what an output is made from.

Called by incremental. A page sees its own article whole, and of all others only a card. So what it
depends on is known before it is rendered, and a template that asks for more fails at once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import Any

from pelican.contents import Article, Content, Page
from pelican.paginator import Page as ListPage
from pelican.paginator import Paginator
from pelican.urlwrappers import URLWrapper

from wellspring.building.fingerprint import digest_of
from wellspring.building.records import encode
from wellspring.errors import ContentError
from wellspring.model.post import Correction
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.traced import Traced, plain_of, untraced
from wellspring.plugins.tracing import Tracer

ADAPTERS = "wellspring.plugins."
# What a content is made with rather than of, or what is given in another form: HTML by its name.
NOT_ITS_OWN = frozenset(
    {"settings", "_context", "_content", "metadata", "source_path", "refs", "feed_notice"}
)
# Other articles that an article's page names, and neither feeds nor the search do.
NEIGHBOURS = frozenset({"related", "older", "newer", "series", "translations"})
LEFT_OUT = NOT_ITS_OWN | NEIGHBOURS


@dataclass(frozen=True, slots=True)
class Term:
    """A category, tag or author as templates see it."""

    name: str
    slug: str
    url: str
    description: str = ""
    profile: Any = None
    has_page: bool = True

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Card:
    """An article or page as every page but its own sees it."""

    slug: str
    title: str
    url: str
    lang: str
    status: str
    summary: str = ""
    date: datetime | None = None
    category: Term | None = None
    disclaimers: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A list of which only the length is shown."""

    length: int

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, part: slice) -> "Counted":
        return Counted(len(range(*part.indices(self.length))))


@dataclass(frozen=True, slots=True)
class Named:
    """A value whose maker knows what it is made from, and which is only made if it is shown."""

    name: bytes
    make: Callable[[], Any]


@dataclass(slots=True)
class Shown:
    """What one build shows of each content; each is made once.

    With a tracer, what is shown leaves marks where it is printed.
    """

    tracer: Tracer | None = None
    cards: dict[int, Card] = field(default_factory=dict)
    terms: dict[tuple[type, str], Term] = field(default_factory=dict)
    lists: dict[int, tuple[object, object]] = field(default_factory=dict)
    states: dict[int, bytes] = field(default_factory=dict)

    def of(self, value: Any) -> Any:  # noqa: ANN401 - whatever a template may be given
        """Return a value as templates may see it: each content in it as a card."""
        forms: tuple[tuple[Any, Callable[[Any], object]], ...] = (
            (Card, self.of_card),
            (Content, self.card_of),
            (URLWrapper, self.term),
            (list | tuple, self.of_list),
            (Paginator, self.paginator),
            (ListPage, self.list_page),
        )
        for kind, shown in forms:
            if isinstance(value, kind):
                return shown(value)
        if is_record(value) and not isinstance(value, Term | Named):
            return self.of_record(value)
        return value

    def card_of(self, content: Content) -> Card:
        """Return the card of an article or page, which is made once."""
        return self.cards.get(id(content)) or self.cards.setdefault(id(content), self.card(content))

    def of_card(self, card: Card) -> Card:
        """Return a card whose values leave marks, or do not."""
        if self.tracer:
            return card
        return replace(card, title=plain_of(card.title), summary=plain_of(card.summary))

    def list_page(self, value: ListPage) -> ListPage:
        """Return a page of a list, its contents as cards."""
        page = ListPage(value.full_name, value.base_url, (), value.number, None, value.settings)
        page.paginator, page.object_list = self.of(value.paginator), self.of(value.object_list)
        return page

    def of_list(self, value: Iterable[Any]) -> object:
        """Return a list's parts as they are shown; of a term's articles only how many they are."""
        known = self.lists.get(id(value))
        if known is None:
            parts = [self.of(part) for part in value]
            pair = parts and isinstance(parts[0], Term) and isinstance(parts[-1], tuple | list)
            made = (parts[0], Counted(len(parts[-1]))) if pair else tuple(parts)
            # The list itself is kept, so that no other can take its place in memory.
            known = self.lists[id(value)] = (value, made)
        return known[1]

    def of_record(self, value: Any) -> Any:  # noqa: ANN401 - any dataclass
        """Return a record with its contents as cards; only the adapters' records hold any."""
        shown = {part.name: self.of(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **shown)

    def paginator(self, value: Paginator) -> Paginator:
        """Return a paginator that knows how many there are, and not which."""
        shown = Paginator(value.name, value.url, (), value.settings, value.per_page)
        shown.orphans, shown.object_list = value.orphans, Counted(len(value.object_list))
        return shown

    def card(self, content: Content) -> Card:
        """Return the card of an article or page."""
        category = getattr(content, "category", None)
        source = source_of(content)
        summary = str(content.summary) if isinstance(content, Article) else ""
        trace = self.tracer.of if self.tracer else untraced
        return Card(
            slug=content.slug,
            title=trace(source, "title", str(content.title)),
            url=content.url,
            lang=content.lang,
            status=content.status,
            summary=trace(source, "summary", summary),
            date=getattr(content, "date", None),
            category=self.term(category) if category else None,
            disclaimers=tuple(item.id for item in getattr(content, "disclaimers", ())),
            corrections=getattr(content, "corrections", ()),
        )

    def term(self, wrapper: URLWrapper) -> Term:
        """Return a category, tag or author as templates see it."""
        key = (type(wrapper), wrapper.name)
        if key not in self.terms:
            self.terms[key] = Term(
                wrapper.name,
                wrapper.slug,
                wrapper.url,
                getattr(wrapper, "description", ""),
                getattr(wrapper, "profile", None),
                getattr(wrapper, "has_page", True),
            )
        return self.terms[key]

    def state_of(self, content: Content) -> bytes:
        """Return a name for all that an article's or page's own page can show of it."""
        others = {key: value for key, value in vars(content).items() if key in NEIGHBOURS}
        return digest_of(self.own_state_of(content), self.encode(others, str(content)))

    def own_state_of(self, content: Content) -> bytes:
        """Return a name for what is shown of a content without the others that its page names."""
        if id(content) not in self.states:
            own = {key: value for key, value in vars(content).items() if key not in LEFT_OUT}
            refs = getattr(content, "refs", "")
            own["leads to"] = content._update_content(refs, "") if refs else ""  # noqa: SLF001 - as it does
            own["address"] = content.url
            self.states[id(content)] = digest_of(self.encode(own, str(content)))
        return self.states[id(content)]

    def forget(self, content: Content) -> None:
        """Forget what is known of a content whose body is another now."""
        self.states.pop(id(content), None)

    def encode(self, value: object, what: str) -> bytes:
        """Return a value as bytes, its contents as cards. Raises ContentError for a strange one."""

        # msgspec writes records and containers by itself, and asks here for all else.
        def form_of(part: Any) -> object:  # noqa: ANN401 - whatever a template may be given
            """Return what stands for a value that is no plain one."""
            for kind, form in FORMS:
                if isinstance(part, kind):
                    return form(part)
            if isinstance(part, Page | Article | URLWrapper):
                return self.of(part)
            raise ContentError(
                f"{what}: a template is given a {type(part).__name__}, and nobody can tell when "
                "that has changed. Give it plain values."
            )

        return encode(value, form_of)


def form_of_page(page: ListPage) -> list[object]:
    """Return what can be seen of a page of a list."""
    return [page.number, page.full_name, page.base_url, page.paginator, page.object_list]


def form_of_paginator(value: Paginator) -> list[object]:
    """Return what can be seen of a paginator."""
    return [value.name, value.url, value.num_pages, value.count]


FORMS: tuple[tuple[Any, Callable[[Any], object]], ...] = (
    (Traced, plain_of),
    (str, str.__str__),
    (datetime, str),
    (tzinfo, str),
    (ListPage, form_of_page),
    (Paginator, form_of_paginator),
    (MappingProxyType, dict),
)


def is_record(value: object) -> bool:
    """Tell whether a value is a record of the adapters: only these hold contents."""
    return is_dataclass(value) and type(value).__module__.startswith(ADAPTERS)
