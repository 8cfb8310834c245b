"""Texts into subjects, and subjects through the rules, on all processors if there are many.

Called by check. A text of the blog is seen as the blog sees it; any other text, such as a draft in
another folder, by itself.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from wellspring.checking.ignores import unknown_reviewers
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.settings import PathSetting, apply_settings
from wellspring.checking.subject import ARTICLE_WORDS, Subject
from wellspring.checking.text import check_text
from wellspring.commands.header import has_header, read_header
from wellspring.commands.processes import use_one_thread
from wellspring.disclaimers.decide import decide
from wellspring.errors import ContentError
from wellspring.house.plain_rules import Rules
from wellspring.house.style import HouseStyle
from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source
from wellspring.text.flaws import find_flaws, too_big
from wellspring.text.marks import find_marks
from wellspring.text.post import read_post
from wellspring.text.reading import read_text
from wellspring.text.source import lines_of, text_of

# Fewer texts are through before other processes have started.
MANY = 60
SHOWN = ("title", "subtitle", "summary")


@dataclass(frozen=True, slots=True)
class Job:
    """A text to examine: what was read of it, what was decided on it, whose it is.

    `flaws` are signs of damage and a header that cannot be read, in a text that no build has
    looked at.
    """

    source: Source
    post: Post
    decision: Decision = field(default_factory=Decision)
    article: bool = False
    authors: tuple[Author, ...] = ()
    flaws: tuple[Finding, ...] = ()


def job_of_file(file: Path, path: str, house: HouseStyle, regions: tuple[str, ...]) -> Job:
    """Return a text that is not part of the blog. Raises ContentError when it cannot be read."""
    if message := too_big(file.stat().st_size):
        raise ContentError(f"{Place(path)}: {message}")
    text, no_text = text_of(file.read_bytes(), path)
    if no_text:
        raise ContentError(str(no_text))
    source, wrong = read_header(text, path) if has_header(text) else (bare(text, path), ())
    post = read_post(source)[0]
    article = bool(source.fields) or len(post.prose.split()) >= ARTICLE_WORDS
    decision = decide(post, house, regions) if article else Decision()
    flaws = (*wrong, *find_flaws(text.removeprefix("\ufeff"), path))
    return Job(source, post, decision, article=article, flaws=flaws)


def bare(text: str, path: str) -> Source:
    """Return a text that has no front matter, all of it body."""
    return Source(path, Path(path).stem, {}, "\n".join(lines_of(text)), 1)


def subject_of(job: Job) -> Subject:
    """Return what the rules look at."""
    source, decision = job.source, job.decision
    shown = [
        (value.text, value.place)
        for name in SHOWN
        if name in source.fields
        for value in source.fields[name].values
    ]
    reading = read_text(source, job.post.prose, shown)
    return Subject(
        source,
        reading,
        job.post,
        crisis=any(item.shows_crisis_lines for item in decision.disclaimers),
        medicines=tuple(note.drug.names[0] for note in decision.drug_notes),
        topics=frozenset(decision.topics),
        article=job.article,
        authors=job.authors,
        marks=tuple(find_marks(source.body)),
    )


def examine(
    jobs: Sequence[Job],
    rules: Rules,
    settings: tuple[PathSetting, ...],
    names: frozenset[str] | None,
) -> list[Finding]:
    """Return what the rules find in all texts; `names`: who may answer for an ignore."""
    use_one_thread()
    one = partial(examine_some, rules=rules, settings=settings, names=names)
    processors = os.cpu_count() or 1
    if len(jobs) < MANY or processors == 1:
        return one(jobs)
    from concurrent.futures import ProcessPoolExecutor

    # One share for each, since each compiles the rules' expressions for itself.
    chunks = [jobs[start::processors] for start in range(processors)]
    with ProcessPoolExecutor(processors) as pool:
        return [finding for found in pool.map(one, chunks) for finding in found]


def examine_some(
    jobs: Iterable[Job],
    *,
    rules: Rules,
    settings: tuple[PathSetting, ...],
    names: frozenset[str] | None,
) -> list[Finding]:
    """Return what the rules find in some texts, in one process."""
    book = bind_rules(rules.rules, rules.tables)
    return [finding for job in jobs for finding in examine_one(job, book, settings, names)]


def examine_one(
    job: Job, book: Rulebook, settings: tuple[PathSetting, ...], names: frozenset[str] | None
) -> list[Finding]:
    """Return what the rules find in one text; a text that takes too long is a finding.

    Of one without a word, such as one that could not be read, no rule has anything to say.
    """
    path = job.source.path
    if not job.source.fields and not job.source.body.strip():
        return list(job.flaws)
    try:
        subject = subject_of(job)
        findings = check_text(subject, book)
    except ContentError as error:
        return [Finding(Place(path), str(error).removeprefix(f"{Place(path)}: "))]
    if names is not None:
        findings += unknown_reviewers(subject, names)
    return [*job.flaws, *apply_settings(findings, settings, path)]
