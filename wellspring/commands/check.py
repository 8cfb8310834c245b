"""Check: say what is wrong with settings, content and house style, without building."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from wellspring.checking.settings import load_settings
from wellspring.commands.baseline import apply_baseline
from wellspring.commands.changed import changed_lines, only_changed
from wellspring.commands.chosen import chosen_files
from wellspring.commands.examine import Job, examine, job_of_file
from wellspring.commands.fix import fix_texts
from wellspring.commands.formats import FORMATS, as_github, as_json, as_sarif, findings_of
from wellspring.commands.house_rules import read_rules
from wellspring.commands.light import Light, read_light
from wellspring.commands.listing import listing, severities
from wellspring.commands.progress import tell_waiting
from wellspring.commands.report import complain, counted, say
from wellspring.commands.uncollected import uncollected
from wellspring.errors import ContentError, HouseStyleError, UsageError
from wellspring.house.cache import kept_house
from wellspring.house.plain_rules import Rules
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.rule import Rule
from wellspring.text.suggest import did_you_mean

# From so many texts on, whoever waits is told.
LONG = 50
SEVERITIES = ("error", "warning", "suggestion")
WELL, FOUND, MISUSED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Options:
    """What was said on the command line; empty means: the whole blog, every finding, as text."""

    paths: tuple[str, ...] = ()
    format: str = "text"
    severity: str = "suggestion"
    fix: bool = False
    baseline: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has seen: the texts' paths, and what is wrong with them, sorted.

    `unpublished` are those of the findings that the rules have in drafts: no build stops at them.
    """

    paths: tuple[str, ...]
    findings: list[Finding]
    rules: tuple[Rule, ...] = ()
    unpublished: frozenset[Finding] = frozenset()


def check(settings_file: Path, options: Options | None = None) -> int:
    """Print every finding; return 0, or 1 if there is an error among them.

    Raises UsageError (exit code 2) for what cannot be checked.
    """
    options = options or Options()
    refuse_unknown(options)
    root = settings_file.parent
    light = read_light(settings_file)
    find = partial(file_of, light=light, root=root)
    seen = look(settings_file, options)
    notes: list[str] = []
    if options.baseline and seen.rules:
        new = apply_baseline(seen.findings, root / options.baseline, seen.paths)
        seen = replace(seen, findings=new.findings)
        notes += new.notes
    seen = replace(seen, findings=on_lines(seen.findings, options, root))
    if options.fix:
        stays, fixed = fix_texts(seen.findings, find)
        seen = replace(seen, findings=stays)
        notes += [f"{counted(fixed, 'place')} mended."] if fixed else []
    # What is mended is mended, however little of what is left is to be shown.
    seen = replace(seen, findings=grave(seen.findings, options.severity))
    tell(seen, options, find, notes)
    return FOUND if any(finding.severity == "error" for finding in seen.findings) else WELL


def on_lines(findings: list[Finding], options: Options, root: Path) -> list[Finding]:
    """Return the findings on the lines that were asked for."""
    if not options.since:
        return findings
    return only_changed(findings, changed_lines(root, options.since))


def grave(findings: Iterable[Finding], severity: str) -> list[Finding]:
    """Return the findings that are at least so grave."""
    least = SEVERITIES.index(severity)
    return [item for item in findings if SEVERITIES.index(item.severity) <= least]


def file_of(path: str, light: Light, root: Path) -> Path:
    """Return the file that a finding's path means; content/ may be elsewhere."""
    inner = path.removeprefix("content/")
    return light.content / inner if inner != path else root / path


def refuse_unknown(options: Options) -> None:
    """Raise UsageError for a format or a severity that does not exist."""
    for what, word, known in (
        ("format", options.format, FORMATS),
        ("severity", options.severity, SEVERITIES),
    ):
        if word not in known:
            raise UsageError(f"there is no {what} `{word}`. {did_you_mean(word, known)}")


def look(settings_file: Path, options: Options) -> Checked:
    """Return what is wrong; a house style or settings that cannot be read are findings too."""
    root = settings_file.parent
    light = read_light(settings_file)
    files = chosen_files(options.paths, Path.cwd()) if options.paths else []
    try:
        with uncollected():
            rules = read_rules(light.editorial, root)
            seen = look_at(files, rules, light, root) if files else look_at_all(rules, light, root)
    except (ContentError, HouseStyleError) as error:
        return Checked((), findings_of(error))
    return replace(seen, rules=rules.rules)


