"""One source into a post and an author's file, with notes on all that is in neither.

Called by `import-story` for each file. Nothing is read or written here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wellspring.importing.block import Block
from wellspring.importing.decode import Decoded, decode
from wellspring.importing.fates import fates_of
from wellspring.importing.headings import is_titled
from wellspring.importing.know_more import Link
from wellspring.importing.line import Line, Note, texts_of
from wellspring.importing.names import authors_in, plain_name
from wellspring.importing.numbered import with_headings_alike
from wellspring.importing.overrule import overrule
from wellspring.importing.preparing import prepare
from wellspring.importing.second_look import look_again
from wellspring.importing.tables import with_tables
from wellspring.importing.titles import LIST_NAME, made_up, unmarked
from wellspring.importing.told import Told, tell
from wellspring.model.importing import DashWords, ImportStyle
from wellspring.text.dashes import Habits, habits_of, restore_dashes

AT_END = re.compile(r"(?:\s-{1,3}|(?<!-)--)$")
SAID_BY = re.compile(r"^-(?=[A-Z])")
# What is noted of a block.
BLOCKS = frozenset({"heading", "list"})
HYPHENED = re.compile(r"\w+(?:-\w+)+")


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says, or else what a story that does not say it gets.

    `tags` are those that the blog has, by their small letters: a tag has one spelling.
    """

    today: date
    day: date | None = None
    category: str = ""
    categories: tuple[str, ...] = ()
    author: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that comes along: the name of its file, and what is in it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class Story:
    """What a source says, before it is written."""

    path: str
    platform: str
    title: str
    subtitle: str
    author: str
    day: date | None
    labels: list[str]
    community: str
    tags: list[str]
    links: list[Link]
    blocks: list[Block]
    bio: list[Line]
    markdown: bool
    stripped: list[Note]
    unsure: list[Note] = field(default_factory=list)
    dashes: int = 0
    others: list[str] = field(default_factory=list)  # who has written it beside the author
    footnotes: dict[int, Line] = field(default_factory=dict)
    # What only pages and exports say: the rest of their front matter, and pictures.
    summary: str = ""
    shelves: list[str] = field(default_factory=list)
    address: str = ""
    aliases: list[str] = field(default_factory=list)
    dated: bool = False
    slug: str = ""
    line: int = 1
    pictures: list[Picture] = field(default_factory=list)


def read_story(data: bytes, path: str, style: ImportStyle) -> Story:
    """Return what a source says. Raises ContentError, with the place, for what is no text."""
    decoded = decode(data, path)
    prepared = prepare(decoded.lines, style)
    lines = prepared.lines
    told = tell(lines, style)
    if style.lines:
        fates = fates_of(told, lines)
        look = look_again(lines, style.lines, fates)
        told = overrule(told, lines, look, fates, style)
    story = story_of(told, path)
    without_list_name(story, lines)
    name_cut_from_bio(story, lines)
    story.unsure = [*decoded.notes, *story.unsure]
    story.footnotes = prepared.footnotes
    reshape(story, with_headings_alike(with_tables(story.blocks, lines)))
    restore(story, style)
    story.stripped = sorted([*story.stripped, *prepared.gone])
    name_what_is_missing(story, decoded)
    return story


def without_list_name(story: Story, lines: Sequence[Line]) -> None:
    """Take out of a title what mailing lists, forwarding and drafts put before it, and note it."""
    found = LIST_NAME.match(story.title)
    if found:
        number = next((line.number for line in lines if story.title in line.text), 1)
        story.stripped.append(Note(number, "aside", found[0].strip()))
        story.title = story.title[found.end() :]


def name_cut_from_bio(story: Story, lines: Sequence[Line]) -> None:
    """Note what a bio's lines had before or behind their words: “About me: …”."""
    texts, noted = {line.number: line.text for line in lines}, {it.line for it in story.stripped}
    for line in story.bio:
        before, whole, behind = texts.get(line.number, "").partition(line.text)
        rest = f"{before}{behind}".strip("*_ ")
        if whole and line.number not in noted and re.search(r"\w", rest):
            story.stripped.append(Note(line.number, "author", rest))


