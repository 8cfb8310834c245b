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

    `name` is one for the HTML, which may be the same though it was made from something else;
    `refs` are its links to files of the site, as tags: they are resolved anew by every build.
    """

    made_from: bytes
    name: bytes
    html: str
    headings: tuple[tuple[str, str], ...]
    title: str
    summary: str
    minutes: int
    refs: str

    @property
    def seen_elsewhere(self) -> tuple[object, ...]:
        """Return what other pages show of it, or compare with theirs."""
        return (self.title, self.summary, self.headings)


@dataclass(slots=True)
class Texts:
    """The texts of the last build by path, and those of this one.

    `words` is a name for the house style's words, by which notes on drugs find their places;
    `ahead` are texts that were rendered before anybody asked for them.
    """

    words: bytes = b""
    known: dict[str, ReadText] = field(default_factory=dict)
    read: dict[str, ReadText] = field(default_factory=dict)
    ahead: dict[str, ReadText] = field(default_factory=dict)

    def is_known(self, path: str, made_from: bytes) -> bool:
        """Tell whether a text need not be rendered."""
        return path in self.known and self.known[path].made_from == made_from

    def recall(self, path: str, made_from: bytes) -> ReadText | None:
        """Return a text that was made from the same."""
        for known in (self.known, self.ahead):
            text = known.get(path)
            if text is not None and text.made_from == made_from:
                self.read[path] = text
                return text
        return None

    def keep(self, path: str, text: ReadText) -> ReadText:
        """Note a text for the next build, and return it."""
        self.read[path] = text
        return text

    @property
    def rendered(self) -> int:
        """Return how many texts were made anew."""
        return sum(self.known.get(path) is not text for path, text in self.read.items())


def recall_texts(memory: Memory, words: bytes) -> Texts:
    """Return the texts of the last build; `words` is a name for the house style's words."""
    return Texts(words, memory.load_parts(NAME, ReadText))


def keep_texts(memory: Memory, texts: Texts) -> None:
    """Remember the texts of this build."""
    memory.save_parts(NAME, texts.read, texts.known)
