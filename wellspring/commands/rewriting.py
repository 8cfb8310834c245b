"""The files of a built site that show some changed posts, as they become.

Called by amend. Nothing is written here; None always means that nobody can tell what a file becomes
without its template, and a whole build is needed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wellspring.audit.expected import Expectation
from wellspring.building.amending import Amendment, recall_post
from wellspring.building.bodies import FORMS, HTML, Form, as_on_page, classes_in, put_body
from wellspring.building.feed_entries import FeedEntry, put_entry
from wellspring.building.mentions import Changed, Fact, Mentions, move, put_values
from wellspring.building.outputs import MENTIONING, SHOWING, Output
from wellspring.building.outputs import NAME as OUTPUTS
from wellspring.building.records import Memory
from wellspring.building.texts import ReadText
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.reviews import review_state
from wellspring.text.render import as_text

PAGE = ".html"


@dataclass(slots=True)
class Rewritten:
    """Files as they become by name, where they mention what, and the page of each changed post.

    Every file stands below `output` as it was; `showing` are those that show each post's body.
    """

    output: Path
    memory: Memory
    files: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Mentions] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    showing: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a file as it has become so far."""
        return self.files[name] if name in self.files else (self.output / name).read_text("utf-8")

    def known(self, name: str) -> Mentions | None:
        """Return where a page mentions what so far."""
        if name not in self.mentions:
            output = self.memory.load_part(OUTPUTS, name, Output)
            if output is None:
                return None
            self.mentions[name] = output.mentions
        return self.mentions[name]

    def note(self, name: str, shown: tuple[str, Mentions] | None) -> bool:
        """Note what a file becomes; False if nobody can tell."""
        if shown and shown[0] != self.text(name):
            self.files[name], self.mentions[name] = shown
        return bool(shown)

    def others(self) -> dict[str, str]:
        """Return the pages of posts that mention a changed one, by the paths of those posts."""
        own = set(self.pages.values())
        pages = {name for name in self.files if name.endswith(PAGE) and name not in own}
        return {
            path: name for path, names in self.showing.items() for name in pages.intersection(names)
        }


def write_again(
    memory: Memory, output: Path, found: Amendment, links: Mapping[str, str]
) -> Rewritten | None:
    """Return the files that show some posts as they have become, or None where nobody can.

    `links` are the addresses that feeds have of posts, by the posts' paths.
    """
    made = Rewritten(output, memory, showing=memory.load(SHOWING, frozenset[str]))
    for path in found.new:
        shown_in = sorted(made.showing.get(path, ()))
        own = [name for name in shown_in if name.endswith(PAGE)]
        if len(own) != 1 or not put_facts(made, path, found, own[0]):
            return None
        made.pages[path] = own[0]
        if not all(put_post(made, name, path, found, links.get(path, "")) for name in shown_in):
            return None
    return made


def put_facts(made: Rewritten, path: str, found: Amendment, own: str) -> bool:
    """Put what is new of a post, beside its body, into every page that mentions it."""
    changes = {fact: change for fact, change in found.changes.items() if fact.source == path}
    if not changes:
        return True
    names = set(made.memory.load_part(MENTIONING, path, list[str]) or ())
    if own not in names:
        return False
    for name in sorted(names):
        mentions = made.known(name)
        if mentions is None:
            return False
        if not made.note(name, put_values(made.text(name), mentions, changes)):
            return False
    return True


def put_post(made: Rewritten, name: str, path: str, found: Amendment, link: str) -> bool:
    """Put a post's body into a file that shows it, and its title and summary if that is a feed."""
    old, new = found.old[path], found.new[path]
    suffix = Path(name).suffix
    if suffix not in FORMS:
        return False
    mentions = made.known(name) if suffix == PAGE else {}
    if mentions is None:
        return False
    shown = put_html((made.text(name), mentions), old.html, new.html, FORMS[suffix])
    if shown and suffix != PAGE:
        text = put_entry(shown[0], suffix, link, entry_of(old), entry_of(new))
        shown = (text, {}) if text else None
    return made.note(name, shown)


def entry_of(text: ReadText) -> FeedEntry:
    """Return what feeds show of a post beside its body."""
    return FeedEntry(as_text(text.title), as_text(text.summary))


def expect(
    found: Amendment, memory: Memory, pages: Mapping[str, str], language: str
) -> Iterator[Expectation]:
    """Yield what the pages of some posts have to carry, changed posts or others.

    `pages` are by the posts' paths, `language` is the site's. Raises KeyError where nobody knows.
    """
    site = found.after
    for path, page in pages.items():
        post = site.library.posts.get(path) or recall_post(memory, path, language)
        decision = decide(post, site.house, site.regions)
        yield Expectation(page, post, decision, review_state(post, decision, site.today))


def put_into(
    shown: tuple[str, Mentions], changes: Mapping[Fact, Changed], old: str, new: str
) -> tuple[str, Mentions] | None:
    """Return a page with other values and another body, both as HTML."""
    put = put_values(*shown, changes)
    return put_html(put, old, new, HTML, plain=True) if put else None


def put_html(
    shown: tuple[str, Mentions], old: str, new: str, form: Form, *, plain: bool = False
) -> tuple[str, Mentions] | None:
    """Return a file with another body; `plain`: the file offers no copies of pictures."""
    text, mentions = shown
    if old == new:
        return shown
    if form is HTML and not plain:
        if classes_in(old) != classes_in(new):
            return None
        old, new = as_on_page(old), as_on_page(new)
    after = put_body(text, old, new, form)
    if after is None:
        return None
    moved = move(mentions, text, after)
    return None if moved is None else (after, moved)
