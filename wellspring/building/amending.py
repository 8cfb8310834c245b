"""The part of a site that some changed posts can touch, as the last build has read it.

Called by the amend command, before Pelican or most of the site is read. What is not looked at here
is as it was: other posts stand in the library with their names alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from wellspring.building.clock import build_day
from wellspring.building.edits import with_bodies
from wellspring.building.footing import CONTENT, Footing
from wellspring.building.mentions import Changed, Fact
from wellspring.building.readings import NAME as READINGS
from wellspring.building.readings import Reading
from wellspring.building.records import Memory
from wellspring.building.rendering import Rendering, may_show_pictures
from wellspring.building.site import Site
from wellspring.building.texts import NAME as TEXTS
from wellspring.building.texts import ReadText
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.reviews import review_state
from wellspring.house.cache import kept_house
from wellspring.house.words import load_words
from wellspring.model.picture import Picture
from wellspring.model.post import Post, Source
from wellspring.text.files import Files, known_files
from wellspring.text.library import Library, ReadFile, read_file
from wellspring.text.pictures import read_picture
from wellspring.text.render import as_text

SMALL = ("content/authors/", "content/pages/")
# What files show of a post, under the keys of its front matter.
FACTS = frozenset({"title", "subtitle", "summary"})
# Pelican looks for links to the site's own files by these.
HOLES = frozenset("{|")


@dataclass(frozen=True, slots=True)
class Amendment:
    """The site with some posts as they were and as they are, and both their texts by path.

    `changes` is what files show of them beside their bodies, as it was and is.
    """

    before: Site
    after: Site
    old: Mapping[str, ReadText]
    new: Mapping[str, ReadText]
    changes: Mapping[Fact, Changed]


def read_amendment(
    root: Path, footing: Footing, memory: Memory, paths: Sequence[str], content: Iterable[str]
) -> Amendment | None:
    """Return what the posts at some paths have become; None where more has changed than can be put.

    `content` are the paths of all files below content/, which are those of the last build.
    """
    readings = {path: memory.load_part(READINGS, path, Reading) for path in paths}
    old = {path: memory.load_part(TEXTS, path, ReadText) for path in paths}
    files = {path: known.file for path, known in readings.items() if known}
    texts = {path: text for path, text in old.items() if text}
    if not files.keys() == texts.keys() == set(paths):
        return None
    before = read_part(root, footing, files, known_files(root / CONTENT, content))
    after = with_bodies(before, paths, root, FACTS)
    if after is None:
        return None
    rendering = rendering_of(root, footing, before)
    new = {path: render(before, after, path, rendering, texts[path]) for path in paths}
    changes = {
        fact: change
        for path in paths
        for fact, change in changes_of(
            path,
            shown_of(before.library.sources[path], texts[path], rendering),
            shown_of(after.library.sources[path], new[path], rendering),
        )
    }
    same = all(new[path].headings == texts[path].headings for path in paths)
    can_be_put = same and all(map(is_plain, changes.values()))
    return Amendment(before, after, texts, new, changes) if can_be_put else None


def read_part(root: Path, footing: Footing, posts: Mapping[str, ReadFile], found: Files) -> Site:
    """Return the site as it was, with some of its posts and without the bodies of all others."""
    today = build_day()
    house = kept_house(root / footing.editorial, root / ".build" / "house")
    library = read_shelf(found, posts, footing.language)
    site = Site(library, house, footing.regions, today, {}, {})
    decisions = {path: decide(post, house, footing.regions) for path, post in library.posts.items()}
    reviews = {
        path: review_state(post, decisions[path], today) for path, post in library.posts.items()
    }
    return replace(site, decisions=MappingProxyType(decisions), reviews=MappingProxyType(reviews))


def read_shelf(found: Files, posts: Mapping[str, ReadFile], language: str) -> Library:
    """Return a library of authors, pages and some posts, in which all others have only a name."""
    small = {path: file for path, file in found.texts.items() if path.startswith(SMALL)}
    files = {path: read_file(file, path) for path, file in small.items()} | dict(posts)
    named = {path: Source(path, "", {}, "", 0) for path in found.texts}
    wanted = any(may_show_pictures(file.source) for file in posts.values())
    return Library(
        sources=named | {path: file.source for path, file in files.items()},
        posts={
            path: replace(file.post, lang=file.post.lang or language)
            for path, file in posts.items()
            if file.post
        },
        authors={file.author.name: file.author for file in files.values() if file.author},
        findings=(),
        pictures=sizes_of(found) if wanted else dict.fromkeys(found.pictures, Picture(0, 0)),
        files=files,
    )


def sizes_of(found: Files) -> dict[str, Picture]:
    """Return every picture of the site."""
    return {path: read_picture(file)[0] for path, file in found.pictures.items()}


def rendering_of(root: Path, footing: Footing, site: Site) -> Rendering:
    """Return what all texts are rendered with."""
    words = load_words(root / footing.theme, footing.language)
    return Rendering(site.house, words, footing.typography, footing.looked_for)


def render(before: Site, after: Site, path: str, rendering: Rendering, old: ReadText) -> ReadText:
    """Return what a post's text becomes; its links to the site's own files are the old ones."""
    source, was = after.library.sources[path], before.library.sources[path]
    recipe = rendering.recipe(source, after.decisions[path], after.library.pictures)
    if source.body == was.body and bool(source.text("summary")) == bool(was.text("summary")):
        return rendering.retitle(source, recipe, old)
    return rendering.render(source, recipe, lambda _html: old.refs)


def recall_post(memory: Memory, path: str, language: str) -> Post:
    """Return a post as the last build has read it. Raises KeyError where it has not."""
    known = memory.load_part(READINGS, path, Reading)
    if known is None or known.file.post is None:
        raise KeyError(path)
    return replace(known.file.post, lang=known.file.post.lang or language)


def shown_of(source: Source, read: ReadText, rendering: Rendering) -> dict[str, str]:
    """Return what files show of a post beside its body."""
    return {
        "title": read.title,
        "summary": read.summary,
        "reading_minutes": str(read.minutes),
        "subtitle": rendering.subtitle(source),
    }


def changes_of(
    path: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[tuple[Fact, Changed]]:
    """Yield what files show of a post and is another now."""
    for what, was in before.items():
        if was != after[what]:
            yield Fact(path, what), Changed(as_text(was), as_text(after[what]))


def is_plain(change: Changed) -> bool:
    """Tell whether a value is shown as it is: there before and now, and without a link within."""
    return all(text and HOLES.isdisjoint(text) for text in (change.old, change.new))
