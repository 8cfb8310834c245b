"""Put the changed words of a few posts into a built site: only files that show them are written.

Called by the build command when nothing but posts has changed since the last build, before Pelican
is loaded. Whatever it cannot tell is left to a whole build, which also says what is wrong.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from msgspec import MsgspecError

from wellspring.audit.expected import Expectation
from wellspring.audit.manifest import REPORT, amend_report, fingerprints
from wellspring.audit.output import audit_amended
from wellspring.audit.past import Audited, Past, nobody, unnamed
from wellspring.building.amending import Amendment, read_amendment
from wellspring.building.fingerprint import digest_of, of_look
from wellspring.building.footing import CONTENT, Footing, recall_footing
from wellspring.building.last import Inputs, LastBuild, changed_since, keep_last
from wellspring.building.outputs import NAME as OUTPUTS
from wellspring.building.outputs import Output, place_all
from wellspring.building.readings import NAME as READINGS
from wellspring.building.readings import Reading
from wellspring.building.records import STORE, Memory, Parts
from wellspring.building.relations import Relations, compare_again
from wellspring.building.search_pages import NAME as SEARCH
from wellspring.building.search_pages import SearchPages, recall_pages
from wellspring.building.staging import list_files, put_in_place, staging
from wellspring.building.texts import NAME as TEXTS
from wellspring.building.texts import ReadText
from wellspring.commands.proof import AUDITED, FILES
from wellspring.commands.rewriting import Rewritten, expect, put_into, write_again
from wellspring.plugins.judging import as_data, judge_all, pages_of
from wellspring.text.nearby import words_of

POSTS = f"{CONTENT}/posts/"
# For more posts than that, a whole build takes hardly longer.
MOST = 8


def amend(settings_file: Path, output: Path, inputs: Inputs, last: LastBuild) -> int | None:
    """Put changed bodies, titles and summaries into the output; return how many files show them.

    None where a whole build is needed: then the output is as it was. `last` is the last build, all
    of whose inputs but texts are as they were. Raises ContentError for a text without end.
    """
    changed = changed_since(settings_file, inputs)
    if not 0 < len(changed) <= MOST or not changed <= inputs.content.keys():
        return None
    paths = sorted(f"{CONTENT}/{path}" for path in changed)
    footing = recall_footing(settings_file)
    if footing is None or not all(path.startswith(POSTS) for path in paths):
        return None
    memory = Memory(settings_file.parent / STORE / settings_file.stem, footing.key)
    found = read_amendment(settings_file.parent, footing, memory, paths, inputs.content)
    if found is None or any(is_judged_anew(path, found) for path in paths):
        return None
    written = put(found, memory, output, footing)
    if written is not None:
        new = replace(last, made_from=inputs.name, look=of_look(output))
        keep_last(settings_file, new, inputs.content)
    return written


def put(found: Amendment, memory: Memory, output: Path, footing: Footing) -> int | None:
    """Put changed posts into the output and all that is kept of it; return in how many files."""
    relations = compare_again(memory, words_compared(found)) if found.changes else Relations()
    search = amend_search(memory, found) if relations else None
    if not (relations and search):
        return None
    links = {path: f"{footing.address}/{url}" for path, url in search.sources.items()}
    made = write_again(memory, output, found, links)
    if made is None:
        return None
    try:
        pages = made.pages | made.others()
        expectations = tuple(expect(found, memory, pages, footing.language))
    except KeyError:
        return None
    if not replace_files(output, memory, footing.address, made.files, expectations):
        return None
    keep_amended(memory, found, made)
    relations.keep(memory)
    search.keep()
    return len(made.files)


def is_judged_anew(path: str, found: Amendment) -> bool:
    """Tell whether the conformance report has to say something else of a post."""
    pages = pages_of(found.before)
    before, after = (as_data(judge_all(path, site, pages)) for site in (found.before, found.after))
    return before != after


def amend_search(memory: Memory, found: Amendment) -> SearchPages | None:
    """Put the new words into what is searched; return all of it, or None where nobody can."""
    try:
        pages = recall_pages(memory.folder / SEARCH, memory.key)
        for path in found.new.keys() & pages.sources.keys():
            url, old, new = pages.sources[path], found.old[path], found.new[path]
            shown = put_into(pages.page(url), found.changes, old.html, new.html)
            if shown is None:
                return None
            made_from = digest_of("amended", pages.made_from[url], new.name, repr(found.changes))
            pages.add(path, url, made_from)
            pages.write(url, shown)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, MsgspecError):
        return None
    return pages


def words_compared(found: Amendment) -> dict[str, tuple[str, str]]:
    """Return by what posts are compared with others, before and after, by slug."""
    return {
        found.after.library.sources[path].slug: (
            words_of(found.before.library.posts[path], words_in(found.old[path].headings)),
            words_of(found.after.library.posts[path], words_in(found.new[path].headings)),
        )
        for path in found.new
    }


def words_in(headings: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the words of headings."""
    return (words for _, words in headings)


def replace_files(
    output: Path,
    memory: Memory,
    address: str,
    files: Mapping[str, str],
    expectations: tuple[Expectation, ...],
) -> bool:
    """Audit files and put them into the output; False if anything is wrong with them."""
    known = Parts(memory, AUDITED, Audited)
    all_files = frozenset(memory.load(FILES, str))
    # Only the first of them is written to.
    seen = ChainMap({}, cast("MutableMapping[str, Audited]", known))
    past = Past(nobody, unnamed, known, all_files, seen)
    with staging(output) as stage:
        for name, text in files.items():
            write(stage / name, text)
        if audit_amended(stage, output, address, expectations, past):
            return False
        report = amend_report(output / REPORT, fingerprints(stage), expectations)
        (stage / REPORT).write_bytes(report)
        written = {*files, REPORT}
        place_all((name for name in list_files(output) if name not in written), output, stage)
        put_in_place(stage, output)
    memory.save_some(AUDITED, {name: past.seen.get(name) for name in files}, Audited)
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
    # Made from nothing that a build knows, so the next whole build makes each anew.
    outputs = {name: Output(b"", 0, 0, "", made.mentions.get(name, {})) for name in made.files}
    memory.save_some(OUTPUTS, outputs, Output)