def look_at_all(rules: Rules, light: Light, root: Path) -> Checked:
    """Return what is wrong with the whole blog; what is known of a text is not asked again."""
    from wellspring.commands.examined import examine_new, recall_check
    from wellspring.commands.whole import read_blog  # a lone text needs none of it

    last = recall_check(root, light)
    blog = read_blog(light, last.readings)
    if not blog.site.library.posts:
        raise UsageError(
            'content/posts: there is no article to check. Write one with `invoke new "Title"`.'
        )
    settings = load_settings(light.editorial, rules.rules)

    def examined(jobs: Sequence[Job]) -> list[Finding]:
        if len(jobs) >= LONG:
            many = f"{len(jobs):,} texts"
            tell_waiting(f"{many} are new or have changed. To read them takes a while.")
        return examine(jobs, rules, settings, blog.names)

    found = examine_new(blog.jobs, blog.site, last, examined)
    last.readings.keep(last.memory, blog.site.library)
    for note in last.memory.notes:
        complain(note)
    drafts = {job.source.path for job in blog.jobs if job.post.is_draft}
    unpublished = frozenset(item for item in found if item.place.path in drafts)
    return Checked(
        paths_of(blog.jobs),
        sorted({*blog.findings, *found}),
        unpublished=unpublished.difference(blog.findings),
    )


def look_at(files: Sequence[Path], rules: Rules, light: Light, root: Path) -> Checked:
    """Return what is wrong with some texts; those of the blog are seen as part of it."""
    settings = load_settings(light.editorial, rules.rules)
    jobs: list[Job] = []
    findings: list[Finding] = []
    names: frozenset[str] | None = None
    paths = dict(path_in_content(file, light) for file in files)
    if any(paths.values()):
        from wellspring.commands.whole import read_texts  # a lone text needs none of it

        blog = read_texts(light, set(paths.values()))
        jobs += blog.jobs
        findings += blog.findings
        names = blog.names
    seen = set(paths_of(jobs))
    loose = [file for file in files if paths[file] not in seen]
    read, unread = read_loose(loose, light, root)
    jobs += read
    findings += [*unread, *examine(jobs, rules, settings, names)]
    checked = (*paths_of(jobs), *(item.place.path for item in unread))
    return Checked(checked, sorted(set(findings)))


def paths_of(jobs: Iterable[Job]) -> tuple[str, ...]:
    """Return the paths of texts."""
    return tuple(job.source.path for job in jobs)


def path_in_content(file: Path, light: Light) -> tuple[Path, str]:
    """Return a file with its path as the blog has it, empty for one that lies elsewhere."""
    content, whole = light.content.resolve(), file.resolve()
    inside = whole.is_relative_to(content)
    return file, f"content/{whole.relative_to(content).as_posix()}" if inside else ""


def read_loose(files: Sequence[Path], light: Light, root: Path) -> tuple[list[Job], list[Finding]]:
    """Return texts that are not part of the blog, and those that cannot be read."""
    jobs: list[Job] = []
    unread: list[Finding] = []
    if not files:
        return jobs, unread
    house = kept_house(light.editorial, root / ".build" / "house")
    for file in files:
        try:
            jobs.append(job_of_file(file, shown(file, root), house, light.regions))
        except ContentError as error:
            unread += findings_of(error)
        except OSError as error:
            message = f"this cannot be read: {error.strerror}. Look at who may read it."
            unread.append(Finding(Place(shown(file, root)), message))
    return jobs, unread


def shown(file: Path, root: Path) -> str:
    """Return a file's path as findings name it: within the blog's folder, or whole."""
    whole = file.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else whole.as_posix()


def tell(
    seen: Checked, options: Options, find: Callable[[str], Path], notes: Sequence[str]
) -> None:
    """Print what was found; notes stand last, and never in what other programs read."""
    if options.format in {"json", "sarif"}:
        json = options.format == "json"
        say(as_json(seen.findings) if json else as_sarif(seen.findings, seen.rules, "1"))
        for note in notes:
            complain(note)
        return
    text = listing(seen.findings, seen.rules, find)
    if options.format == "github":
        text = as_github(seen.findings)
    say("\n".join(part for part in (text, summary(seen, notes)) if part))


def summary(seen: Checked, notes: Iterable[str]) -> str:
    """Return the closing line."""
    counts = severities(seen.findings)
    said = ", ".join(counted(number, kind) for kind, number in counts.items())
    return " ".join((f"Checked {counted(len(seen.paths), 'text')}: {said}.", *notes))
