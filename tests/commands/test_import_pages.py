"""`invoke import-story` with pages, documents, exports and feeds: what it writes and refuses."""

import json
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import ROOT, Blog
from tests.importing.pages.cases import FOLDER, lay_out
from wellspring.commands import import_kinds, import_many
from wellspring.commands.import_kinds import TOOLS, missing_tools, say_tools
from wellspring.commands.import_story import Options, import_story

Out = pytest.CaptureFixture[str]
TODAY = date(2026, 11, 23)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x06\x08\2\0\0\0"
PAGE = (
    "<html><head><title>A Walk</title><meta name=author content='Sam Sample'></head><body><article>"
    "<h1>A Walk</h1><p>I walk home.</p><p><img src='a.png' alt='A cup'></p></article></body></html>"
)
POST = (
    "Title: A Walk\nDate: 2026-11-20\nAuthor: Sam Sample\nCategory: Movement\n"
    "Summary: I walk home.\nStatus: draft\n\nI walk home.\n\n"
    "![A cup]({static}/images/a-walk/a.png)\n"
)
LAUGHS = (
    b'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>\n'
    b"<rss><channel><item><title>&b;</title></item></channel></rss>"
)


@pytest.fixture
def here(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog in whose folder we are, with a saved page beside its texts."""
    monkeypatch.chdir(blog.root)
    blog.write("page.html", PAGE)
    (blog.root / "a.png").write_bytes(PNG)
    return blog.root


def run(here: Path, source: str = "page.html", **options: object) -> int:
    given = {"date": "2026-11-20", "category": "movement"} | options
    return import_story(here / "pelicanconf.py", Options(source, **given), TODAY)  # type: ignore[arg-type]


def packed(files: dict[str, str | bytes]) -> bytes:
    """Return a zip file."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, text in files.items():
            written.writestr(name, text)
    return data.getvalue()


def test_a_page_becomes_a_draft_with_its_pictures(here: Path, capsys: Out) -> None:
    assert run(here) == 0
    assert (here / "content/posts/a-walk.md").read_text(encoding="utf-8") == POST
    assert (here / "content/images/a-walk/a.png").read_bytes() == PNG
    assert capsys.readouterr().out == (
        "page.html: wrote content/posts/a-walk.md, a draft\n"
        "  author: wrote content/authors/sam-sample.md\n"
        "  1 picture: wrote content/images/a-walk/\n"
        "  left out, line 1 (front matter): A Walk\n"
    )


def test_a_dry_run_writes_no_picture(here: Path, capsys: Out) -> None:
    assert run(here, dry_run=True) == 0
    assert "  1 picture: would write content/images/a-walk/\n" in capsys.readouterr().out
    assert not (here / "content/images/a-walk").exists()


def test_a_post_that_is_there_keeps_its_pictures(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("content/posts/a-walk.md", "years of work")
    blog.write("content/images/a-walk/a.png", "a better picture")
    assert run(here) == 2
    assert (here / "content/images/a-walk/a.png").read_text() == "a better picture"
    assert capsys.readouterr().err == (
        "page.html:1:1: content/posts/a-walk.md is there already. Rename that file, or add "
        "`--force` to write over it.\n"
    )


def test_programs_are_told_of_pictures_and_addresses(here: Path, blog: Blog, capsys: Out) -> None:
    link = "<link rel=canonical href='https://old.example/2019/a-walk/'>"
    blog.write("page.html", PAGE.replace("<head>", f"<head>{link}"))
    assert run(here, format="json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["pictures"] == ["content/images/a-walk/a.png"]
    assert found["original"] == "https://old.example/2019/a-walk/"
    assert "Aliases: /2019/a-walk/\n" in (here / "content/posts/a-walk.md").read_text()


def test_pictures_go_beside_the_posts_folder(here: Path) -> None:
    assert run(here, posts_dir="other/posts", authors_dir="other/authors") == 0
    assert (here / "other/images/a-walk/a.png").is_file()
    assert not (here / "content/images/a-walk").exists()


def test_a_picture_outside_of_the_folder_is_not_read(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("in/page.html", PAGE.replace("a.png", "../a.png"))
    (here / "in/link.png").symlink_to(here / "a.png")
    assert run(here, "in/page.html") == 0
    out = capsys.readouterr().out
    assert "this picture is not beside the file, and was left out: “../a.png | A cup”." in out
    blog.write("in/page.html", PAGE.replace("a.png", "link.png"))
    assert run(here, "in/page.html", force=True) == 0
    assert "this picture is not beside the file" in capsys.readouterr().out


def test_a_folder_may_hold_stories_of_all_kinds(here: Path, blog: Blog, capsys: Out) -> None:
    blog.write("in/a.html", PAGE)
    blog.write("in/b.txt", "A Quick Walk\nBy Sam Sample\n\nI run home, and then I sleep well.\n")
    blog.write("in/c.xml", "<nothing/>")
    assert run(here, "in") == 2
    out, err = capsys.readouterr()
    assert "in/a.html: wrote content/posts/a-walk.md, a draft\n" in out
    assert "in/b.txt: wrote content/posts/a-quick-walk.md, a draft\n" in out
    assert err == (
        "in/c.xml:1:1: this is XML, but neither a WordPress export nor a feed (its first element "
        "is `nothing`). Export it anew.\n"
    )


def test_what_in_an_export_is_no_post_is_told(here: Path, capsys: Out) -> None:
    source = lay_out(FOLDER / "wordpress-export", here / "export")
    assert run(here, f"export/{source.name}", category="", format="json") == 0
    first, second, rest = json.loads(capsys.readouterr().out)
    assert (first["post"], second["post"], rest["post"]) == (
        "content/posts/light-rest.md",
        "content/posts/blocks-of-basil.md",
        None,
    )
    assert [(note["kind"], note["text"]) for note in rest["stripped"]] == [
        ("attachment", "1 in all"),
        ("page", "1 in all"),
        ("trash", "1 in all"),
    ]


def test_the_second_story_of_a_title_is_named(here: Path, blog: Blog, capsys: Out) -> None:
    item = "<item><title>Twice</title><description>Words.</description></item>\n"
    blog.write("feed.rss", f"<rss><channel>\n{item}{item}</channel></rss>")
    assert run(here, "feed.rss") == 2
    assert capsys.readouterr().err == (
        "feed.rss:3:1: feed.rss:2 has the same title, and has become content/posts/twice.md. "
        "Change the title of one of the two.\n"
    )


def test_the_same_export_gives_the_same_bytes(here: Path) -> None:
    source = lay_out(FOLDER / "medium-export", here / "export")
    run(here, f"export/{source.name}", date="")
    once = {file: file.read_bytes() for file in here.rglob("content/*/*.*")}
    run(here, f"export/{source.name}", date="", force=True)
    assert {file: file.read_bytes() for file in here.rglob("content/*/*.*")} == once


@pytest.mark.parametrize("name", ["page.html", "x.docx", "x.zip", "x.rss"])
def test_without_the_libraries_a_sentence_says_what_to_type(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out, name: str
) -> None:
    monkeypatch.setattr(import_many, "missing_tools", lambda: ["mammoth"])
    (here / name).touch()
    assert run(here, name) == 2
    assert capsys.readouterr() == (
        "",
        f"{name}:1:1: reading this needs libraries that plain text does not. Type `python3 blog.py "
        "import-tools` once, then this again.\n",
    )


def test_the_tools_are_there_or_not(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    assert missing_tools() == []
    assert say_tools()
    monkeypatch.setattr(import_kinds, "missing_tools", lambda: ["mammoth"])
    assert not say_tools()
    assert capsys.readouterr() == (
        "`invoke import-story` can read pages, Word documents, exports and feeds.\n",
        "mammoth is not installed. Type `python3 blog.py import-tools`.\n",
    )


def run_alone(here: Path, source: str) -> subprocess.CompletedProcess[str]:
    """Import a source in a process of its own, which says last which libraries it has loaded."""
    program = (
        "import sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from wellspring.commands.import_story import Options, import_story\n"
        f"code = import_story(Path('pelicanconf.py'), Options({source!r}), date(2026, 11, 23))\n"
        f"if not code:\n    print(sorted({set(TOOLS)!r} & sys.modules.keys()))\n"
        "sys.exit(code)\n"
    )
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


def test_plain_text_loads_no_library(here: Path, blog: Blog) -> None:
    blog.write("a.txt", "A Walk\nBy Sam Sample\n\nI walk home.\n")
    assert run_alone(here, "a.txt").stdout.splitlines()[-1] == "[]"


BIG = b"x" * 5_000_001
SOURCES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.html": (lambda: b"", "there is nothing in this file. Save the page anew."),
    "big.html": (lambda: BIG, "this page has 5,000,001 bytes, and one may have 5,000,000."),
    "10mb.html": (lambda: b"<b>" * 3_500_000, "this page has 10,500,000 bytes"),
    "binary.html": (lambda: bytes(range(256)) * 40, "this is no text in UTF-8"),
    "nul.html": (lambda: b"<p>one\0two", "this is no plain text: a character (U+0000)"),
    "bad.html": (lambda: b"<p>caf\xc3\xa9 \xff\xff", "this is no text in UTF-8"),
    "deep.html": (lambda: b"<div>" * 20_000, "this page has parts within parts, 100 deep."),
    "long.html": (lambda: b"<p>" + b"word " * 100_000, "this file has "),
    "laughs.xml": (lambda: LAUGHS, "this declares a type of document (`<!DOCTYPE`)"),
    "laughs.docx": (
        lambda: packed({"word/document.xml": LAUGHS}),
        "this declares a type of document (`<!DOCTYPE`)",
    ),
    "empty.xml": (lambda: b"", "this is no XML that can be read: no element found."),
    "binary.xml": (lambda: bytes(range(256)), "this is no XML that can be read: not well-formed"),
    "odd.xml": (lambda: b'<?xml version="1.0" encoding="x-y"?><rss/>', "this is no XML that can"),
    "none.xml": (lambda: b"<rss><channel/></rss>", "there is no post in this export."),
    "10mb.rss": (
        lambda: (
            b"<rss><channel><item><description>"
            + b"a &amp; " * 1_400_000
            + b"</description></item></channel></rss>"
        ),
        "this post has 5,600,000 letters, and one may have 1,000,000.",
    ),
    "no.docx": (lambda: b"hello", "this is no Word document: it begins with other bytes."),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0" * 9, "this is an old Word document (.doc)."),
    "half.docx": (lambda: packed({"word/document.xml": "<a/>"})[:-9], "this is no zip file that"),
    "none.docx": (lambda: packed({"word/document.xml": "<a/>"}), "this is no Word document that"),
    "no.zip": (lambda: b"hello", "this is no zip file: it begins with other bytes."),
    "odd.zip": (lambda: packed({"a.txt": "x"}), "nothing in this is known:"),
    "out.zip": (
        lambda: packed({"../../evil.html": "x", "posts/a.html": PAGE}),
        "this names a place outside of itself (`../../evil.html`).",
    ),
    "root.zip": (lambda: packed({"/etc/x": "x"}), "this names a place outside of itself"),
    "back.zip": (lambda: packed({"posts\\..\\x": "x"}), "this names a place outside of itself"),
    "bomb.zip": (
        lambda: packed({"posts/a.html": b"\0" * 50_000_000}),
        "this would unpack to far more than an export has (50,000,000 bytes).",
    ),
    "table.zip": (lambda: packed({"posts.csv": "a,b\n"}), "there is no post in this export."),
    "wide.zip": (
        lambda: packed({"posts.csv": 'post_id,title\n1.a,"' + "x" * 200_000}),
        "this is no table: field larger than field limit",
    ),
}


@pytest.mark.parametrize("data", [b"<" * 4_000_000, b"<p>a <b>b</b></p>" * 100_000])
def test_what_takes_too_long_is_refused(here: Path, data: bytes) -> None:
    # In a process of its own: what is raised within other tests' callbacks would be lost.
    (here / "slow.html").write_bytes(data)
    started = time.monotonic()
    done = run_alone(here, "slow.html")
    assert time.monotonic() - started < 8
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "slow.html:1:1: this text takes more than 3 s to read. Look for very many `[`, `<` or "
        "backticks in a row, or split it into several.\n"
    )


@pytest.mark.parametrize("name", SOURCES)
def test_what_cannot_be_read_is_refused_and_nothing_is_written(
    here: Path, name: str, capsys: Out
) -> None:
    make, complaint = SOURCES[name]
    (here / name).write_bytes(make())
    before = sorted(here.rglob("*"))
    started = time.monotonic()
    assert run(here, name) == 2
    assert time.monotonic() - started < 6
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(name)
    assert complaint in err
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert sorted(here.rglob("*")) == before


def test_a_part_of_an_export_that_cannot_be_read_leaves_the_others(here: Path, capsys: Out) -> None:
    (here / "x.zip").write_bytes(packed({"posts/a.html": "\0", "posts/b.html": PAGE}))
    assert run(here, "x.zip") == 2
    out, err = capsys.readouterr()
    assert "x.zip/posts/b.html: wrote content/posts/a-walk.md, a draft\n" in out
    assert err.startswith("x.zip/posts/a.html:1:1: ")


def test_a_zip_file_with_a_password_is_told(here: Path, capsys: Out) -> None:
    data = bytearray(packed({"posts/a.html": PAGE}))
    # The flag that says that a file is encrypted, here and in the table at the end.
    data[6] |= 1
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    (here / "x.zip").write_bytes(data)
    assert run(here, "x.zip") == 2
    assert capsys.readouterr().err == (
        "x.zip:1:1: `posts/a.html` in it has a password. Export it without one.\n"
    )


@pytest.mark.parametrize("name", ["x.doc", "x.mhtml", "x.PDF", "x.rtf"])
def test_what_other_programs_write_is_refused(here: Path, name: str, capsys: Out) -> None:
    (here / name).write_text("A Walk\n\nI walk home.\n", encoding="utf-8")
    assert run(here, name) == 2
    assert capsys.readouterr().err == (
        f"{name}:1:1: files of this kind (`{name[1:]}`) cannot be read. Save the text as a Word "
        "document (.docx), or the page as “Webpage, complete” (.html).\n"
    )


def test_an_author_may_be_given_for_stories_that_name_none(here: Path, capsys: Out) -> None:
    lay_out(FOLDER / "substack-export", here / "export")
    assert run(here, "export/source", author="Sam Sample") == 0
    assert "\nAuthor: Sam Sample\n" in (here / "content/posts/rain-walks.md").read_text()
    out = capsys.readouterr().out
    assert "  author: wrote content/authors/sam-sample.md\n" in out
    assert "no author is named" not in out
    assert run(here, author="Robin Example") == 0
    assert "\nAuthor: Sam Sample\n" in (here / "content/posts/a-walk.md").read_text()


def test_a_tag_that_the_blog_has_keeps_its_spelling(here: Path, blog: Blog) -> None:
    tags = "<a rel=tag href=/e>evenings</a> <a rel=tag href=/w>Walks</a>"
    blog.write("page.html", PAGE.replace("</article>", f"<p>{tags}</p></article>"))
    assert run(here) == 0
    assert "\nTags: Evenings, Walks\n" in (here / "content/posts/a-walk.md").read_text()


def test_the_extra_and_its_lock_name_the_same_libraries() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = (ROOT / "requirements-import.in").read_text(encoding="utf-8").splitlines()
    names = [line for line in asked if line and not line.startswith(("#", "-"))]
    assert project["optional-dependencies"]["import"] == names
    locked = (ROOT / "requirements-import.lock").read_text(encoding="utf-8")
    assert [name for name in names if f"\n{name}==" not in locked] == []
    assert len(names) == len(TOOLS)


def test_posts_of_a_site_come_with_their_pictures(blog: Blog, tmp_path: Path, capsys: Out) -> None:
    site = tmp_path / "site"
    head = "---\ntitle: {}\ndate: 2024-01-02\n---\nWords of a post.\n\n![A cup]({})\n"
    for path, title, picture in (
        ("content/posts/one.md", "One", "/img/a.png"),
        ("content/posts/two/index.md", "Two", "b.png"),
        ("content/posts/three.md", "Three", "../../static/img/a.png"),
        ("content/posts/_index.md", "Posts", "none.png"),
        ("content/posts/public/one.md", "One", "none.png"),
    ):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(head.format(title, picture), encoding="utf-8")
    for path in ("hugo.toml", "static/img/a.png", "content/posts/two/b.png"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(PNG)
    options = Options(str(site / "content/posts"))
    assert import_story(blog.root / "pelicanconf.py", options, TODAY) == 0
    assert capsys.readouterr().out.count("1 picture: wrote") == 3
    assert {file.stem for file in (blog.root / "content/posts").iterdir()} >= {
        "one",
        "two",
        "three",
    }


def test_a_vault_knows_pictures_by_their_names(blog: Blog, tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "vault/.obsidian").mkdir(parents=True)
    (tmp_path / "vault/attachments").mkdir()
    (tmp_path / "vault/attachments/a.png").write_bytes(PNG)
    note = tmp_path / "vault/notes/Slow.md"
    note.parent.mkdir()
    note.write_text("# Slow\n\nWords of a note.\n\n![[a.png|A cup]]\n", encoding="utf-8")
    assert import_story(blog.root / "pelicanconf.py", Options(str(note)), TODAY) == 0
    assert "1 picture: wrote" in capsys.readouterr().out
    assert "![A cup]({static}/images/slow/a.png)" in (
        blog.root / "content/posts/slow.md"
    ).read_text(encoding="utf-8")


def test_two_quotations_stay_two(blog: Blog, tmp_path: Path, capsys: Out) -> None:
    file = tmp_path / "x.md"
    file.write_text("# X\n\n> [!TIP]\n> One.\n\n> Two.\n\n1. a\n\n   ```\n   b\n   ```\n\n2. c\n")
    assert import_story(blog.root / "pelicanconf.py", Options(str(file)), TODAY) == 0
    capsys.readouterr()
    post = (blog.root / "content/posts/x.md").read_text(encoding="utf-8")
    assert "> [!TIP] One.\n\n> Two.\n\n1. a\n\n        b\n\n2. c\n" in post


MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def document(*texts: str) -> bytes:
    """Return a Word document of plain paragraphs."""
    lines = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" if text else "<w:p/>" for text in texts
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            f'+xml"/><Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{MAIN}"><w:body>{lines}'
            "</w:body></w:document>",
        }
    )


def test_a_word_document_is_counted_and_listed_as_people_do(here: Path, capsys: Out) -> None:
    words = "I cook on Sundays, when the house is quiet."
    texts = ("Slow soup", "", "By Sam Sample", "", "", words, "\u2022 peas", "", "\u2022 salt")
    (here / "x.docx").write_bytes(document(*texts))
    assert run(here, "x.docx") == 0
    said = capsys.readouterr().out
    assert "left out, line 3 (byline): By Sam Sample" in said
    post = (here / "content/posts/slow-soup.md").read_text(encoding="utf-8")
    assert "Author: Sam Sample\n" in post
    assert post.endswith(f"\n\n{words}\n\n- peas\n- salt\n")
