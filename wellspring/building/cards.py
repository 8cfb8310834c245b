"""The picture that networks show beside a shared link: an article's title, writer, blog and notice.

Called by the cards plugin. Size and form: https://ogp.me/ and what the large networks ask for,
1200 by 630. The font comes with a package of its own, so that every computer draws the same.
"""

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

from wellspring.building.derived import keep

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, SOFT, ACCENT = "#fffdfa", "#1b1b1a", "#4a4943", "#0b5450"
COLOURS = 32
TITLE_SIZES = (84, 72, 62, 54, 46)
TITLE_HEIGHT = 290
SMALL = 36
FONT = "SourceSerifPro-Semibold.ttf"
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says."""

    title: str
    writer: str
    blog: str
    note: str = ""


def make_card(card: Card, store: Path) -> bytes | None:
    """Return a card as PNG, or None when the font lacks one of its letters."""
    words = (card.title, card.writer, card.blog, card.note)
    if not all(map(can_write, words)):
        return None
    return keep(store, (*words, recipe()), partial(draw, card))


@lru_cache(maxsize=1)
def recipe() -> bytes:
    """Return what a card's look depends on beside its words: this code, the font, the library."""
    made_by = Path(__file__).read_bytes() + Path(font_file()).read_bytes()
    return hashlib.sha256(made_by + PIL.__version__.encode()).digest()


def font_file() -> str:
    """Return where the font is (Source Serif, SIL Open Font License)."""
    return str(files("font_source_serif_pro") / "files" / FONT)


def can_write(text: str) -> bool:
    """Tell whether the font has all letters of a text, other than as an empty box."""
    font = font_of(SMALL)
    missing = bytes(font.getmask("\U0010fffe"))
    return all(letter.isspace() or bytes(font.getmask(letter)) != missing for letter in set(text))


def draw(card: Card) -> bytes:
    """Return the drawing."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 24, HEIGHT), fill=ACCENT)
    pen.text((MARGIN, MARGIN), card.blog, fill=ACCENT, font=font_of(SMALL))
    font, lines = fit(card.title, pen)
    pen.multiline_text((MARGIN, 160), "\n".join(lines), fill=INK, font=font, spacing=font.size // 4)
    foot = ((card.writer, SOFT, HEIGHT - MARGIN - 50), (card.note, ACCENT, HEIGHT - MARGIN))
    small = font_of(SMALL)
    for text, colour, height in foot:
        pen.text((MARGIN, height), cut(text, small, pen), fill=colour, font=small, anchor="ls")
    out = io.BytesIO()
    image.quantize(COLOURS).save(out, "png", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=len(TITLE_SIZES) + 1)
def font_of(size: int) -> ImageFont.FreeTypeFont:
    """Return the font at a size in pixels."""
    return ImageFont.truetype(font_file(), size)


def fit(title: str, pen: ImageDraw.ImageDraw) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest font in which a title fits, and its lines; the last may be cut."""
    for size in TITLE_SIZES:
        font = font_of(size)
        lines = wrap(title, font, pen)
        room = int(TITLE_HEIGHT / (size * 1.25))
        if len(lines) <= room and all(fits(line, font, pen) for line in lines):
            return font, lines
    kept = [cut(line, font, pen) for line in lines[:room]]
    if len(lines) > room:
        kept[-1] = cut(kept[-1] + ELLIPSIS, font, pen)
    return font, kept


def wrap(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> list[str]:
    """Return a text in lines that fit, unless a single word does not."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer, font, pen):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fits(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> bool:
    """Tell whether a line is no wider than the card's column."""
    return pen.textlength(text, font=font) <= WIDTH - 2 * MARGIN


def cut(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> str:
    """Return a line, ended early with an ellipsis where it is too wide."""
    if fits(text, font, pen):
        return text
    while not fits(text + ELLIPSIS, font, pen):
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
