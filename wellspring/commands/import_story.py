"""Import-story: copies of story pages, documents and exports into drafts, and what was left out."""

import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from wellspring.commands.import_links import lead_home
from wellspring.commands.import_many import Read, read_sources
from wellspring.commands.import_report import as_data, as_text, near, rest_data, rest_text
from wellspring.commands.import_sources import sources_of
from wellspring.commands.light import read_light
from wellspring.commands.report import complain, say
from wellspring.errors import ContentError, UsageError
from wellspring.house.cache import kept_house
from wellspring.importing.line import Note
from wellspring.importing.output import bios_of, slug_for
from wellspring.importing.story import Given, Story
from wellspring.model.place import Place
from wellspring.text.source import read_source
from wellspring.text.suggest import did_you_mean
from wellspring.text.values import parse_day

FORMATS = ("text", "json")

WELL, FAILED = 0, 2
TAGS = re.compile(r"^Tags:(.*)$", re.MULTILINE | re.IGNORECASE)
LONGEST_HEADER = 4_000


@dataclass(frozen=True, slots=True)
class Options:
    """What was said on the command line; empty means: the blog's own folders, today, a guess."""

    source: str
    posts_dir: str = ""
    authors_dir: str = ""
    date: str = ""
    category: str = ""
    format: str = "text"
    dry_run: bool = False
    force: bool = False
    author: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where posts and authors go, and the names that are taken."""

    posts: Path
    authors: Path
    known: dict[str, Path]
    taken: dict[Path, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """A story and its files: the `new` of the authors were not there; `over` was the post."""

    story: Story
    post: Path
    authors: tuple[Path, ...]
    new: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()
    over: str = ""


def import_story(settings_file: Path, options: Options, today: date) -> int:
    """Write a draft for each source; return 0, or 2 if one could not be read or written.

    Raises UsageError (exit code 2) for a command line that asks for what cannot be.
    """
    light = read_light(settings_file)
    root = settings_file.parent
    house = kept_house(light.editorial, root / ".build" / "house")
    given = given_by(options, tuple(sorted(house.categories)), today)
    given = replace(given, tags=tags_in(light.content / "posts"))
    authors = folder_of(options.authors_dir, light.content / "authors")
    target = Target(
        folder_of(options.posts_dir, light.content / "posts"), authors, known_in(authors)
    )
    done: list[Imported] = []
    rest: list[Read] = []
    problems: list[str] = []
    reads = read_sources(sources_of(options.source), light.editorial, given)
    for read in lead_home(reads, target.posts, light.content):
        try:
            if read.rest:
                rest.append(read)
            else:
                done.append(import_one(read, target, options))
        except ContentError as error:
            problems.append(str(error))
    report(done, rest, options)
    for problem in problems:
        complain(problem)
    return FAILED if problems else WELL


def report(done: Sequence[Imported], rest: Sequence[Read], options: Options) -> None:
    """Say what was made, and what in an export was no story."""
    here = Path.cwd()
    if options.format == "json":
        data = [as_data(item, here) for item in done]
        data += [rest_data(read.path, read.rest) for read in rest]
        say(json.dumps(data, ensure_ascii=False, indent=2))
        return
    texts = [as_text(item, here, written=not options.dry_run) for item in done]
    texts += [rest_text(read.path, read.rest) for read in rest]
    if texts:
        say("\n".join(texts))


def given_by(options: Options, categories: tuple[str, ...], today: date) -> Given:
    """Return what the command line says. Raises UsageError for what it cannot say."""
    if options.format not in FORMATS:
        raise UsageError(
            f"there is no format `{options.format}`. {did_you_mean(options.format, FORMATS)}"
        )
    day = parse_day(options.date)
    if options.date and day is None:
        raise UsageError(f"`{options.date}` is not a date. Write it as year-month-day: 2026-11-23.")
    names = {name.casefold(): name for name in categories}
    if options.category and options.category.casefold() not in names:
        raise UsageError(
            f"there is no category `{options.category}`. "
            f"{did_you_mean(options.category, categories)}"
        )
    category = names.get(options.category.casefold(), "")
    return Given(today, day, category, categories, options.author.strip())


def tags_in(folder: Path) -> dict[str, str]:
    """Return the tags of the posts in a folder, by their small letters."""
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.md")):
        head = file.read_bytes()[:LONGEST_HEADER].decode("utf-8", "replace")
        for line in TAGS.findall(head):
            for tag in filter(None, map(str.strip, line.split(","))):
                found.setdefault(tag.casefold(), tag)
    return found


def folder_of(given: str, usual: Path) -> Path:
    """Return the folder given, or else the usual one. Raises UsageError for what is a file."""
    folder = Path(given) if given else usual
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: this is a file. Name a folder for it to be written into.")
    return folder


def known_in(folder: Path) -> dict[str, Path]:
    """Return the authors' files that are there, by the author's name."""
    sources = [(file, read_source(file, file.name)[0]) for file in sorted(folder.glob("*.md"))]
    return {source.text("name"): file for file, source in sources}


def import_one(read: Read, target: Target, options: Options) -> Imported:
    """Write what was made of one source. Raises ContentError if that cannot be."""
    story = read.story
    if story is None:
        raise ContentError(read.problem)
    post = target.posts / f"{story.slug or slug_for(story.title, 'story')}.md"
    refuse_to_overwrite(story, post, target, force=options.force)
    authors = authors_of(story, target)
    new = [name for name, file in authors.items() if name not in target.known and not file.exists()]
    note_known_bios(story, {name: file for name, file in authors.items() if name not in new})
    folder = target.posts.parent / "images" / post.stem
    pictures = {folder / picture.name: picture.data for picture in story.pictures}
    over = post.read_text("utf-8", "replace") if post.exists() else ""
    if not options.dry_run:
        for name in new:
            write(authors[name], read.authors[name].encode())
        for file, data in pictures.items():
            write(file, data)
        write(post, read.post.encode())
    target.taken[post] = place_of(story)
    target.known.update(authors)
    files = tuple(authors.values()), tuple(authors[name] for name in new)
    return Imported(story, post, *files, tuple(pictures), over)


def note_known_bios(story: Story, known: Mapping[str, Path]) -> None:
    """Note what a page says of authors whose files are there and do not say it."""
    bios = bios_of(story)
    for name, file in known.items():
        said = file.read_text("utf-8", "replace") if file.exists() else ""
        lines = [line for line in story.bio if line.text in bios[name]]
        story.unsure += [
            Note(it.number, "known bio", it.text) for it in lines if it.text not in said
        ]


def place_of(story: Story) -> str:
    """Return where a story stands: its file, and its line if it is not the first."""
    return story.path if story.line == 1 else f"{story.path}:{story.line}"


def refuse_to_overwrite(story: Story, post: Path, target: Target, *, force: bool) -> None:
    """Raise ContentError if a post is there, or was made of another source just now."""
    place = Place(story.path, story.line)
    if post in target.taken:
        raise ContentError(
            f"{place}: {target.taken[post]} has the same title, and has become "
            f"{shown(post)}. Change the title of one of the two."
        )
    if post.exists() and not force:
        raise ContentError(
            f"{place}: {shown(post)} is there already. Rename that file, or add "
            "`--force` to write over it."
        )


def authors_of(story: Story, target: Target) -> dict[str, Path]:
    """Return the files of a story's authors by their names, whether they are there or not."""
    found: dict[str, Path] = {}
    for name in filter(None, (story.author, *story.others)):
        file = target.authors / f"{slug_for(name, 'author')}.md"
        if file in found.values():
            file = file.with_stem(f"{file.stem}-{len(found) + 1}")
        found[name] = target.known.get(name, file)
    return found


def write(file: Path, data: bytes) -> None:
    """Write a file: whole, or not at all. Raises ContentError."""
    partial = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(file)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise ContentError(
            f"{shown(file)}:1:1: this cannot be written: {error.strerror}. Look at who may write "
            "in its folder."
        ) from error


def shown(path: Path) -> str:
    """Return a path as people name it: from where they are, if it lies below."""
    return near(path, Path.cwd())
