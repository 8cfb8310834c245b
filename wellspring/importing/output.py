"""A story as the texts of its post and of its author's file; called by `import-story`."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlsplit

from wellspring.importing.footnotes import with_footnotes
from wellspring.importing.line import Note
from wellspring.importing.markdown import STRESSED, escape, escape_start, write_blocks
from wellspring.importing.story import Given, Story
from wellspring.text.address import slug_of
from wellspring.text.moved import wrong_form

LONGEST_SUMMARY, LONGEST_SLUG = 200, 80
# An author's name stands within so many characters of the beginning of what is said of them.
LONGEST_START = 40
TOGETHER = re.compile(r"[.!?] (?:Both|The (?:pair|two)|Their|They|Together)\b")
# Shelves of old blogs that say nothing.
NO_SHELVES = frozenset({"uncategorized", "uncategorised", "allgemein", "general"})
# How letters begin: “Dear reader,” says nothing of them.
GREETING = re.compile(
    r"(?:dear|good (?:morning|evening)|hello|hey|hi)\b[^.!?]{0,60}[,!]?", re.IGNORECASE
)
AI_LABEL, AI_NOTICE = "ai-generated", "ai-assisted"
WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r".*?[.!?…][\"'”’)]*(?=\s|$)")


def slug_for(text: str, fallback: str) -> str:
    """Return the address of a title or a name; one without Latin letters gets a number."""
    slug = slug_of(text)
    if len(slug) > LONGEST_SLUG:
        slug = slug[:LONGEST_SLUG].rsplit("-", 1)[0]
    if slug:
        return slug
    return f"{fallback}-{hashlib.blake2b(text.encode(), digest_size=4).hexdigest()}"


def post_text(story: Story, given: Given, shelves: Mapping[str, frozenset[str]]) -> str:
    """Return the post, and note in the story what its front matter only guesses."""
    keys = [
        ("Title", story.title),
        ("Subtitle", story.subtitle),
        ("Date", day_of(story, given).isoformat()),
        ("Authors" if story.others else "Author", ", ".join((story.author, *story.others))),
        ("Category", category_of(story, given, shelves)),
        ("Tags", ", ".join(tags_of(story, given))),
        ("Summary", summary_of(story)),
        ("Status", "draft"),
        ("Aliases", "\n    ".join(aliases_of(story))),
        ("Disclaimer", AI_NOTICE if has_label(story, AI_LABEL) else ""),
        (
            "Know-more",
            "\n    ".join(f"{link.title} | {link.url}".rstrip("| ") for link in story.links),
        ),
    ]
    needed = {"Title", "Date", "Author", "Category"}
    header = [f"{key}: {value}".rstrip() for key, value in keys if value or key in needed]
    body = write_blocks(story.blocks, markdown=story.markdown)
    body = with_footnotes(body, story.footnotes, markdown=story.markdown)
    return "\n".join([*header, "", body]).rstrip() + "\n"


def day_of(story: Story, given: Given) -> date:
    """Return the day of publication: as given, or as the page says, or today."""
    if given.day:
        return given.day
    if story.day and story.dated:
        return story.day
    story.unsure.append(Note(story.line, "date" if story.day is None else "found date"))
    return story.day or given.today


def has_label(story: Story, label: str) -> bool:
    """Tell whether the platform has put a label on a story."""
    return any(found.casefold() == label for found in story.labels)


def tags_of(story: Story, given: Given) -> list[str]:
    """Return the tags; a warning about the content is kept as one, awards are not.

    So is what stood on other shelves than this blog has.
    """
    names = {name.casefold() for name in given.categories}
    other = [name for name in story.shelves if name.casefold() not in names | NO_SHELVES]
    found = [" ".join(tag.replace(",", " ").split()) for tag in (*story.tags, *other)]
    if has_label(story, "content warning"):
        found.append("Content warning")
    once = list({tag.casefold(): tag for tag in reversed(found)}.values())[::-1]
    return [given.tags.get(tag.casefold(), tag) for tag in once]


def aliases_of(story: Story) -> list[str]:
    """Return the paths that a story had, where readers can be led on from there."""
    found = (alias_of(story, address) for address in (story.address, *story.aliases))
    return list(dict.fromkeys(filter(None, found)))


def alias_of(story: Story, address: str) -> str:
    """Return the path of an old address; nothing, with a note, if nobody can be led on from it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if not path.strip("/"):
        return ""
    if wrong_form(path):
        story.unsure.append(Note(story.line, "alias", address))
        return ""
    return path


