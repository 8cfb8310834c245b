"""Put the changed bodies of a few posts into a built site: only files that show them are written.

Called by the build command when nothing but posts has changed since the last build, before Pelican
is loaded. Whatever it cannot tell is left to a whole build, which also says what is wrong.
"""

from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

from wellspring.audit.expected import Expectation
from wellspring.audit.manifest import REPORT, amend_report, fingerprints
from wellspring.audit.output import audit_amended
from wellspring.audit.past import Audited, Past, nobody, unnamed
from wellspring.building.amending import Amendment, read_amendment
from wellspring.building.bodies import FORMS, HTML, as_on_page, classes_in, put_body
from wellspring.building.fingerprint import digest_of, of_look
from wellspring.building.footing import CONTENT, Footing, recall_footing
from wellspring.building.last import Inputs, LastBuild, changed_since, keep_last
from wellspring.building.outputs import NAME as OUTPUTS
from wellspring.building.outputs import SHOWING, Output, place_all
from wellspring.building.readings import NAME as READINGS
from wellspring.building.readings import Reading
from wellspring.building.records import STORE, Memory, Parts
from wellspring.building.search_pages import NAME as SEARCH
from wellspring.building.search_pages import SearchPages, recall_pages
from wellspring.building.staging import list_files, put_in_place, staging
from wellspring.building.texts import NAME as TEXTS
from wellspring.building.texts import ReadText
from wellspring.commands.proof import AUDITED, FILES
from wellspring.plugins.judging import as_data, judge_all, pages_of

POSTS = f"{CONTENT}/posts/"
# For more posts than that, a whole build takes hardly longer.
MOST = 8


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Files with new bodies in them by name, and what the page of each post has to carry."""

    files: dict[str, str]
    expectations: tuple[Expectation, ...]


def amend(settings_file: Path, output: Path, inputs: Inputs, last: LastBuild) -> int | None:
    """Put changed bodies into the output; return how many files show them.

    None where a whole build is needed: then the output is as it was. `last` is the last build, all
    of whose inputs but texts are as they were. Raises ContentError for a text without end.
    """
    changed = changed_since(settings_file, inputs)
    if not 0 < len(changed) <= MOST or not changed <= inputs.content.keys():
        return None
    paths = sorted(f"{CONTENT}/{path}" for path in changed)
    if not all(path.startswith(POSTS) for path in paths):
        return None
    footing = recall_footing(settings_file)
    if footing is None:
        return None
    memory = Memory(settings_file.parent / STORE / settings_file.stem, footing.key)
    found = read_amendment(settings_file.parent, footing, memory, paths, inputs.content)
    if found is None or any(is_judged_anew(path, found) for path in paths):
        return None
    pages = amend_search(memory, footing, found)
    made = write_again(memory, output, found)
    if not (pages and made and replace_files(output, memory, footing.address, made)):
        return None
    keep_amended(memory, found, made)
    pages.keep()
    new = replace(last, made_from=inputs.name, look=of_look(output))
    keep_last(settings_file, new, inputs.content)
    return len(made.files)


def is_judged_anew(path: str, found: Amendment) -> bool:
    """Tell whether the conformance report has to say something else of a post."""
    pages = pages_of(found.before)
    before, after = (as_data(judge_all(path, site, pages)) for site in (found.before, found.after))
    return before != after


def amend_search(memory: Memory, footing: Footing, found: Amendment) -> SearchPages | None:
    """Put the new bodies into what is searched; return all of it, or None where nobody can."""
    try:
        pages = recall_pages(memory.folder / SEARCH, footing.key)
        for path in found.new.keys() & pages.sources.keys():
            url, old, new = pages.sources[path], found.old[path], found.new[path]
            text = put_body(pages.file(url).read_text("utf-8"), old.html, new.html, HTML)
            if text is None:
                return None
            made_from = digest_of("amended", pages.made_from[url], new.name)
            pages.add(path, url, made_from, partial(str, text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return pages


def write_again(memory: Memory, output: Path, found: Amendment) -> Rewritten | None:
    """Return the files that show some posts with their new bodies, or None where nobody can."""
    showing = memory.load(SHOWING, frozenset[str])
    files: dict[str, str] = {}
    pages: dict[str, str] = {}
    for path, new in found.new.items():
        shown_in = sorted(showing.get(path, ()))
        own = [name for name in shown_in if name.endswith(".html")]
        if len(own) != 1:
            return None
        pages[path] = own[0]
        for name in shown_in:
            before = files[name] if name in files else (output / name).read_text("utf-8")
            after = with_body_in(name, before, found.old[path].html, new.html)
            if after is None:
                return None
            files[name] = after
    return Rewritten(files, tuple(expected(found, pages)))


def expected(found: Amendment, pages: Mapping[str, str]) -> Iterator[Expectation]:
    """Yield what the page of each post has to carry; `pages` go by the posts' paths."""
    site = found.after
    for path, page in pages.items():
        post, decision = site.library.posts[path], site.decisions[path]
        yield Expectation(page, post, decision, site.reviews[path])


def with_body_in(name: str, text: str, old: str, new: str) -> str | None:
    """Return the text of a file of some name with another body."""
    suffix = Path(name).suffix
    if suffix not in FORMS:
        return None
    if FORMS[suffix] is HTML:
        if classes_in(old) != classes_in(new):
            return None
        old, new = as_on_page(old), as_on_page(new)
    return put_body(text, old, new, FORMS[suffix])


def replace_files(output: Path, memory: Memory, address: str, made: Rewritten) -> bool:
    """Audit files and put them into the output; False if anything is wrong with them."""
    known = Parts(memory, AUDITED, Audited)
    files = frozenset(memory.load(FILES, str))
    # Only the first of them is written to.
    seen = ChainMap({}, cast("MutableMapping[str, Audited]", known))
    past = Past(nobody, unnamed, known, files, seen)
    expectations = made.expectations
    with staging(output) as stage:
        for name, text in made.files.items():
            write(stage / name, text)
        if audit_amended(stage, output, address, expectations, past):
            return False
        report = amend_report(output / REPORT, fingerprints(stage), expectations)
        (stage / REPORT).write_bytes(report)
        written = {*made.files, REPORT}
        place_all((name for name in list_files(output) if name not in written), output, stage)
        put_in_place(stage, output)
    memory.save_some(AUDITED, {name: past.seen.get(name) for name in made.files}, Audited)
    return True


def write(file: Path, text: str) -> None:
    """Write a file into a folder that may not be there yet."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def keep_amended(memory: Memory, found: Amendment, made: Rewritten) -> None:
    """Keep the new texts, and forget what the next whole build has to work out anew."""
    read = found.after.library.files
    memory.save_some(READINGS, {path: Reading(read[path]) for path in found.new}, Reading)
    memory.save_some(TEXTS, found.new, ReadText)
    memory.save_some(OUTPUTS, dict.fromkeys(made.files), Output)
