"""One text as the checker sees it: what it says, what its front matter gives, what it is about.

Made by the commands, which know the blog; read by the rules.
"""

from dataclasses import dataclass

from wellspring.model.place import Place
from wellspring.model.post import Author, Post, Source
from wellspring.model.reading import Reading
from wellspring.text.marks import Mark

# A shorter text without front matter is a note or a passage, and needs no reviewer.
ARTICLE_WORDS = 150


@dataclass(frozen=True, slots=True)
class Subject:
    """A text to check.

    `crisis`: it is about what crisis lines are for; `medicines`: drugs that it names;
    `topics`: what it is about; `article`:
    it is one, so that rules about whole articles hold; `authors`: those of its authors that have a
    file; `marks`: its links and pictures.
    """

    source: Source
    reading: Reading
    post: Post
    crisis: bool = False
    medicines: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    article: bool = False
    authors: tuple[Author, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def declared(self) -> frozenset[str]:
        """Return the disclaimers that its front matter asks for."""
        return frozenset(value.text for value in self.post.disclaimers)

    def place(self, key: str = "title") -> Place:
        """Return where a front-matter key stands, or the text's top."""
        return self.source.place(key)

    def place_at(self, offset: int) -> Place:
        """Return where the character at an offset in the body stands."""
        body = self.source.body
        line_start = body.rfind("\n", 0, offset) + 1
        line = self.source.body_line + body.count("\n", 0, offset)
        return Place(self.source.path, line, offset - line_start + 1)