def summary_of(story: Story) -> str:
    """Return the story's own summary, or the first sentence of the first paragraph."""
    if story.summary:
        return story.summary
    told = (
        block.text
        for block in story.blocks
        if block.kind in {"paragraph", "verse"} and not GREETING.fullmatch(block.text)
    )
    text = " ".join(next(told, "").split())
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text) if story.markdown else text
    plain = re.sub(r"[*_`]", "", text) if story.markdown else STRESSED.sub(in_stars, text)
    return first_sentence(plain)


def in_stars(found: re.Match[str]) -> str:
    """Return words without the stars around them."""
    return found[0][1:-1]


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, or as many of its words as fit."""
    found = SENTENCE.match(text)
    return shortened(found[0] if found else text)


def shortened(text: str) -> str:
    """Return a text, or as many of its words as fit into a summary."""
    if len(text) <= LONGEST_SUMMARY:
        return text
    return f"{text[: LONGEST_SUMMARY - 1].rsplit(' ', 1)[0].rstrip(',;:—–- ')}…"


def category_of(story: Story, given: Given, shelves: Mapping[str, frozenset[str]]) -> str:
    """Return the category given, or that of the community, or that of most of the words."""
    if given.category or not given.categories:
        return given.category
    names = {name.casefold(): name for name in given.categories}
    for shelf in story.shelves:
        if shelf.casefold() in names:
            return names[shelf.casefold()]
    chosen = names.get(story.community.casefold()) or by_words(story, given, shelves)
    story.unsure.append(Note(story.line, "category", chosen))
    return chosen


def by_words(story: Story, given: Given, shelves: Mapping[str, frozenset[str]]) -> str:
    """Return the category that most of a story's words speak for, or the first one."""
    words = [story.title, story.subtitle, story.community, *story.tags, *story.shelves]
    words = words * 3 + [block.text for block in story.blocks]
    counts = Counter(WORD.findall(" ".join(words).casefold()))
    weights = {
        name: sum(counts[word] for word in shelves.get(name, frozenset({name.casefold()})))
        for name in given.categories
    }
    return max(given.categories, key=lambda name: weights[name])


def author_texts(story: Story) -> dict[str, str]:
    """Return the files of all authors by their names."""
    bios = bios_of(story)
    return {name: author_text(story, name, bio) for name, bio in bios.items()}


def bios_of(story: Story) -> dict[str, list[str]]:
    """Return what is said of each author: with whom a line begins, or with whom the one above."""
    found: dict[str, list[str]] = {name: [] for name in (story.author, *story.others)}
    name = story.author
    for line in story.bio:
        for at, text in enumerate(parts_of_bio(line.text, found)):
            told = named_first(text[:LONGEST_START], found) or name if story.others else name
            if at and told == name:
                found[name][-1] += f" {text}"
            else:
                found[told].append(text)
            name = told
    return found


def parts_of_bio(text: str, names: Collection[str]) -> list[str]:
    """Return the parts of a line that begin with a name, or first name, of several authors.

    What is said of all together stays together.
    """
    if len(names) == 1 or TOGETHER.search(text):
        return [text]
    whole = "|".join(re.escape(name) for name in names if name)
    firsts = "|".join(re.escape(name.split()[0]) for name in names if name)
    begins = rf"(?:{whole})\b|(?:{firsts}) (?:is|was|has|[a-z]+(?:ed|[^s]s))\b"
    return re.split(rf"(?<=[.!?])(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.) (?={begins})", text)


def named_first(start: str, names: Iterable[str]) -> str:
    """Return whose name stands first in some words: whole names, else first names; or nothing."""
    for parts in (
        {name: name for name in names},
        {name: name.split()[0] for name in names if name},
    ):
        places = {name: start.find(part) for name, part in parts.items()}
        if seen := [name for name, place in places.items() if place >= 0]:
            return min(seen, key=places.__getitem__)
    return ""


def author_text(story: Story, name: str, bio: Sequence[str]) -> str:
    """Return the file of an author of whom a story says something, or nothing."""
    first = SENTENCE.match(bio[0]) if bio else None
    summary = first[0] if first else bio[0] if bio else ""
    lines = [f"Name: {name}"]
    if summary and len(summary) <= LONGEST_SUMMARY:
        lines.append(f"Summary: {summary}")
    if bio:
        lines += [
            "",
            "\n\n".join(escape_start(escape(text, markdown=story.markdown)) for text in bio),
        ]
    return "\n".join(lines) + "\n"
