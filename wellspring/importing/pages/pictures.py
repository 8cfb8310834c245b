"""The pictures of a story: which come along, under what names, and what a person must do.

Called by write_story. No address is ever opened: a picture that is not at hand becomes a link to
where it is.
"""

import base64
import binascii
import re
from io import BytesIO
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from bs4 import Tag

from wellspring.importing.line import Note
from wellspring.importing.pages.links import whole_address
from wellspring.importing.pages.source import Open
from wellspring.importing.pages.tree import attribute, line_of, words_of
from wellspring.importing.story import Picture
from wellspring.text.address import slug_of
from wellspring.text.pictures import MOST_BYTES, wrong_photo

# Bytes by which browsers know a picture, and the ending that it gets.
SIGNS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), ".png"),
    (re.compile(rb"\xff\xd8\xff"), ".jpg"),
    (re.compile(rb"GIF8[79]a"), ".gif"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), ".webp"),
    (re.compile(rb".{4}ftypavi[fs]", re.DOTALL), ".avif"),
)
LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "src")
DATA = re.compile(
    r"data:(?P<type>[\w/+.-]*)(?:;[\w=-]+)*?(?P<base>;base64)?,(?P<data>.*)", re.DOTALL
)
ENDING = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg)$", re.IGNORECASE)
# Larger ones are no pictures for a page, whatever they are.
LARGEST = 20_000_000
# A picture of the width or height 1 only counts readers.
PIXEL = frozenset({"0", "1", "0px", "1px"})
EMOJI = frozenset({"emoji", "wp-smiley"})
# What stands for a picture that has no words.
NAMELESS = "Picture"


class Gallery:
    """Takes the pictures of one story; `find` gives the bytes of those at hand."""

    def __init__(self, folder: str, find: Open, base: str) -> None:
        self.folder = folder
        self.find = find
        self.base = base
        self.pictures: list[Picture] = []
        self.stripped: list[Note] = []
        self.unsure: list[Note] = []
        self.names: dict[str, str] = {}

    def take_all(self, article: Tag) -> None:
        """Take every picture of a story."""
        for tag in article.find_all("img"):
            if {attribute(tag, "width"), attribute(tag, "height")} & PIXEL:
                self.drop(tag, "pixel", source_of(tag))
            elif EMOJI & set(attribute(tag, "class").split()):
                tag.replace_with(attribute(tag, "alt"))
            else:
                self.take(tag)

    def drop(self, tag: Tag, kind: str, text: str) -> None:
        """Leave a picture out, and say so."""
        self.stripped.append(Note(line_of(tag), kind, text[:200]))
        tag.extract()

    def take(self, tag: Tag) -> None:
        """Take one picture, or leave it where it is."""
        source = source_of(tag)
        data = data_of(source) if source.startswith("data:") else self.find(source)
        ending = next((end for sign, end in SIGNS if sign.match(data or b"")), "")
        if data and ending and len(data) <= LARGEST:
            self.keep(tag, source, Picture(self.name_for(source, ending, data), data))
        elif data is not None or source.startswith("data:"):
            shown = source if not source.startswith("data:") else f"{source[:30]}…"
            self.drop_whole(tag, "picture type", shown)
        elif address := whole_address(source, self.base):
            self.lead_to(tag, address)
        else:
            self.drop_whole(tag, "picture lost", source)

    def drop_whole(self, tag: Tag, kind: str, source: str) -> None:
        """Leave out a picture that no page can show; what describes it is in the note."""
        self.unsure.append(
            Note(line_of(tag), kind, " | ".join(filter(None, (source, attribute(tag, "alt")))))
        )
        tag.extract()

    def keep(self, tag: Tag, source: str, picture: Picture) -> None:
        """Let a picture of the story be the copy that comes along."""
        alt = " ".join(attribute(tag, "alt").split())
        if picture.name not in {known.name for known in self.pictures}:
            self.pictures.append(picture)
            self.examine(tag, picture)
        if not alt:
            self.unsure.append(Note(line_of(tag), "alt", picture.name))
        unlink(tag)
        target = f"{{static}}/images/{self.folder}/{picture.name}"
        tag.attrs = {"src": target, "alt": alt, "title": caption_of(tag)}
        self.names[source] = picture.name

    def examine(self, tag: Tag, picture: Picture) -> None:
        """Say what is wrong with a picture that readers would get."""
        import imagesize

        width, height = (max(0, round(side)) for side in imagesize.get(BytesIO(picture.data)))
        wrong = wrong_photo(picture.data, width, height)
        if len(picture.data) > MOST_BYTES:
            wrong = f"this picture has {len(picture.data) / 1e6:.1f} MB. Save it smaller."
        if wrong:
            self.unsure.append(Note(line_of(tag), "photo", f"{picture.name}: {wrong.rstrip('.')}"))

    def name_for(self, source: str, ending: str, data: bytes) -> str:
        """Return the name of a picture's file, one for each picture."""
        if source in self.names:
            return self.names[source]
        last = "" if source.startswith("data:") else urlsplit(source).path.rsplit("/", 1)[-1]
        stem = slug_of(ENDING.sub("", unquote(last)))[:60].strip("-") or "picture"
        known = {picture.name: picture.data for picture in self.pictures}
        if again := next((name for name, other in known.items() if other == data), ""):
            return again
        names = [f"{stem}{ending}", *(f"{stem}-{n}{ending}" for n in range(2, len(known) + 3))]
        return next(name for name in names if name not in known)

    def lead_to(self, tag: Tag, address: str) -> None:
        """Turn a picture that is elsewhere into a link to it."""
        alt = " ".join(attribute(tag, "alt").split())
        self.unsure.append(Note(line_of(tag), "picture elsewhere", address))
        unlink(tag)
        tag.name = "a"
        tag.attrs = {"href": address}
        tag.string = alt or NAMELESS


def source_of(tag: Tag) -> str:
    """Return where a picture is; pages that load pictures late keep that elsewhere."""
    found = [value for name in LAZY if (value := attribute(tag, name))]
    return next((value for value in found if not value.startswith("data:")), "".join(found[:1]))


def data_of(source: str) -> bytes | None:
    """Return the picture that an address holds itself, or None."""
    found = DATA.fullmatch(source)
    if found is None:
        return None
    try:
        whole = unquote_to_bytes(found["data"])
        return base64.b64decode(whole, validate=False) if found["base"] else whole
    except (binascii.Error, ValueError):
        return None


def unlink(tag: Tag) -> None:
    """Take a link to the picture's own file from around it."""
    around = tag.find_parent("a")
    if around is not None and not words_of(around):
        around.unwrap()


def caption_of(tag: Tag) -> str:
    """Return the caption of a picture in a figure, which is taken out; one with links stays."""
    figure = tag.find_parent("figure")
    caption = figure.find("figcaption") if figure is not None else None
    if figure is None or not isinstance(caption, Tag) or len(figure.find_all("img")) != 1:
        return ""
    text = words_of(caption)
    if caption.find("a") is not None:
        return ""
    caption.extract()
    return text
