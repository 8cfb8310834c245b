"""Lines of a body into blocks: headings, lists, quotes, paragraphs; called by read_story."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from wellspring.importing.block import LISTS, Block, shapes_of
from wellspring.importing.explicit import FENCE, explicit_block, is_lone, marks_around, signed_item
from wellspring.importing.headings import LONGEST, MAYBE, SAID_BY, SURE, find_headings
from wellspring.importing.interviews import asked_between
from wellspring.importing.line import Line, Note, straight
from wellspring.importing.lists import Entries, find_lists, heads_section, lists_apart
from wellspring.importing.second_look import SecondLook
from wellspring.importing.verses import verses_in
from wellspring.model.importing import ImportStyle

INLINE = re.compile(r"\s*[•▪●]\s+")
QUOTATION = re.compile(r"\"[^\"]+\"")
LEAST_SHARE, LEAST_WORDS = 0.6, 8
BOLD = re.compile(r"(?:\*\*|__)(?P<text>[^*_]{2,80}?):?(?:\*\*|__):?")
LEVEL, DEEPEST = 2, 6
NOT_SEEN = SecondLook()


def blocks_of(
    lines: Sequence[Line], style: ImportStyle, look: SecondLook = NOT_SEEN, *, markdown: bool
) -> tuple[list[Block], list[Note]]:
    """Return the blocks of a body, in order, and what was not sure about them."""
    shapes = shapes_of(apart(lines if markdown else set_close(lines, look)))
    gaps = [shape.gap for shape in shapes]
    entries = fenced([shape.line for shape in shapes], look, markdown=markdown)
    entries = [numbered_heading(index, entries, look) for index in range(len(entries))]
    listed = listed_again(find_lists(entries, gaps, style), entries, look)
    listed |= lists_apart(entries, gaps)
    entries = [
        Block("item", entry, entry.text) if index in listed and isinstance(entry, Line) else entry
        for index, entry in enumerate(entries)
    ]
    has_marks = any(isinstance(item, Block) and item.line.text[0] == "#" for item in entries)
    headings = dict[int, str]()
    if not (markdown and has_marks):
        headings = headed_again(find_headings(entries, style), entries, look)
    blocks = [told(index, entry, headings, entries, style) for index, entry in enumerate(entries)]
    notes = [
        Note(lines_of.number, "list", lines_of.text)
        for index in sorted(listed)
        if isinstance(lines_of := getattr(entries[index], "line", None), Line)
    ]
    notes += [
        Note(blocks[index].line.number, "heading", blocks[index].text)
        for index, kind in headings.items()
        if kind != SURE
    ]
    while blocks and blocks[0].kind == "rule":
        # Above the first words a divider divides nothing.
        del blocks[0]
    return levelled(blocks), notes


def set_close(lines: Sequence[Line], look: SecondLook) -> list[Line]:
    """Return the lines, those of a stanza as one, unless a second look sees more in any."""
    more = {number for number, role in look.roles.items() if role in {"heading", "item"}}
    groups = [group for group in verses_in(lines) if more.isdisjoint(line.number for line in group)]
    firsts = {group[0].number: group for group in groups}
    others = {line.number for group in groups for line in group[1:]}
    return [
        replace(line, text="\n".join(part.text for part in firsts[line.number]))
        if line.number in firsts
        else line
        for line in lines
        if line.number not in others
    ]


def listed_again(listed: Collection[int], entries: Entries, look: SecondLook) -> set[int]:
    """Return the lines that are items of lists, with what a second look says of each."""
    seen = {
        index: look.roles[entry.number] == "item"
        for index, entry in enumerate(entries)
        if isinstance(entry, Line) and entry.number in look.roles
    }
    return {index for index in (*listed, *seen) if seen.get(index, index in listed)}


def headed_again(headings: dict[int, str], entries: Entries, look: SecondLook) -> dict[int, str]:
    """Return the headings, with what a second look says of each line."""
    found = dict(headings)
    for index, entry in enumerate(entries):
        if not isinstance(entry, Line) or entry.number not in look.roles:
            continue
        if look.roles[entry.number] != "heading":
            found.pop(index, None)
        elif len(entry.text) <= LONGEST and entry.text[0] not in SAID_BY:
            found.setdefault(index, MAYBE)
    return found | asked_between(entries, found, longer=True)


def apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with those taken apart that hold a whole list."""
    parted: list[Line] = []
    for line in lines:
        if len(INLINE.findall(line.text)) < LEVEL:
            parted.append(line)
            continue
        parts = [part for part in INLINE.split(line.text) if part.strip()]
        lead = not INLINE.match(line.text)
        for place, part in enumerate(parts):
            mark = "" if lead and place == 0 else "• "
            parted.append(Line(line.number, f"{mark}{part.strip()}", line.indent))
    return parted


