"""`invoke build --verify` and `--profile`: what is said, and how a page that is wrong is named."""

import pytest

from tests.conftest import Blog
from wellspring.commands.build import tell
from wellspring.commands.compare import verify_build
from wellspring.errors import ContentError


def test_a_right_site_passes(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    blog.build()
    verify_build(blog.root / "pelicanconf.py", blog.output)
    assert "with a build from nothing: all are the same." in capsys.readouterr().out


def test_what_is_not_as_if_built_anew_is_named(blog: Blog) -> None:
    blog.build()
    (blog.output / "archives.html").write_text("<p>Old</p>", encoding="utf-8")
    (blog.output / "old.html").write_text("<p>Old</p>", encoding="utf-8")
    (blog.output / "robots.txt").unlink()
    with pytest.raises(ContentError) as raised:
        verify_build(blog.root / "pelicanconf.py", blog.output)
    assert str(raised.value).splitlines() == [
        "output/archives.html: this is not as if built anew.",
        "output/old.html: this is not as if built anew.",
        "output/robots.txt: this is not as if built anew.",
        "Run `invoke build --cold`, and report what you changed before: the program has "
        "overlooked it.",
    ]


def test_the_closing_line_counts_and_a_profile_tells_the_parts(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.build()
    tell(blog.build(), blog.root, profile=True)
    said = capsys.readouterr().out
    assert "(0 files written, " in said
    for part in ("reading and deciding", "rendering and writing", "proving"):
        assert f" s  {part}\n" in said


def test_what_was_damaged_is_said_in_one_line(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.build()
    file = next((blog.root / ".build/kept").rglob("outputs/0*.records"))
    file.write_bytes(b"something else")
    tell(blog.build(), blog.root)
    assert capsys.readouterr().err.splitlines() == [
        f"{file}: this is damaged; what it held is made anew."
    ]
