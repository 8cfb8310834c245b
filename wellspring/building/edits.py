"""A site in which little but the body of a text has changed since it was built.

Called by the resident build and the amending of a build, which then write what shows that and
leave all else as it is.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from wellspring.building.site import Site, check_post
from wellspring.checking.content import check_source
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.reviews import review_state
from wellspring.model.disclaimer import Decision
from wellspring.model.post import Source
from wellspring.text.library import Library, ReadFile, read_file

BODIES = ("content/posts/", "content/pages/")
NOTHING: frozenset[str] = frozenset()


def with_bodies(
    site: Site, changed: Iterable[str], root: Path, besides: frozenset[str] = NOTHING
) -> Site | None:
    """Return the site with the bodies that some texts have now; None if more has changed.

    `besides` are front-matter keys whose values may be others too.
    """
    for path in changed:
        after = with_body(site, path, root / path, besides)
        if after is None:
            return None
        site = after
    return site


def with_body(site: Site, path: str, file: Path, besides: frozenset[str] = NOTHING) -> Site | None:
    """Return the site with the text that a file now holds.

    None where more than its body is another, or where it asks for other notices than before, or
    where something is wrong with it: then the whole site has to be looked at.
    """
    if not path.startswith(BODIES) or path not in site.library.files:
        return None
    try:
        read = read_file(file, path)
    except OSError:  # it is gone, perhaps only until an editor has written it anew
        return None
    if read.findings or not is_same_but(besides, site.library.sources[path], read.source):
        return None
    library = with_text(site.library, path, read)
    if any(check_source(read.source, library)):
        return None
    changed = replace(site, library=library)
    return with_decision(changed, path) if path in library.posts else changed


def is_same_but(besides: frozenset[str], old: Source, new: Source) -> bool:
    """Tell whether two states of a text have the same front matter, in the same lines.

    Of some keys only the lines count.
    """
    if (old.fields.keys(), old.body_line, old.slug) != (new.fields.keys(), new.body_line, new.slug):
        return False
    return all(
        field == new.fields[name]
        or (name in besides and field.place.line == new.fields[name].place.line)
        for name, field in old.fields.items()
    )


def with_text(library: Library, path: str, read: ReadFile) -> Library:
    """Return a library in which one text is another."""
    posts = library.posts
    if read.post:
        posts = posts | {path: replace(read.post, lang=posts[path].lang)}
    return replace(
        library,
        sources=library.sources | {path: read.source},
        posts=posts,
        files={**library.files, path: read},
    )


def with_decision(site: Site, path: str) -> Site | None:
    """Return a site with a post decided on anew, or None where readers would see a difference."""
    post, before = site.library.posts[path], site.decisions[path]
    decision = decide(post, site.house, site.regions)
    state = review_state(post, decision, site.today)
    if asked_for(decision) != asked_for(before) or state != site.reviews[path]:
        return None
    decided = replace(site, decisions=MappingProxyType({**site.decisions, path: decision}))
    return None if any(check_post(decided, path)) else decided


def asked_for(decision: Decision) -> tuple[object, ...]:
    """Return all that a decision asks for, without the lines of a text that it gives as reasons."""
    return (
        decision.disclaimers,
        decision.crisis_lines,
        tuple((item.requirement.disclaimer, item.waiver) for item in decision.waived),
        tuple((note.drug, note.sentences) for note in decision.drug_notes),
        decision.review_days,
        decision.topics,
    )
