"""What an import says of its stories, for people and for programs; called by import-story."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wellspring.commands.report import counted
from wellspring.importing.line import Note

if TYPE_CHECKING:
    from wellspring.commands.import_story import Imported

SHOWN = 70
# And so much of the first and last line of a run.
ENDS = 40
# What to say of a line that an import is unsure of.
UNSURE = {
    "alias": "readers cannot be led on from this old address: “{text}”",
    "alt": "the picture {text} has no words for people who cannot see it. Write them between `[` "
    "and `]`",
    "answer": "this may be your answer to another story, since it has no title of its own",
    "author": "no author is named. Write the name behind `Author:`",
    "bio": "taken for the author's bio. Move it back if it belongs to the story: “{text}”",
    "category": "the category “{text}” is a guess. Look at `Category:`",
    "cells": "this cell of a table stood over several rows or columns, and stands in one now: "
    "“{text}”",
    "dash": "a hyphen was made a dash, which may be wrong: “{text}”",
    "date": "no day is named, so today's was taken. Look at `Date:`",
    "embed": "was shown in a frame, and is a link now: “{text}”",
    "encoding": "the file was {text}. Look at its accents and quotation marks",
    "excerpt": "this may be the beginning of a text only. If so, save its page, and import that",
    "found date": "the day is the page's own. Look at `Date:`",
    "heading": "taken for a heading: “{text}”",
    "hyphen": "left as a hyphen, and may be a dash: “{text}”",
    "kept back": "this was {text} on the old blog",
    "kept": "kept as a part of the story. Take it out if it is not yours: “{text}”",
    "known bio": "left out, since the author's file is there already. Write it there if it is "
    "true: “{text}”",
    "label": "the platform had put a label on this story: “{text}”",
    "letters": "a letter was lost or saved in the wrong encoding: “{text}”",
    "link": "the address of this link is lost: “{text}”",
    "list": "taken for an item of a list: “{text}”",
    "page": "left out as a part of the page around the story. Write it in if it is yours: “{text}”",
    "photo": "{text}",
    "picture elsewhere": "this picture is not at hand and was not fetched; a link leads to it: "
    "“{text}”",
    "picture lost": "this picture is not beside the file, and was left out: “{text}”",
    "picture type": "this picture is of a kind that cannot come along (PNG, JPEG, WebP, GIF and "
    "AVIF can), and was left out: “{text}”",
    "pull quote": "left out, since a paragraph says the same. Write it in if it is a refrain: "
    "“{text}”",
    "sound": "there was a recording: “{text}”",
    "title": "the story has no title. This one was made up: “{text}”",
    "tooltip": "these words were shown on pointing at others, and are left out: “{text}”",
    "unclear day": "this may be month and day, or day and month. Look at `Date:`: “{text}”",
    "word": "Word has something here that cannot come along: {text}",
}
# Addresses are of use as a whole only.
WHOLE = frozenset(
    {"alias", "embed", "link", "photo", "picture elsewhere", "picture lost", "sound", "tooltip"}
)
# Lines far apart, each of which somebody may miss.
EACH, FEW = frozenset({"key", "template"}), 12
DRAFT = re.compile(r"^status:\s*draft\s*$", re.IGNORECASE | re.MULTILINE)
CLAIM = "carried over as it is, and `invoke check` will ask about it ({kind}): “{text}”"


def as_data(item: "Imported", here: Path) -> dict[str, Any]:
    """Return what became of one source, for programs."""
    return {
        "source": item.story.path,
        "post": near(item.post, here),
        "author": near(item.authors[0], here) if item.authors else None,
        "stripped": [note_data(note) for note in item.story.stripped],
        "unsure": [
            note_data(note) | {"message": message_of(note)} for note in sorted(item.story.unsure)
        ],
    } | more_data(item, here)


def more_data(item: "Imported", here: Path) -> dict[str, Any]:
    """Return what few stories have: several authors, pictures, the address of the original."""
    found: dict[str, Any] = {}
    if len(item.authors) > 1:
        found["authors"] = [near(file, here) for file in item.authors]
    if item.pictures:
        found["pictures"] = [near(file, here) for file in item.pictures]
    if item.story.address:
        found["original"] = item.story.address
    return found


def rest_data(path: str, notes: Iterable[Note]) -> dict[str, Any]:
    """Return what in an export is no story, for programs."""
    stripped = [note_data(note) for note in notes]
    return {"source": path, "post": None, "author": None, "stripped": stripped, "unsure": []}


def rest_text(path: str, notes: Iterable[Note]) -> str:
    """Return what in an export is no story, for people."""
    return "\n".join([f"{path}: not imported", *stripped_lines(notes)])


def note_data(note: Note) -> dict[str, Any]:
    """Return a note for programs."""
    return {"line": note.line, "column": note.column, "kind": note.kind, "text": note.text}


def as_text(item: "Imported", here: Path, *, written: bool) -> str:
    """Return what became of one source, for people."""
    story = item.story
    verb = "wrote" if written else "would write"
    lines = [f"{story.path}: {verb} {over_of(item)}{near(item.post, here)}, a draft"]
    for file in item.authors:
        is_new = verb if file in item.new else "there already, left as it is:"
        lines.append(f"  author: {is_new} {near(file, here)}")
    if item.pictures:
        folder = near(item.pictures[0].parent, here)
        lines.append(f"  {counted(len(item.pictures), 'picture')}: {verb} {folder}/")
    if story.dashes:
        lines.append(f"  dashes restored: {story.dashes}")
    lines += stripped_lines(story.stripped)
    lines += [
        f"  {story.path}:{note.line}:{note.column}: {message_of(note)}."
        for note in sorted(story.unsure)
    ]
    return "\n".join(lines)


def over_of(item: "Imported") -> str:
    """Return what is said of a post that was there before, and was no draft perhaps."""
    if not item.over:
        return ""
    return "over " if DRAFT.search(item.over) else "over an article that was no draft, "


def stripped_lines(notes: Iterable[Note]) -> Iterator[str]:
    """Yield a line for each run of lines that were left out for one reason."""
    for kind, run in groupby(sorted(notes), key=lambda note: note.kind):
        found = list(run)
        if kind in EACH and len(found) <= FEW:
            yield from (f"  left out, line {it.line} ({kind}): {it.text[:SHOWN]}" for it in found)
            continue
        first, last = found[0].line, found[-1].line
        place = f"line {first}" if first == last else f"lines {first}–{last}"
        words = found[0].text[:SHOWN] if len(found) == 1 else run_of(found)
        yield f"  left out, {place} ({kind}){': ' if words else ''}{words}"


def run_of(found: Sequence[Note]) -> str:
    """Return how many lines a run has, and the first and the last; those of readers say nothing."""
    ends = [note.text[:ENDS].strip() for note in (found[0], found[-1])]
    shown = f", “{ends[0]}” to “{ends[1]}”" if all(ends) else ""
    return f"{counted(len(found), 'line')}{shown}"


def message_of(note: Note) -> str:
    """Return what a note says; one on a claim is of the kind of the rule that asks about it."""
    said = UNSURE.get(note.kind) or CLAIM
    text = note.text if note.kind in WHOLE else note.text[:SHOWN]
    return said.format(kind=note.kind, text=text)


def near(path: Path, here: Path) -> str:
    """Return a path as people name it: from where they are, if it lies below."""
    whole = here / path
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()
