"""Pictures: their size for the page, and what they carry that readers should not get.

Called by read_library. A photo from a telephone says where and when it was taken (Exif,
https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E); it is refused and not
changed, because a program that rewrites an author's pictures cannot be undone.
"""

from pathlib import Path

from wellspring.model.picture import Picture

MOST_BYTES = 1_500_000
MOST_PIXELS = 6_000
DRAWING = ".svg"
# Where JPEG, PNG and WebP keep what a camera has noted.
CAMERA = (b"Exif\0\0", b"eXIf", b"EXIF", b"http://ns.adobe.com/xap/")
ACTIVE = (b"<script", b"javascript:", b"<foreignobject", b"<!entity", b" onload=", b" onclick=")


def read_picture(file: Path) -> tuple[Picture, str]:
    """Return a picture's size, and what is wrong with it, or nothing."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        return Picture(0, 0), (
            f"this picture has {size / 1e6:.1f} MB, and readers on telephones wait for it. Save it "
            f"smaller, below {MOST_BYTES / 1e6:.1f} MB."
        )
    import imagesize  # it brings a web client along, which only pictures should wait for

    data = file.read_bytes()
    width, height = (max(0, round(side)) for side in imagesize.get(str(file)))
    if file.suffix.lower() == DRAWING:
        return Picture(width, height), wrong_drawing(data)
    return Picture(width, height), wrong_photo(data, width, height)


def wrong_drawing(data: bytes) -> str:
    """Say what is wrong with an SVG drawing, or nothing."""
    small = data.lower()
    if b"<svg" not in small:
        return "this is no SVG drawing. Save the picture anew."
    if any(mark in small for mark in ACTIVE):
        return "this drawing holds a script. Save it as a plain SVG."
    return ""


def wrong_photo(data: bytes, width: int, height: int) -> str:
    """Say what is wrong with a picture made of dots, or nothing."""
    if not width or not height:
        return "this picture cannot be read. Save it anew, or remove it."
    if max(width, height) > MOST_PIXELS:
        return (
            f"this picture is {width} by {height} dots, far more than a screen has. Save it "
            f"smaller, below {MOST_PIXELS}."
        )
    if any(mark in data[:65_536] for mark in CAMERA):
        return (
            "this picture still holds what the camera has noted, perhaps where it was taken. Save "
            "it without metadata (Exif)."
        )
    return ""
