"""Smaller copies of a photo in formats that browsers take first; called by the pictures plugin.

Widths suit a column of 30 em on telephones and on screens with two dots a pixel.
"""

import io
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import PIL
from PIL import Image, UnidentifiedImageError

from wellspring.building.derived import keep, named
from wellspring.errors import ContentError

WIDTHS = (400, 800, 1280)
PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
# Quality as each encoder counts it; one thread, so that every computer writes the same bytes.
FORMATS = {
    "avif": {"quality": 50, "speed": 6, "max_threads": 1},
    "webp": {"quality": 72, "method": 6},
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A copy of a picture: its name beside the original, its format, width and bytes."""

    name: str
    format: str
    width: int
    data: bytes


def make_variants(file: Path, shown: str, store: Path) -> tuple[Variant, ...]:
    """Return a photo's copies that are smaller than it in bytes; none of a drawing or a film.

    Raises ContentError, naming `shown`, for a picture that ends too early or is none.
    """
    if file.suffix.lower() not in PHOTOS:
        return ()
    data = file.read_bytes()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            widths = () if getattr(picture, "is_animated", False) else widths_for(picture.width)
        made = [
            Variant(named(f"{file.stem}-{width}", copy, f".{kind}"), kind, width, copy)
            for kind in FORMATS
            for width in widths
            if len(copy := make_copy(data, width, kind, store)) < len(data)
        ]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ContentError(
            f"{shown}:1:1: this picture is broken ({error}). Save it anew, or remove it."
        ) from error
    return tuple(made)


def widths_for(width: int) -> tuple[int, ...]:
    """Return the widths to make of a picture: none is wider than it."""
    own = (width,) if width <= WIDTHS[-1] else ()
    return (*(wanted for wanted in WIDTHS if wanted < width), *own)


def make_copy(data: bytes, width: int, kind: str, store: Path) -> bytes:
    """Return one copy, from the store if it has been made before."""
    recipe = (data, str(width), kind, Path(__file__).read_bytes(), PIL.__version__)
    return keep(store, recipe, partial(encode, data, width, kind))


def encode(data: bytes, width: int, kind: str) -> bytes:
    """Return a picture at a width in a format, without anything the camera has noted."""
    with Image.open(io.BytesIO(data)) as picture:
        height = max(1, round(picture.height * width / picture.width))
        mode = "RGBA" if picture.has_transparency_data else "RGB"
        small = picture.convert(mode).resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, kind, **FORMATS[kind])
    return out.getvalue()
