"""What Markdown made of each text, kept for the next build; called by the reader.

A text is rendered again when anything that goes into it is another: its body, the notes on drugs
that stand in it, the sizes of its pictures.
"""

from dataclasses import dataclass, field

from wellspring.building.records import Memory

NAME = "texts"


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text as HTML, its headings (id, words), title and summary, and the minutes to read it.

    `refs` are its links to files of the site, as tags: they are resolved anew by every build.
    """

    made_from: bytes
    html: str
    headings: tuple[tuple[str, str], ...]
    title: str
    summary: str
    minutes: int
    refs: str


@dataclass(slots=True)
class Texts:
    """The texts of the last build by path, and those of this one."""

    known: dict[str, ReadText] = field(default_factory=dict)
    read: dict[str, ReadText] = field(default_factory=dict)

    def recall(self, path: str, made_from: bytes) -> ReadText | None:
        """Return a text that was made from the same."""
        text = self.known.get(path)
        if text is None or text.made_from != made_from:
            return None
        self.read[path] = text
        return text

    def keep(self, path: str, text: ReadText) -> ReadText:
        """Note a text for the next build, and return it."""
        self.read[path] = text
        return text

    @property
    def rendered(self) -> int:
        """Return how many texts were made anew."""
        return sum(self.known.get(path) is not text for path, text in self.read.items())


def recall_texts(memory: Memory, key: bytes) -> Texts:
    """Return the texts of the last build; `key` is the house style that went into them."""
    return Texts(memory.load_parts(NAME, ReadText, key))


def keep_texts(memory: Memory, texts: Texts, key: bytes) -> None:
    """Remember the texts of this build."""
    memory.save_parts(NAME, texts.read, texts.known, key)
