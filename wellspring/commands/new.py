"""New: start a draft that has every key it needs; asks only who can answer (choosing.py)."""

from datetime import date
from pathlib import Path

from wellspring.commands.choosing import choose
from wellspring.commands.draft import Start, draft
from wellspring.commands.house_rules import read_rules
from wellspring.commands.report import say
from wellspring.errors import ContentError
from wellspring.house.cache import kept_house
from wellspring.text.address import shortened, slug_of
from wellspring.text.library import read_library

# Letters of an address; longer ones are cut off where they are shared.
LONGEST = 80


def new(root: Path, title: str, category: str, author: str, today: date) -> Path:
    """Write a draft and return its path. Raises ContentError if it would overwrite one."""
    title = " ".join(title.split())
    slug = shortened(slug_of(title), LONGEST)
    if not slug:
        raise ContentError(
            f"“{title}” has no letters for an address. Give the article a title in words."
        )
    house = kept_house(root / "editorial", root / ".build" / "house")
    authors = read_library(root / "content").authors
    file = root / "content" / "posts" / f"{slug}.md"
    if file.exists():
        raise ContentError(
            f"{file.relative_to(root)}: this article is there already. Choose another title."
        )
    shelf = choose("category", category, house.categories)
    writer = authors.get(choose("author", author, authors))
    rules = read_rules(root / "editorial", root)
    text = draft(Start(title, shelf, writer, today), house, rules)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    say(f"Wrote {file.relative_to(root)}, a draft. Open it, write, then type `invoke build`.")
    return file
