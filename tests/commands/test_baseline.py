"""`invoke check --baseline`: what was there before is known by its sentence, and only shrinks."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.small_rules import add_words, give_rules, rule_file
from wellspring.commands.baseline import apply_baseline, fingerprint
from wellspring.commands.check import Options, check
from wellspring.errors import UsageError
from wellspring.model.finding import Finding
from wellspring.model.place import Place

Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"
KNOWN = Options(baseline="known.json")


def finding(sentence: str = "it cures.", line: int = 1, rule: str = "claim-cure") -> Finding:
    return Finding(Place("x.md", line), "No. Mend it.", rule, sentence=sentence)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


def apply(
    found: list[Finding], file: Path, checked: tuple[str, ...] = ("x.md", "y.md")
) -> list[Finding]:
    return apply_baseline(found, file, checked).findings


def counts(file: Path) -> list[int]:
    known = json.loads(file.read_text(encoding="utf-8"))["findings"]
    return sorted(number for marks in known.values() for number in marks.values())


def test_the_first_run_writes_down_what_there_is(file: Path) -> None:
    found = [finding(), finding("it heals."), finding("it heals.", 9)]
    assert apply(found, file) == []
    assert counts(file) == [1, 2]
    assert file.read_text(encoding="utf-8").endswith("}\n")


def test_what_was_there_is_known(file: Path) -> None:
    apply([finding(), finding("it heals.")], file)
    assert apply([finding(), finding("it heals.")], file) == []


def test_a_sentence_that_moved_is_known(file: Path) -> None:
    apply([finding(line=1)], file)
    assert apply([finding(line=7)], file) == []


@pytest.mark.parametrize(
    "new",
    [
        finding("it cures all."),
        finding(rule="claim-heal"),
        replace(finding(), place=Place("y.md")),
    ],
)
def test_another_sentence_rule_or_file_is_new(file: Path, new: Finding) -> None:
    apply([finding()], file)
    assert apply([finding(), new], file) == [new]


def test_one_more_of_the_same_is_new(file: Path) -> None:
    apply([finding()], file)
    assert apply([finding(line=1), finding(line=2)], file) == [finding(line=2)]


def test_what_was_mended_falls_out_and_is_new_when_it_comes_back(file: Path) -> None:
    apply([finding(), finding("it heals.")], file)
    assert apply([finding()], file) == []
    assert counts(file) == [1]
    assert apply([finding(), finding("it heals.")], file) == [finding("it heals.")]
    assert counts(file) == [1]


def test_one_of_two_that_was_mended_falls_out(file: Path) -> None:
    apply([finding(line=1), finding(line=2)], file)
    apply([finding(line=1)], file)
    assert counts(file) == [1]


def test_nothing_new_is_ever_put_in(file: Path) -> None:
    apply([finding()], file)
    before = file.read_bytes()
    assert apply([finding(), finding("it heals.")], file) == [finding("it heals.")]
    assert file.read_bytes() == before


def test_a_run_that_finds_the_same_leaves_the_file_alone(file: Path) -> None:
    apply([finding()], file)
    file.touch()
    before = file.stat().st_mtime_ns
    apply([finding()], file)
    assert file.stat().st_mtime_ns == before


def test_what_stops_a_build_is_never_put_in(file: Path) -> None:
    stopping = finding(rule="")
    assert apply([finding(), stopping], file) == [stopping]
    assert counts(file) == [1]
    assert apply([finding(), stopping], file) == [stopping]


ANEW = "Name another file, or remove this one to start anew."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1:1: this is not JSON, so no baseline."),
        ("{\n one", ":2:2: this is not JSON, so no baseline."),
        *(
            (text, ":1:1: this is no baseline that `invoke check` has written.")
            for text in (
                "[]",
                "{}",
                "null",
                '{"version": 1}',
                '{"version": 1, "findings": [1]}',
                '{"version": 1, "findings": {"x.md": {"a": 1e999}}}',
                "[" * 100_000,
                "\xff",
            )
        ),
        ('{"version": 2, "findings": {}}', ":1:1: this baseline is of another version."),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(file: Path, text: str, said: str) -> None:
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError) as raised:
        apply([finding()], file)
    assert str(raised.value) == f"{file}{said} {ANEW}"
    assert file.read_bytes() == text.encode("latin-1")


def test_a_baseline_that_cannot_be_read_or_written_is_a_misuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        apply([finding()], tmp_path)
    look = "Look at its folder, and at who may read and write there."
    assert str(raised.value) == f".: this cannot be read: Is a directory. {look}"
    with pytest.raises(UsageError) as raised:
        apply([finding()], tmp_path / "no" / "known.json")
    said = "no/known.json: this cannot be written: No such file or directory."
    assert str(raised.value) == f"{said} {look}"


def test_a_baseline_that_was_not_there_is_said_to_be_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = [finding(), replace(finding(line=2), severity="warning"), finding(rule="")]
    assert apply_baseline(found, tmp_path / "knwon.json", ()).notes == (
        "knwon.json was not there and is a new baseline: from now on it hides 2 findings, 1 error "
        "among them. If you meant another file, remove this one.",
    )
    assert apply_baseline(found, tmp_path / "knwon.json", ()).notes == ()


@pytest.mark.parametrize("name", ["known.jsn", "knwon.json", "Known.json", "known", "knonw.txt"])
def test_a_name_that_is_like_a_baseline_beside_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    apply([finding()], tmp_path / "known.json")
    with pytest.raises(UsageError) as raised:
        apply([finding()], tmp_path / name)
    assert str(raised.value) == (
        f"{name}: there is no such baseline. Did you mean `known.json`? For another one choose a "
        "name that nobody takes for that."
    )
    assert not (tmp_path / name).exists() or name.lower() == "known.json"


@pytest.mark.parametrize("name", ["known-pages.json", "known2.json", "old.json"])
def test_a_name_of_its_own_begins_another(tmp_path: Path, name: str) -> None:
    apply([finding()], tmp_path / "known.json")
    assert apply([finding()], tmp_path / name) == []
    assert counts(tmp_path / name) == [1]


def test_only_a_baseline_may_be_meant(tmp_path: Path) -> None:
    (tmp_path / "known.md").write_text("{}", encoding="utf-8")
    (tmp_path / "known.d").mkdir()
    assert apply([finding()], tmp_path / "known.json") == []
    assert counts(tmp_path / "known.json") == [1]


def test_what_a_new_baseline_hides_is_the_last_that_is_said(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, cure=rule_file(severity="error"))
    add_words(blog, "It cures.")
    said = (
        "known.json was not there and is a new baseline: from now on it hides 1 finding, 1 error "
        "among them. If you meant another file, remove this one.\n"
    )
    assert check(settings, KNOWN) == 0
    out, err = capsys.readouterr()
    name = (blog.root / "known.json").as_posix()
    said = said.replace("known.json", name)
    assert out.endswith(f"0 errors, 0 warnings, 0 suggestions. {said}")
    assert not err
    (blog.root / "known.json").unlink()
    assert check(settings, replace(KNOWN, format="json")) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err == said
    with pytest.raises(UsageError, match=r"Did you mean `.*known\.json`\?"):
        check(settings, replace(KNOWN, baseline="known.jsn"))


def test_a_finding_without_a_sentence_is_known_by_its_message() -> None:
    assert fingerprint(finding("")) == fingerprint(finding("", line=9))
    assert fingerprint(finding("")) != fingerprint(replace(finding(""), message="Other."))


def test_check_ends_well_until_something_new_is_written(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, cure=rule_file(severity="error"))
    add_words(blog, "It cures.")
    assert check(settings, KNOWN) == 0
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, text.replace("Dim the", "One more line.\n\nDim the"))
    assert check(settings, KNOWN) == 0
    assert capsys.readouterr().out.count("Checked 9 texts: 0 errors") == 2
    add_words(blog, "It cures all.")
    assert check(settings, KNOWN) == 1
    assert "1 error," in capsys.readouterr().out


def test_a_run_on_some_texts_forgets_nothing_of_the_others(file: Path) -> None:
    other = replace(finding(), place=Place("y.md"))
    apply([finding(), other], file)
    assert apply([finding()], file, checked=("x.md",)) == []
    assert apply([finding(), other], file) == []
    apply([finding()], file, checked=("x.md", "y.md"))
    assert apply([other], file) == [other]


def test_fewer_findings_that_are_shown_forget_nothing(blog: Blog) -> None:
    settings = give_rules(blog)
    add_words(blog, "It cures.")
    check(settings, KNOWN)
    before = (blog.root / "known.json").read_bytes()
    assert b'"content/' in before
    check(settings, replace(KNOWN, severity="error"))
    check(settings, replace(KNOWN, paths=(str(blog.root / "content" / "pages"),)))
    blog.write("editorial/rules/claim/cure.toml", "kind =")
    check(settings, KNOWN)
    assert (blog.root / "known.json").read_bytes() == before
