"""The part of a page that is the story as blocks of Markdown; called by read_page.

Each step notes what it leaves out and what it is not sure of.
"""

from dataclasses import dataclass, field, replace

from bs4.element import NavigableString, PageElement, Tag

from wellspring.errors import ContentError
from wellspring.importing.block import Block
from wellspring.importing.body import Body, name_claims, take_out
from wellspring.importing.decode import Decoded
from wellspring.importing.know_more import Link, read_links
from wellspring.importing.line import Line, Note
from wellspring.importing.output import first_sentence, shortened, slug_for
from wellspring.importing.pages.beginnings import take_datelines
from wellspring.importing.pages.embeds import take_embeds
from wellspring.importing.pages.ends import take_author, trim
from wellspring.importing.pages.facts import Facts
from wellspring.importing.pages.flow import blocks_in
from wellspring.importing.pages.footnotes import Footnote, take_footnotes
from wellspring.importing.pages.levels import drop_title, level_headings
from wellspring.importing.pages.links import mend_links
from wellspring.importing.pages.lost import lost_marks
from wellspring.importing.pages.pictures import Gallery
from wellspring.importing.pages.source import Page
from wellspring.importing.pages.tidy import tidy
from wellspring.importing.pages.tree import BLOCKS, line_of, strings_of, words_of
from wellspring.importing.pages.writer import INDENT, LINE, Writer
from wellspring.importing.story import Story, name_what_is_missing
from wellspring.importing.titles import made_up, read_title
from wellspring.model.importing import ImportStyle
from wellspring.model.place import Place
from wellspring.text.dash_pairs import DASH
from wellspring.text.dashes import SPACED

EMPTY = "there are no words of a story here. Save or export it anew, or copy its text into a file."


@dataclass(slots=True)
class Draft:
    """What becomes of a story's part of a page, step by step."""

    stripped: list[Note]
    unsure: list[Note] = field(default_factory=list)
    blocks: list[Tag] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    bio: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    dashes: int = 0
    # The words of the first paragraph that stays.
    beginning: str = ""


def write_story(
    article: Tag, source: Page, facts: Facts, style: ImportStyle, notes: list[Note]
) -> Story:
    """Return the story that an element holds."""
    titled = read_title(facts.title, style)
    slug = source.slug or slug_for(titled.title or first_words(article), "story")
    gallery = Gallery(slug, source.find, source.base)
    draft = Draft(notes)
    make_plain(article, source, gallery, draft, style)
    draft.blocks = drop_title(list(blocks_in(article)), titled.title, draft.stripped)
    draft.blocks = take_datelines(draft.blocks, facts, style, draft.stripped, draft.unsure)
    if not source.own:
        settle_ends(draft, facts.author, style)
    level_headings([*draft.blocks, *(note.box for note in draft.footnotes)])
    blocks = written(draft, style, own=source.own)
    if not blocks and not draft.links:
        raise ContentError(f"{Place(source.path, source.line)}: {EMPTY}")
    bio = [text for text in dict.fromkeys([*facts.bio, *draft.bio]) if text != facts.author]
    story = Story(
        source.path,
        "",
        titled.title,
        facts.subtitle,
        facts.author,
        facts.day,
        titled.labels,
        "",
        list(dict.fromkeys([*facts.tags, *draft.tags])),
        draft.links,
        blocks,
        [Line(1, text) for text in bio],
        markdown=True,
        stripped=sorted([*draft.stripped, *gallery.stripped]),
    )
    story.unsure = [*draft.unsure, *gallery.unsure]
    story.dashes, story.pictures, story.slug = draft.dashes, gallery.pictures, slug
    add_facts(story, facts, draft)
    move_notes(story, source.line)
    return story


def first_words(article: Tag) -> str:
    """Return a title made of the first words of a story that has none."""
    inner = (tag for tag in article.find_all(list(BLOCKS)) if tag.find(list(BLOCKS)) is None)
    first = next((tag for tag in inner if words_of(tag)), article)
    return made_up(words_of(first))