def reshape(story: Story, blocks: list[Block]) -> None:
    """Give a story other blocks, with what is to be said of these."""
    gone = {block.line.number for block in story.blocks if block not in blocks}
    new = [block for block in blocks if block not in story.blocks and block.kind == "heading"]
    kept = [note for note in story.unsure if note.kind not in BLOCKS or note.line not in gone]
    story.unsure = [*kept, *(Note(block.line.number, "heading", block.text) for block in new)]
    story.blocks = blocks


def story_of(told: Told, path: str) -> Story:
    """Return a story as it was told."""
    return Story(
        path,
        told.platform,
        told.head.title,
        told.head.subtitle,
        plain_name(unmarked(told.author)),
        told.head.day,
        told.head.labels,
        told.head.community,
        told.tags(),
        told.links(),
        told.blocks,
        told.bio(),
        told.markdown,
        told.stripped(),
        told.unsure(),
    )


def restore(story: Story, style: ImportStyle) -> None:
    """Restore dashes in all of a story, and note those that a person should look at."""
    # The hyphens of the author’s own name are none that were lost.
    names = frozenset(HYPHENED.findall(story.author.casefold()))
    words = replace(style.dashes, whole=style.dashes.whole | names) if names else style.dashes
    mender = Mender(words, habits_of(all_texts(story), words))
    story.title = mender.mend(1, story.title, titled=True)
    story.subtitle = mender.mend(1, story.subtitle, titled=is_titled(story.subtitle.split()))
    story.blocks = [
        mender.mend_block(block, titled=block.kind == "heading") for block in story.blocks
    ]
    story.bio = [replace(line, text=mender.mend(line.number, line.text)) for line in story.bio]
    story.links = [
        replace(
            link, title=mender.mend(link.line, link.title, titled=is_titled(link.title.split()))
        )
        for link in story.links
    ]
    story.footnotes = {
        number: replace(note, text=mender.mend(note.number, note.text))
        for number, note in story.footnotes.items()
    }
    story.dashes = mender.done
    story.unsure += mender.notes


def all_texts(story: Story) -> list[str]:
    """Return all words of a story in which dashes may be lost."""
    blocks = [block.text for block in story.blocks if block.kind != "verbatim"]
    return [story.title, story.subtitle, *blocks, *texts_of(story.bio)]


class Mender:
    """Restores dashes and counts them."""

    def __init__(self, words: DashWords, habits: Habits) -> None:
        self.words = words
        self.habits = habits
        self.done = 0
        self.notes: list[Note] = []

    def mend(self, number: int, text: str, *, titled: bool = False) -> str:
        """Return a text of a line with its dashes."""
        restored = restore_dashes(text, self.words, self.habits, titled=titled)
        for change in restored.changes:
            self.done += change.done
            if not change.sure:
                kind = "dash" if change.done else "hyphen"
                column = max(text.find(change.words), 0) + 1
                self.notes.append(Note(number, kind, change.words, column))
        return restored.text

    def mend_block(self, block: Block, *, titled: bool) -> Block:
        """Return a block with its dashes; code and dividers have none."""
        if block.kind in {"verbatim", "rule"}:
            return block
        if block.kind == "verse":
            number = block.line.number
            lines = [AT_END.sub("—", line) for line in block.text.split("\n")]
            parts = [self.mend(number, signed(line)) for line in lines]
            return replace(block, text="\n".join(parts))
        text = block.text if block.kind == "written" else " ".join(block.text.split())
        text = signed(text) if block.kind == "paragraph" else text
        return replace(block, text=self.mend(block.line.number, text, titled=titled))


def signed(text: str) -> str:
    """Return a line that says who said something with its dash: “-Robin Example”."""
    return SAID_BY.sub("—", text)


def name_what_is_missing(story: Story, decoded: Decoded) -> None:
    """Make a title up if there is none, and note what a person must add."""
    if not story.title:
        first = next((block.text for block in story.blocks if block.text), "")
        first = first or next(line.text for line in decoded.lines if line.text)
        story.title = made_up(first)
        story.unsure.append(Note(1, "title", story.title))
    if not story.author:
        story.unsure.append(Note(1, "author"))
    story.author, *others = authors_in(story.author)
    story.others += others
    story.unsure += [Note(link.line, "link", link.title) for link in story.links if not link.url]
