"""Claims in a story that is imported, as `invoke check` sees them; called by import_many.

The importer knows a few words that promise too much. Whether a sentence with one of them does, the
checker's rules tell: it knows “is not a cure” from “is a cure”.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.commands.examine import Job, bare, examine_one
from wellspring.commands.house_rules import read_rules
from wellspring.importing.line import Note
from wellspring.importing.story import Story
from wellspring.text.post import read_post

KINDS = ("claim-", "advice-")
BEFORE, SHOWN = 30, 70


@dataclass(slots=True)
class Claims:
    """The checker's rules, which are read when the first story needs them."""

    editorial: Path
    book: Rulebook | None = field(default=None)

    def sift(self, story: Story) -> None:
        """Leave out of a story's notes the words that promise nothing where they stand."""
        story.unsure = [kept for note in story.unsure if (kept := self.kept(note, story.path))]

    def kept(self, note: Note, path: str) -> Note | None:
        """Return a note, one on a claim by the rule that asks about it; None if none does."""
        if note.kind != "claim":
            return note
        rule = self.rule_for(note.text, path)
        return replace(note, kind=rule, text=excerpt(note)) if rule else None

    def rule_for(self, text: str, path: str) -> str:
        """Return the first rule that asks about a paragraph, empty if none does."""
        if self.book is None:
            rules = read_rules(self.editorial, self.editorial.parent)
            self.book = bind_rules(rules.rules, rules.tables)
        source = bare(text, path)
        found = examine_one(Job(source, read_post(source)[0]), self.book, (), None)
        return next((item.rule for item in found if item.rule.startswith(KINDS)), "")


def excerpt(note: Note) -> str:
    """Return what stands around the place of a note, from a word's start to a word's end."""
    start = note.text.rfind(" ", 0, max(0, note.column - BEFORE)) + 1
    end = note.text.find(" ", start + SHOWN)
    return note.text[start : end if end > 0 else None]
