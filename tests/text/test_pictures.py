"""Pictures: sizes are found, and what a camera noted, scripts and broken files are named."""

import struct
import zlib
from pathlib import Path

import pytest

from wellspring.model.picture import Picture
from wellspring.text.pictures import read_picture

CAMERA = (
    "this picture still holds what the camera has noted, perhaps where it was taken. Save it "
    "without metadata (Exif)."
)


def png(width: int, height: int, extra: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IEND", b"")


def jpeg(marker: bytes = b"") -> bytes:
    frame = b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
    return b"\xff\xd8" + marker + frame + b"\xff\xd9"


EXIF = b"\xff\xe1\x00\x10Exif\0\0MM\0*\0\0\0\x08"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>A</title></svg>'


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", png(30, 20), Picture(30, 20)),
        ("a.jpg", jpeg(), Picture(32, 16)),
        ("a.svg", SVG, Picture(40, 20)),
    ],
)
def test_a_good_picture_has_its_size(tmp_path: Path, name: str, data: bytes, size: Picture) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_picture(tmp_path / name) == (size, "")


@pytest.mark.parametrize(
    ("name", "data", "wrong"),
    [
        ("a.jpg", jpeg(EXIF), CAMERA),
        ("a.png", png(3, 2, b"\0\0\0\x08eXIfMM\0*\0\0\0\x08\0\0\0\0"), CAMERA),
        ("a.png", b"", "this picture cannot be read. Save it anew, or remove it."),
        ("a.jpg", b"\xff\xd8\xff", "this picture cannot be read. Save it anew, or remove it."),
        ("a.webp", b"not a picture", "this picture cannot be read. Save it anew, or remove it."),
        (
            "a.png",
            png(9000, 20),
            "this picture is 9000 by 20 dots, far more than a screen has. Save it smaller, below "
            "6000.",
        ),
        (
            "a.png",
            png(30, 20) + b"\0" * 1_500_001,
            "this picture has 1.5 MB, and readers on telephones wait for it. Save it smaller, "
            "below 1.5 MB.",
        ),
        ("a.svg", b"GIF89a", "this is no SVG drawing. Save the picture anew."),
        (
            "a.svg",
            SVG.replace(b"<title>A</title>", b"<SCRIPT>x()</SCRIPT>"),
            "this drawing holds a script. Save it as a plain SVG.",
        ),
    ],
)
def test_a_bad_picture_is_named(tmp_path: Path, name: str, data: bytes, wrong: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_picture(tmp_path / name)[1] == wrong
