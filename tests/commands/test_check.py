"""`invoke check`: which texts it looks at, what it prints, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.building.changes import blog_of_everything
from tests.conftest import DRUG_POST, Blog
from tests.small_rules import add_words, give_rules, job_of, one_rule, rule_file
from wellspring.commands import examine as examining
from wellspring.commands.check import Options, check
from wellspring.commands.examine import Job, examine, examine_some
from wellspring.errors import ContentError, UsageError
from wellspring.house.plain_rules import bound

Write = Callable[[dict[str, str]], Path]
Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"
CLEAN = "Checked 9 texts: 0 errors, 0 warnings, 0 suggestions.\n"
FOUND = "warning: “cures” is wrong. Mend it. [claim-cure]"


@pytest.fixture
def settings(blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a blog with one made-up rule, in whose folder we are."""
    monkeypatch.chdir(blog.root)
    return give_rules(blog)


def listed(out: str) -> list[str]:
    """Return the findings of a listing, without what explains them."""
    return [line for line in out.splitlines() if line.count(":") >= 3 and line[0] != " "]


def test_good_texts_pass(settings: Path, capsys: Out) -> None:
    assert check(settings) == 0
    assert capsys.readouterr().out == CLEAN


def test_a_warning_is_shown_with_its_place_and_why(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It **cures** all. Again, it cures.")
    assert check(settings) == 0
    assert capsys.readouterr().out == (
        f"{POST} (2 findings)\n"
        f"{POST}:10:6: {FOUND}\n"
        "    It **cures** all. Again, it cures.\n"
        "         ^^^^^\n"
        "    Why: Readers believe it. They should not.\n"
        "    Source: https://x.example/why\n"
        f"{POST}:10:29: {FOUND}\n"
        "    It **cures** all. Again, it cures.\n"
        "                                ^^^^^\n"
        "Checked 9 texts: 0 errors, 2 warnings, 0 suggestions.\n"
    )


def test_an_error_ends_with_one(blog: Blog, settings: Path, capsys: Out) -> None:
    give_rules(blog, cure=rule_file(severity="error"))
    add_words(blog, "It cures.")
    assert check(settings) == 1
    assert (
        f"{POST}:10:4: error: “cures” is wrong. Mend it. [claim-cure]\n" in capsys.readouterr().out
    )


def test_pages_authors_titles_and_summaries_are_looked_at(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    add_words(blog, "It cures.", "content/pages/about.md")
    add_words(blog, "It cures.", "content/authors/robin-example.md")
    blog.write(POST, (blog.root / POST).read_text(encoding="utf-8").replace("A quiet", "It cures"))
    check(settings)
    assert listed(capsys.readouterr().out)[:3] == [
        f"content/authors/robin-example.md:6:4: {FOUND}",
        f"content/pages/about.md:5:4: {FOUND}",
        f"{POST}:1:11: {FOUND}",
    ]


def test_what_stops_a_build_is_found_too(blog: Blog, settings: Path, capsys: Out) -> None:
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, text.replace("2025-03-01", "2025-02-30"))
    assert check(settings) == 1
    assert (
        f"{POST}:2:7: error: `Date: 2025-02-30` names a day that there is not."
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(("severity", "count"), [("error", 1), ("warning", 2), ("suggestion", 3)])
def test_the_least_severity_can_be_chosen(
    blog: Blog, settings: Path, capsys: Out, severity: str, count: int
) -> None:
    levels = {"error": "cures", "warning": "heals", "suggestion": "helps"}
    give_rules(
        blog,
        **{name: rule_file(f'terms = ["{word}"]', severity=name) for name, word in levels.items()},
    )
    add_words(blog, "It cures, heals and helps.")
    assert check(settings, Options(severity=severity)) == 1
    assert len(listed(capsys.readouterr().out)) == count


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            Options(format="xml"),
            "there is no format `xml`. Choose one of: `github`, `json`, `sarif`, `text`.",
        ),
        (
            Options(severity="warnings"),
            "there is no severity `warnings`. Did you mean `warning`?",
        ),
        (
            Options(("content/post",)),
            "content/post: there is no such file or folder. Did you mean `content/posts`?",
        ),
    ],
)
def test_what_cannot_be_is_refused(settings: Path, options: Options, complaint: str) -> None:
    with pytest.raises(UsageError) as raised:
        check(settings, options)
    assert str(raised.value) == complaint


