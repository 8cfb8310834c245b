"""New: start a draft that has every key it needs; asks nothing, so that it never hangs."""

from datetime import date
from pathlib import Path

from wellspring.commands.report import say
from wellspring.errors import ContentError
from wellspring.house.load import load_house
from wellspring.house.style import HouseStyle
from wellspring.model.post import Author
from wellspring.text.address import slug_of
from wellspring.text.library import read_library
from wellspring.text.suggest import did_you_mean


def new(root: Path, title: str, category: str, author: str, today: date) -> Path:
    """Write a draft and return its path. Raises ContentError if it would overwrite one."""
    title = " ".join(title.split())
    slug = slug_of(title)
    if not slug:
        raise ContentError(
            f"“{title}” has no letters for an address. Give the article a title in words."
        )
    house = load_house(root / "editorial")
    authors = read_library(root / "content").authors
    file = root / "content" / "posts" / f"{slug}.md"
    if file.exists():
        raise ContentError(
            f"{file.relative_to(root)}: this article is there already. Choose another title."
        )
    text = draft(title, choose(category, house), choose_author(author, authors), today)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    say(f"Wrote {file.relative_to(root)}, a draft. Open it, write, then type `invoke build`.")
    return file


def choose(category: str, house: HouseStyle) -> str:
    """Return the category asked for, or the first; names are compared without capitals."""
    names = {name.casefold(): name for name in sorted(house.categories)}
    if category and category.casefold() not in names:
        raise ContentError(
            f"there is no category `{category}`. {did_you_mean(category, names.values())}"
        )
    return names[category.casefold()] if category else next(iter(names.values()))


def choose_author(author: str, authors: dict[str, Author]) -> str:
    """Return the author asked for, or the only one there is, or the first."""
    if author and author not in authors:
        raise ContentError(f"there is no author `{author}`. {did_you_mean(author, authors)}")
    return author or next(iter(sorted(authors)), "")


def draft(title: str, category: str, author: str, today: date) -> str:
    """Return a draft's text."""
    lines = [
        f"Title: {title}",
        f"Date: {today:%Y-%m-%d}",
        f"Author: {author}",
        f"Category: {category}",
        "Tags:",
        "Summary:",
        "Status: draft",
        "Know-more:",
        "",
        "Write here. The disclaimers come by themselves from the category and your words.",
        "",
        "## A first heading",
        "",
        "Give every figure its source.[^1]",
        "",
        "[^1]: Name of the source, its address, the day you read it.",
    ]
    return "\n".join(lines) + "\n"
