"""new, clean, check and doctor, each tried right first and then slightly wrong."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ROOT, Blog
from wellspring.checking.schema import SCHEMAS
from wellspring.commands.check import Options, check
from wellspring.commands.clean import clean
from wellspring.commands.doctor import doctor
from wellspring.commands.new import new, slug_of
from wellspring.errors import ContentError

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A gentle walk", "a-gentle-walk"),
        ("  Don't   panic! ", "dont-panic"),
        ("Café & crème", "cafe-creme"),
        ("100 % effort", "100-effort"),
        ("Straße, Æble & Łódź", "strasse-aeble-lodz"),
        ("Привет, мир", "privet-mir"),
        ("🙂", ""),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_new_draft_builds_as_it_is(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    file = new(blog.root, "A gentle walk", "sleep", "", TODAY)
    assert capsys.readouterr().out == (
        "Wrote content/posts/a-gentle-walk.md, a draft. Open it, write, then type `invoke build`.\n"
    )
    assert "Category: Sleep\n" in file.read_text(encoding="utf-8")
    blog.build()
    page = blog.page("drafts/a-gentle-walk.html")
    assert not [line for line in notes_of(file) if line.removeprefix("# ") in page]


def test_a_long_title_gets_a_short_address(blog: Blog) -> None:
    file = new(blog.root, "A word " * 60, "sleep", "", TODAY)
    assert file.name == f"{'a-word-' * 11}a.md"
    assert new(blog.root, "x" * 300, "sleep", "", TODAY).name == f"{'x' * 80}.md"


def notes_of(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").split("\n\n", 1)[0].split("\n")
    return [line for line in lines if line.startswith("#")]


def test_each_key_of_a_draft_says_what_it_is_for(blog: Blog) -> None:
    lines = new(blog.root, "A gentle walk", "sleep", "", TODAY).read_text(encoding="utf-8")
    assert (
        "# Needed. The shelf it stands on: `name` of a file in `editorial/categories/`. Form: "
        "name.\n"
        "Category: Sleep\n"
    ) in lines
    header = lines.split("\n\n", 1)[0].split("\n")
    keys = [line.split(":")[0] for line in header if not line.startswith("#")]
    assert set(SCHEMAS["posts"].required) <= set(keys)
    assert all(header[header.index(line) - 1].startswith("# ") for line in header if line[0] != "#")


def test_a_draft_says_what_its_topic_asks_for(blog: Blog) -> None:
    plain = notes_of(new(blog.root, "A gentle walk", "sleep", "", TODAY))
    assert "# Notices that it gets by itself: general." in plain
    grave = notes_of(new(blog.root, "Suicide and sertraline", "mental health", "", TODAY))
    more = {line.split(".")[0] for line in grave} - {line.split(".")[0] for line in plain}
    assert more == {
        "# By its title, this is about: Suicide and self-harm",
        "# Notices that it gets by itself: crisis, medication, mental-health, general",
        "# - this is about something in which readers may be in crisis, and names nobody they can "
        "turn to",
        "# - this names medicines (sertraline) and does not say with what they do not mix or who "
        "should not take them",
    }


def test_a_draft_with_nothing_missing_is_asked_for_nothing_more(blog: Blog) -> None:
    blog.write("content/authors/kim.md", "Name: Kim\nCredentials: MD\n\nKim.\n")
    notes = notes_of(new(blog.root, "A gentle walk", "sleep", "kim", TODAY))
    assert not [line for line in notes if "nobody with credentials" in line]


@pytest.mark.parametrize(
    ("title", "category", "author", "complaint"),
    [
        (
            "🙂",
            "",
            "",
            "“🙂” has no letters for an address. Give the article a title in words.",
        ),
        (
            "A quiet evening",
            "",
            "",
            "content/posts/a-quiet-evening.md: this article is there already. Choose another "
            "title.",
        ),
        ("X", "Sleeep", "", "there is no category `Sleeep`. Did you mean `Sleep`?"),
        ("X", "", "Robin", "there is no author `Robin`. Did you mean `Robin Example`?"),
    ],
)
def test_a_draft_that_cannot_be_is_refused(
    blog: Blog, title: str, category: str, author: str, complaint: str
) -> None:
    with pytest.raises(ContentError) as raised:
        new(blog.root, title, category, author, TODAY)
    assert str(raised.value) == complaint


def test_clean_removes_only_what_a_build_made(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    blog.build()
    clean(blog.output)
    clean(blog.output)
    assert capsys.readouterr().out == "Removed output/.\nThere is nothing to remove.\n"
    blog.write("output/thesis.doc", "years of work")
    with pytest.raises(ContentError):
        clean(blog.output)
    assert (blog.output / "thesis.doc").exists()


def test_check_passes_good_texts(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(blog.root / "pelicanconf.py", Options(severity="error")) == 0
    assert capsys.readouterr().out == ("Checked 9 texts: 0 errors, 0 warnings, 0 suggestions.\n")


def test_check_names_words_that_could_hurt(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    post = blog.root / "content/posts/a-quiet-evening.md"
    post.write_text(
        post.read_text(encoding="utf-8") + "\nThis treatment is without risks.\n", encoding="utf-8"
    )
    assert check(blog.root / "pelicanconf.py", Options(severity="error")) == 1
    out = capsys.readouterr().out
    assert "content/posts/a-quiet-evening.md:10:19: error: “without risks” " in out
    assert "[claim-safety]\n" in out
    assert out.endswith("Checked 9 texts: 1 error, 0 warnings, 0 suggestions.\n")


def test_the_doctor_finds_this_repository_usable(capsys: pytest.CaptureFixture[str]) -> None:
    doctor(ROOT, TODAY)
    out = capsys.readouterr().out
    assert "ok       Python: 3." in out
    assert "ok       Packages: as in requirements.lock" in out
    assert "ok       House style: every fact has been checked in time" in out


def test_the_doctor_names_each_problem_with_its_fix(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blog.write("requirements.lock", lock.replace("pelican==", "pelican==9"))
    shutil.rmtree(blog.root / "editorial" / "disclaimers")
    assert not doctor(blog.root, TODAY)
    out = capsys.readouterr().out
    assert "PROBLEM  Packages: pelican is 4." in out
    assert re.search(r"PROBLEM  House style: \d+ mistakes in editorial/. Type `invoke check`", out)
    assert out.endswith("; what to do stands beside it.\n")


def test_the_doctor_names_facts_that_nobody_has_checked_for_long(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "requirements.lock", blog.root / "requirements.lock")
    doctor(blog.root, date(2027, 8, 1))
    out = capsys.readouterr().out
    assert "House style: to be checked again: editorial/crisis-lines/" in out
    assert "editorial/crisis-lines/us-988.toml" in out