def test_a_blog_without_articles_is_not_a_blog_without_mistakes(blog: Blog, settings: Path) -> None:
    for file in (blog.root / "content/posts").iterdir():
        file.unlink()
    with pytest.raises(UsageError) as raised:
        check(settings)
    assert str(raised.value) == (
        'content/posts: there is no article to check. Write one with `invoke new "Title"`.'
    )


def test_only_the_texts_that_are_named_are_looked_at(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    add_words(blog, "It cures.")
    add_words(blog, "It cures.", "content/pages/about.md")
    check(settings, Options((POST,)))
    assert listed(capsys.readouterr().out) == [f"{POST}:10:4: {FOUND}"]
    check(settings, Options(("content/pages",)))
    assert listed(capsys.readouterr().out) == [f"content/pages/about.md:5:4: {FOUND}"]


def test_a_text_named_twice_counts_once(settings: Path, capsys: Out) -> None:
    check(settings, Options((POST, "content/posts", POST)))
    assert capsys.readouterr().out == "Checked 2 texts: 0 errors, 0 warnings, 0 suggestions.\n"


def test_a_text_outside_the_blog_is_seen_by_itself(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write("drafts/one.md", "Title: It cures\n\nIt cures.\n")
    blog.write("drafts/two.txt", "It cures.\n")
    blog.write("drafts/.hidden.md", "It cures.\n")
    blog.write("drafts/three.py", "It cures.\n")
    assert check(settings, Options(("drafts", POST))) == 0
    out = capsys.readouterr().out
    assert listed(out) == [
        f"drafts/one.md:1:11: {FOUND}",
        f"drafts/one.md:3:4: {FOUND}",
        f"drafts/two.txt:1:4: {FOUND}",
    ]
    assert out.endswith("Checked 3 texts: 0 errors, 3 warnings, 0 suggestions.\n")


def test_a_text_of_another_folder_is_named_whole(
    settings: Path, tmp_path: Path, capsys: Out
) -> None:
    file = tmp_path / "elsewhere.txt"
    file.write_text("It cures.\n", encoding="utf-8")
    check(settings, Options((str(file),)))
    out = capsys.readouterr().out
    assert listed(out) == [f"{file}:1:4: {FOUND}"]
    assert "\n    It cures.\n       ^^^^^\n" in out


@pytest.mark.parametrize(
    "first", ["Myth: it cures.", "Note: it cures.", "Question: it cures", "https://x: cures"]
)
def test_a_first_paragraph_with_a_colon_is_no_front_matter(
    blog: Blog, settings: Path, capsys: Out, first: str
) -> None:
    blog.write("one.txt", f"{first}\n\nMore.\n")
    check(settings, Options(("one.txt",)))
    assert "one.txt:1:" in capsys.readouterr().out


def test_a_header_outside_the_blog_that_cannot_be_read_is_named(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    blog.write("drafts/bad.md", '---\nTitle: "One\n---\n\nIt cures.\n')
    blog.write("drafts/key.md", "Title: One\nSumary: Two\n\nWords.\n")
    assert check(settings, Options(("drafts",))) == 1
    assert listed(capsys.readouterr().out) == [
        "drafts/bad.md:2:8: error: the quotation mark here is not closed. Put another behind the "
        "last word of the value, or delete this one.",
        f"drafts/bad.md:5:4: {FOUND}",
        "drafts/key.md:2:1: error: `Sumary` is not a front-matter key. Did you mean `Summary`?",
    ]


def test_byte_order_marks_and_line_ends_move_no_place(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    (blog.root / "bom.txt").write_bytes("\ufeffIt cures.\r\n\r\nIt cures.\r\n".encode())
    check(settings, Options(("bom.txt",)))
    assert listed(capsys.readouterr().out) == [
        f"bom.txt:1:4: {FOUND}",
        f"bom.txt:3:4: {FOUND}",
    ]


@pytest.mark.parametrize(
    ("path", "place"), [("drafts/x.txt", "drafts/x.txt:2:4"), (POST, f"{POST}:2:4")]
)
def test_a_text_that_is_not_utf8_is_an_error(
    blog: Blog, settings: Path, capsys: Out, path: str, place: str
) -> None:
    blog.write(path, "")
    (blog.root / path).write_bytes(b"Title: A day\nIt \xff cures.\n")
    assert check(settings, Options((path,))) == 1
    assert f"{place}: error: this is not UTF-8 text. Save the file with the encoding UTF-8.\n" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("path", ["drafts/x.txt", POST])
def test_what_is_no_text_is_an_error_and_nothing_else(
    blog: Blog, settings: Path, capsys: Out, path: str
) -> None:
    blog.write(path, "")
    (blog.root / path).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert check(settings, Options((path,))) == 1
    assert capsys.readouterr().out == (
        f"{path} (1 finding)\n{path}:1:1: error: this file holds no text, but a picture, a "
        "document or the like. Move it elsewhere.\n"
        "Checked 1 text: 1 error, 0 warnings, 0 suggestions.\n"
    )


def test_a_damaged_text_elsewhere_is_an_error(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write("drafts/x.txt", "It cures.\nA \x00 stands here.\n")
    assert check(settings, Options(("drafts/x.txt",))) == 1
    assert listed(capsys.readouterr().out) == [
        f"drafts/x.txt:1:4: {FOUND}",
        "drafts/x.txt:2:3: error: an invisible character (U+0000) stands here, which can break "
        "feeds or turn text around. Delete it.",
    ]


def test_an_empty_text_has_nothing_wrong(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write("empty.txt", "")
    assert check(settings, Options(("empty.txt",))) == 0
    assert capsys.readouterr().out == "Checked 1 text: 0 errors, 0 warnings, 0 suggestions.\n"


def test_a_house_style_that_is_wrong_is_the_finding(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    give_rules(blog, cure=rule_file('terms = ["("]'), heal=rule_file(severity="grave"))
    assert check(settings) == 1
    out = listed(capsys.readouterr().out)
    assert (
        "editorial/rules/claim/cure.toml:6:1: error: `(` in `terms` is not a regular expression: "
        "missing ), unterminated subpattern at position 0. Mend it." in out
    )
    assert any(
        line.startswith("editorial/rules/claim/heal.toml:2:1: error: `grave`") for line in out
    )


def test_check_toml_is_obeyed(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It cures.")
    add_words(blog, "It cures.", "content/pages/about.md")
    blog.write(
        "editorial/check.toml",
        '[[paths]]\npath = "content/pages/*"\noff = ["claim-cure"]\nbecause = "x"\n'
        '[[paths]]\npath = "content/posts/*"\nerrors = ["claim-cure"]\nbecause = "x"\n',
    )
    assert check(settings) == 1
    assert listed(capsys.readouterr().out) == [
        f"{POST}:10:4: error: “cures” is wrong. Mend it. [claim-cure]"
    ]


def test_a_wrong_check_toml_is_the_finding(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write("editorial/check.toml", '[[paths]]\npath = "x"\noff = ["a"]\nbecause = "x"\n')
    assert check(settings) == 1
    assert listed(capsys.readouterr().out) == [
        "editorial/check.toml:3:1: error: there is no rule `a`. Choose one of: `claim-cure`."
    ]


def test_whoever_answers_for_an_ignore_is_an_author(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    ignore = "<!-- check: ignore claim-cure because it is a quote, reviewed by {} -->\nIt cures."
    add_words(blog, ignore.format("Robin Example"))
    assert check(settings) == 0
    assert capsys.readouterr().out == CLEAN
    add_words(blog, ignore.format("Nobody"))
    assert check(settings) == 1
    assert (
        f"{POST}:13:1: error: there is no author `Nobody`. Choose one of: `Robin Example`. A new "
        in (capsys.readouterr().out)
    )


def test_what_a_text_is_about_is_what_the_blog_has_decided(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    lines = 'measure = "medicine-warning"\nneeds = ["ask your doctor"]'
    give_rules(blog, warn=rule_file(lines, "metadata"))
    check(settings)
    path = "content/posts/questions-about-ketamine.md"
    assert listed(capsys.readouterr().out) == [
        f"{path}:1:1: warning: “ketamine” is wrong. Mend it. [claim-warn]"
    ]
    blog.write("drafts/one.md", DRUG_POST)
    check(settings, Options(("drafts",)))
    assert listed(capsys.readouterr().out) == [
        "drafts/one.md:1:1: warning: “ketamine” is wrong. Mend it. [claim-warn]"
    ]


def test_a_note_outside_the_blog_is_no_article(blog: Blog, settings: Path, capsys: Out) -> None:
    give_rules(blog, source=rule_file('measure = "sources"', "metadata"))
    blog.write("note.txt", "A few words.\n")
    blog.write("long.txt", "A few words. " * 60)
    blog.write("head.txt", "Title: One\n\nA few words.\n")
    check(settings, Options(("note.txt", "long.txt", "head.txt")))
    assert [line.split(":")[0] for line in listed(capsys.readouterr().out)] == [
        "head.txt",
        "long.txt",
    ]


def test_a_very_long_line_is_shown_in_part(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write("long.txt", f"{'word ' * 60}cures {'word ' * 60}\n")
    check(settings, Options(("long.txt",)))
    lines = capsys.readouterr().out.splitlines()
    shown, marks = lines[2].removeprefix("    "), lines[3].removeprefix("    ")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) == 92
    assert shown[marks.index("^") : len(marks)] == "cures"


def many(count: int) -> list[Job]:
    return [job_of(f"Title: A day\n\n{'It cures. ' * (n % 3)}\n", f"{n}.md") for n in range(count)]


def test_many_texts_on_all_processors_give_the_same(
    write_house: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    rules, jobs = bound((one_rule(write_house),)), many(examining.MANY + 5)
    alone = examine_some(jobs, rules=rules, settings=(), names=None)
    together = examine(jobs, rules, (), None)
    assert len(alone) == 64
    assert sorted(together) == sorted(alone)
    ends = [(item.place, item.end, item.sentence) for item in sorted(alone)]
    assert [(item.place, item.end, item.sentence) for item in sorted(together)] == ends


def test_a_text_that_takes_too_long_is_a_finding(
    write_house: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(*_given: object) -> None:
        raise ContentError("x.md:1:1: this text takes more than 10 s to read. Split it.")

    monkeypatch.setattr(examining, "check_text", too_slow)
    found = examine(
        [job_of("Title: A day\n\nIt cures.", "x.md")], bound((one_rule(write_house),)), (), None
    )
    assert [str(item) for item in found] == [
        "x.md:1:1: this text takes more than 10 s to read. Split it."
    ]


def invoke(blog: Blog, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=blog.root,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_invoke_takes_any_number_of_paths(blog: Blog, settings: Path) -> None:
    del settings
    blog.write("one two.txt", "It cures.\n")
    blog.write("three.txt", "It cures.\n")
    done = invoke(blog, "check", "one two.txt", "--format", "json", "three.txt")
    assert done.returncode == 0, done.stderr
    assert [item["path"] for item in json.loads(done.stdout)] == ["one two.txt", "three.txt"]


def test_invoke_ends_with_two_for_what_cannot_be(blog: Blog, settings: Path) -> None:
    del settings
    done = invoke(blog, "check", POST, "nope.md", "nopes/")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        "nope.md: there is no such file or folder. Look at its spelling and its folder.\n"
        "nopes/: there is no such file or folder. Look at its spelling and its folder.\n"
    )


def test_invoke_ends_with_one_for_an_error(blog: Blog, settings: Path) -> None:
    del settings
    give_rules(blog, cure=rule_file(severity="error"))
    add_words(blog, "It cures.")
    done = invoke(blog, "check")
    assert done.returncode == 1
    assert done.stderr == ""


def test_a_text_by_itself_is_seen_as_with_all_others(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    blog_of_everything(blog)
    add_words(blog, "It cures.\n\n[Gone]({filename}gone.md) <script>x</script>")
    same = "Slug: a-quiet-evening\nTags: BREATH\nAuthor: Nobody\n"
    blog.write("content/posts/a-same.md", f"Title: Same\nDate: 2025-09-01\n{same}\nIt cures.\n")
    check(settings)
    whole = listed(capsys.readouterr().out)
    assert len(whole) > 8
    paths = sorted((blog.root / "content").rglob("*.md"))
    alone = []
    for path in paths:
        check(settings, Options(paths=(path.relative_to(blog.root).as_posix(),)))
        alone += listed(capsys.readouterr().out)
    assert sorted(alone) == sorted(whole)
