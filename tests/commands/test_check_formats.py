"""`invoke check --format`: the same findings for editors, for GitHub and for code scanning."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Blog
from tests.small_rules import add_words, give_rules, one_rule, rule_file
from wellspring.commands.check import Options, check
from wellspring.commands.formats import as_github, as_json, as_sarif, findings_of
from wellspring.errors import ContentError
from wellspring.model.finding import Finding, Severity
from wellspring.model.place import Place

Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"
BAD = "Title: One\nDate: 2026-02-30\nAuthor: Robin Example\nCategory: Sleep\n\n100%\n"
FINDING = Finding(
    Place("x.md", 2, 4),
    "“cures” is wrong. Mend it.",
    "claim-cure",
    "warning",
    end=Place("x.md", 3, 2),
    source="https://x.example/why",
    sentence="it cures.",
)


@pytest.fixture
def settings(blog: Blog) -> Path:
    return give_rules(blog)


def findings(*severities: Severity) -> list[Finding]:
    return [
        Finding(Place("x.md", number), "It is so.", "claim-cure", severity)
        for number, severity in enumerate(severities, start=1)
    ]


def test_nothing_wrong_is_an_empty_list(settings: Path, capsys: Out) -> None:
    assert check(settings, Options(format="json")) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_finding_has_these_keys_in_json() -> None:
    assert json.loads(as_json([FINDING])) == [
        {
            "path": "x.md",
            "line": 2,
            "column": 4,
            "end_line": 3,
            "end_column": 2,
            "rule": "claim-cure",
            "severity": "warning",
            "message": "“cures” is wrong. Mend it.",
            "source": "https://x.example/why",
        }
    ]


def test_a_finding_that_ends_nowhere_ends_where_it_starts() -> None:
    (data,) = json.loads(as_json(findings("error")))
    assert (data["line"], data["end_line"], data["column"], data["end_column"]) == (1, 1, 1, 1)


def test_what_stops_a_build_is_a_finding_for_programs(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    blog.write(POST, BAD)
    assert check(settings, Options(format="json")) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["path"], finding["line"], finding["column"]) == (POST, 2, 7)
    assert (finding["severity"], finding["rule"]) == ("error", "")
    assert finding["message"].startswith("`Date: 2026-02-30` names a day that there is not.")


def test_rules_are_findings_of_their_own_severity(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It **cures** all.")
    assert check(settings, Options(format="json")) == 0
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["rule"], finding["severity"]) == ("claim-cure", "warning")
    assert (finding["line"], finding["column"], finding["end_column"]) == (10, 6, 11)


def test_a_broken_house_style_is_json_too(blog: Blog, settings: Path, capsys: Out) -> None:
    give_rules(blog, cure=rule_file(severity="grave"))
    assert check(settings, Options(format="json")) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["path"], finding["line"]) == ("editorial/rules/claim/cure.toml", 2)


def test_an_error_without_a_place_stands_at_the_settings() -> None:
    found = findings_of(ContentError("x.md:2:7: No. Mend it.\nThe disk is full."))
    assert [str(item) for item in found] == [
        "x.md:2:7: No. Mend it.",
        "pelicanconf.py:1:1: The disk is full.",
    ]


def test_github_shows_it_beside_the_line(blog: Blog, settings: Path, capsys: Out) -> None:
    blog.write(POST, BAD.replace("2026-02-30", "2026-02-03\nx%: y"))
    assert check(settings, Options(format="github")) == 1
    assert capsys.readouterr().out.startswith(
        f"::error file={POST},line=3,endLine=3,col=1::“x%25: y” is not a `Key: value` line."
    )


def test_github_ends_with_a_summary(settings: Path, capsys: Out) -> None:
    assert check(settings, Options(format="github")) == 0
    assert capsys.readouterr().out == "Checked 9 texts: 0 errors, 0 warnings, 0 suggestions.\n"


def test_an_annotation_names_its_rule_and_its_end() -> None:
    assert as_github([FINDING]) == (
        "::warning file=x.md,line=2,endLine=3,col=4,title=claim-cure::“cures” is wrong. Mend it."
    )


def test_an_annotation_escapes_what_github_reads_as_its_own() -> None:
    finding = Finding(Place("a,b:c%.md"), "100%\r\nof it: all, ::error::", "claim-cure")
    assert as_github([finding]) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,title=claim-cure"
        "::100%25%0D%0Aof it: all, ::error::"
    )


def test_a_suggestion_is_a_notice() -> None:
    assert as_github(findings("suggestion")).startswith("::notice file=x.md,")


def test_nine_findings_are_nine_annotations() -> None:
    assert as_github(findings(*["warning"] * 9)).count("::warning ") == 9
    assert "more" not in as_github(findings(*["warning"] * 9))


def test_the_gravest_nine_are_annotations_and_the_others_are_listed() -> None:
    many: list[Severity] = [*["suggestion"] * 4, *["warning"] * 6, *["error"] * 2]
    lines = as_github(findings(*many)).splitlines()
    assert [line.split(" ")[0] for line in lines[:9]] == ["::error"] * 2 + ["::warning"] * 6 + [
        "::notice"
    ]
    assert lines[9] == "::notice::And 3 more (3 × suggestion); all are listed in the log."
    assert lines[10:] == [
        f"x.md:{number}:1: suggestion: It is so. [claim-cure]" for number in (2, 3, 4)
    ]


def sarif(found: list[Finding], tmp_path: Path) -> dict[str, Any]:
    def write(files: dict[str, str]) -> Path:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    data: dict[str, Any] = json.loads(as_sarif(found, (one_rule(write),), "1"))
    return data


def test_sarif_has_its_shape(tmp_path: Path) -> None:
    data = sarif([FINDING], tmp_path)
    assert data["version"] == "2.1.0"
    assert data["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    (run,) = data["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": "claim-cure",
            "shortDescription": {"text": "Readers believe it."},
            "fullDescription": {"text": "Readers believe it. They should not."},
            "helpUri": "https://x.example/why",
            "defaultConfiguration": {"level": "warning"},
        }
    ]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("claim-cure", "warning")
    assert result["message"] == {"text": "“cures” is wrong. Mend it."}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "x.md"},
                "region": {"startLine": 2, "startColumn": 4, "endLine": 3, "endColumn": 2},
            }
        }
    ]


def test_sarif_names_only_rules_that_found_something(tmp_path: Path) -> None:
    (run,) = sarif([], tmp_path)["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_a_suggestion_is_a_note_and_a_flaw_without_a_rule_has_an_id(tmp_path: Path) -> None:
    found = [*findings("suggestion"), Finding(Place("x.md"), "It is not UTF-8.")]
    results = sarif(found, tmp_path)["runs"][0]["results"]
    assert [(item["level"], item["ruleId"]) for item in results] == [
        ("note", "claim-cure"),
        ("error", "text"),
    ]


def test_a_fingerprint_goes_with_the_sentence_not_with_its_line(tmp_path: Path) -> None:
    def mark(finding: Finding) -> str:
        (result,) = sarif([finding], tmp_path)["runs"][0]["results"]
        return str(result["partialFingerprints"]["sentence/v1"])

    moved = Finding(Place("x.md", 9, 9), "x", "claim-cure", sentence="it cures.")
    other = Finding(Place("x.md", 2, 4), "x", "claim-cure", sentence="it cures all.")
    assert mark(FINDING) == mark(moved) != mark(other)


def test_check_writes_sarif(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It cures.")
    assert check(settings, Options(format="sarif")) == 0
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["claim-cure"]