def fenced(lines: Sequence[Line], look: SecondLook, *, markdown: bool) -> Entries:
    """Return the lines that say what they are as blocks; code between fences stays as it is."""
    entries: Entries = []
    fence = ""
    for index, line in enumerate(lines):
        opens = FENCE.match(line.text) if markdown else None
        if fence or opens:
            entries.append(Block("verbatim", line, " " * line.indent * bool(fence) + line.text))
            if opens:
                fence = "" if fence else opens[0]
            continue
        if "\n" in line.text:
            entries.append(Block("verse", line, line.text))
            continue
        beside = [*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2]]
        seen = look.roles.get(line.number)
        block = explicit_block(line, markdown=markdown)
        if block is None and seen in {None, "item"}:
            block = signed_item(line, marks_around(lines, index), seen=seen == "item")
        lone = block is not None and block.kind == "item" and is_lone(line, beside)
        entries.append(line if block is None or (lone and not markdown) else block)
    return entries


def numbered_heading(index: int, entries: Entries, look: SecondLook) -> Block | Line:
    """Return an entry; a number that heads a section is a heading that keeps its number."""
    entry = entries[index]
    if not isinstance(entry, Block) or entry.kind != "number":
        return entry
    seen = look.roles.get(entry.line.number)
    if seen == "heading" or (not seen and heads_section(index, entries)):
        return Block("heading", entry.line, entry.line.text, level=LEVEL)
    return entry


def told(
    index: int,
    entry: Block | Line,
    headings: dict[int, str],
    entries: Entries,
    style: ImportStyle,
) -> Block:
    """Return the block of an entry."""
    if isinstance(entry, Block):
        return entry
    bold = BOLD.fullmatch(entry.text)
    if index in headings:
        return Block("heading", entry, bold["text"] if bold else entry.text, level=LEVEL)
    if (
        bold
        and index + 1 < len(entries)
        and not any(isinstance(other, Block) and other.kind == "heading" for other in entries)
    ):
        return Block("heading", entry, bold["text"], level=LEVEL)
    if is_quote(index, entry, entries, style):
        return Block("quote", entry, entry.text)
    return Block("paragraph", entry, entry.text)


def is_quote(index: int, entry: Line, entries: Entries, style: ImportStyle) -> bool:
    """Tell whether a paragraph is what a client, a patient or a reader said, and little else."""
    plain = straight(entry.text)
    said = QUOTATION.findall(plain)
    words = sum(len(part.split()) for part in said)
    if words < LEAST_WORDS or sum(map(len, said)) < LEAST_SHARE * len(plain):
        return False
    around = [*entries[max(index - 1, 0) : index], *entries[index + 1 : index + 2]]
    talk = any(isinstance(other, Line) and other.text[0] in '"“' for other in around)
    left = " ".join(QUOTATION.sub(" ", plain).split()).strip()
    return not talk and style.forms["told"].either.fullmatch(left) is not None


def levelled(blocks: list[Block]) -> list[Block]:
    """Return the blocks with headings from the second level on, and items as deep as they lie."""
    levels = [block.level for block in blocks if block.kind == "heading"]
    shift = max(0, LEVEL - min(levels, default=LEVEL))
    done: list[Block] = []
    base = 0
    for block in blocks:
        level = block.level
        above = done[-1] if done and done[-1].kind in LISTS else None
        if block.kind == "heading":
            level = min(block.level + shift, DEEPEST)
        elif block.kind in LISTS:
            base = base if above else block.level
            level = max(0, min(block.level - base, above.level + 1)) if above else 0
        done.append(replace(block, level=level))
    return done