def make_plain(
    article: Tag, source: Page, gallery: Gallery, draft: Draft, style: ImportStyle
) -> None:
    """Make of a story's HTML what Markdown has words for."""
    stripped, unsure = take_embeds(article, source.base, style.embeds)
    draft.stripped += stripped
    draft.unsure += [*unsure, *lost_marks(article)]
    tidy(article)
    gallery.take_all(article)
    draft.footnotes = take_footnotes(article)
    draft.unsure += mend_links(article, source.base)
    draft.dashes = restore_spaced(article)


def restore_spaced(article: Tag) -> int:
    """Make dashes of hyphens with blanks around them; pages have real ones elsewhere."""
    count = 0
    for string in list(strings_of(article)):
        if "-" in string and string.find_parent(["pre", "code", "kbd", "samp"]) is None:
            left, right = beside(string.previous_sibling), beside(string.next_sibling)
            text, number = SPACED.subn(DASH, f"{left}{string}{right}")
            count += number
            if number:
                string.replace_with(NavigableString(text[len(left) : len(text) - len(right)]))
    return count


def beside(node: PageElement | None) -> str:
    """Return a letter for words that stand beside others, in bold or as a link."""
    return "x" if isinstance(node, Tag) and node.name not in BLOCKS and words_of(node) else ""


def settle_ends(draft: Draft, author: str, style: ImportStyle) -> None:
    """Take out what stands at both ends of a story and is none of it."""
    blocks = trim(draft.blocks, style, draft.stripped)
    blocks, bio, unsure = take_author(blocks, author, style, draft.stripped)
    draft.blocks = trim(blocks, style, draft.stripped)
    draft.bio += bio
    draft.unsure += unsure


def written(draft: Draft, style: ImportStyle, *, own: bool) -> list[Block]:
    """Return the blocks as Markdown, without lines that are front matter, and the footnotes.

    In an author's `own` file no line is: it has a header.
    """
    found: list[Block] = []
    writer = Writer()
    for block in draft.blocks:
        text = writer.write(block)
        line = Line(line_of(block), words_of(block))
        if text and (own or not is_taken(block, text, line, draft, style)):
            found.append(Block("written", line, text))
            if block.name == "p" and not draft.beginning:
                draft.beginning = line.text
    for note in draft.footnotes:
        text = "\n\n".join(filter(None, map(writer.write, blocks_in(note.box))))
        indented = LINE.sub(INDENT, text)[len(INDENT) :]
        found.append(Block("written", Line(note.line, ""), f"[^{note.number}]: {indented}"))
    body = Body([block.line for block in found])
    name_claims(body, style)
    draft.unsure += body.unsure
    return found


def is_taken(block: Tag, text: str, line: Line, draft: Draft, style: ImportStyle) -> bool:
    """Take a line out that is front matter; tell whether it was."""
    if block.name != "p" or "\n" in text or not line.text:
        return False
    body = Body([])
    if not take_out(line, body, style):
        return False
    draft.tags += body.tags
    draft.stripped += body.stripped
    if body.links:
        draft.links += read_links(replace(line, text=text), style.forms["know-more"])
    return True


def add_facts(story: Story, facts: Facts, draft: Draft) -> None:
    """Add what is known of a story beside its text, and note what a person must add."""
    story.summary = shortened(facts.summary) or first_sentence(draft.beginning)
    story.shelves = facts.shelves
    story.address = facts.address
    story.aliases = facts.aliases
    story.dated = facts.dated
    story.others = facts.others
    lines = [block.line for block in story.blocks if block.line.text]
    name_what_is_missing(story, Decoded(lines or [Line(1, "Untitled")], []))


def move_notes(story: Story, first: int) -> None:
    """Let the notes name lines of the file, in which the story begins on a line."""
    by = first - 1
    story.line = first
    story.stripped = [replace(note, line=note.line + by) for note in story.stripped]
    story.unsure = [replace(note, line=note.line + by) for note in story.unsure]
