"""What a text becomes: HTML, of its body, the notes on drugs in it and the sizes of its pictures.

Called by the reader within Pelican's run, and by the amending of a build, which needs no Pelican.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import unquote

from markdown.extensions import Extension

from wellspring.building.fingerprint import digest_of
from wellspring.building.texts import ReadText
from wellspring.checking.links import resolve
from wellspring.disclaimers.matching import drugs_in
from wellspring.house.style import HouseStyle, drug_owner
from wellspring.model.disclaimer import Decision
from wellspring.model.drug import DrugNote
from wellspring.model.picture import Picture
from wellspring.model.post import Source
from wellspring.model.words import Words
from wellspring.text.callouts import PicturesExtension
from wellspring.text.drug_notes import DrugNotesExtension
from wellspring.text.ignores import without_ignores
from wellspring.text.limit import limited
from wellspring.text.render import first_words, reading_minutes, render_markdown
from wellspring.text.typography import Typography


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a text becomes HTML with: a name for it all, pictures' sizes, notes on drugs."""

    made_from: bytes
    sizes: Mapping[str, tuple[int, int]]
    notes: Mapping[str, DrugNote]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What all texts of a blog are rendered with.

    `words` are the theme's; `looked_for` is a name for the words of the house style that drugs are
    found by.
    """

    house: HouseStyle
    words: Words
    typography: Typography
    looked_for: bytes

    def recipe(
        self, source: Source, decision: Decision | None, pictures: Mapping[str, Picture]
    ) -> Recipe:
        """Return what a text is made from beside its body; `pictures` are all of the site."""
        drug_notes = decision.drug_notes if decision else ()
        notes = {drug_owner(note.drug.id): note for note in drug_notes}
        sizes = (
            {path: (picture.width, picture.height) for path, picture in pictures.items()}
            if may_show_pictures(source)
            else {}
        )
        parts: list[bytes | str] = [f"{id_} {note.text}" for id_, note in notes.items()]
        parts += [self.looked_for] if notes else []
        shown = (source.text("title"), source.text("summary"))
        made_from = digest_of(source.path, source.body, *shown, repr(sizes), *parts)
        return Recipe(made_from, sizes, notes)

    def render(self, source: Source, recipe: Recipe, find_refs: Callable[[str], str]) -> ReadText:
        """Render a body; `find_refs` gives the tags that lead to the site's own files."""
        more: list[Extension] = [PicturesExtension(partial(size_of, source.path, recipe.sizes))]
        if recipe.notes:
            find = partial(drugs_in, house=self.house)
            more.append(DrugNotesExtension(dict(recipe.notes), find))
        with limited(source.path):
            made = render_markdown(without_ignores(source.body), *more, words=self.words)
        summary = source.text("summary") or first_words(made.html)
        html = self.typography.set(made.html)
        return ReadText(
            recipe.made_from,
            digest_of(html),
            html,
            made.headings,
            self.typography.set(source.text("title")),
            self.typography.set(summary),
            reading_minutes(made.html),
            find_refs(html),
        )

    def subtitle(self, source: Source) -> str:
        """Return the subtitle of a text, which no other text is read for."""
        return self.typography.set(source.text("subtitle"))

    def retitle(self, source: Source, recipe: Recipe, old: ReadText) -> ReadText:
        """Return what a text becomes of which nothing but the title and the summary is another."""
        said = source.text("summary")
        return replace(
            old,
            made_from=recipe.made_from,
            title=self.typography.set(source.text("title")),
            summary=self.typography.set(said) if said else old.summary,
        )


def may_show_pictures(source: Source) -> bool:
    """Tell whether a text may show any picture."""
    return "![" in source.body or "<img" in source.body


def size_of(source: str, sizes: Mapping[str, tuple[int, int]], src: str) -> tuple[int, int]:
    """Return the width and height of a picture that a text shows; zeros for one elsewhere."""
    return sizes.get(resolve(unquote(src.removeprefix("{static}")), source), (0, 0))
