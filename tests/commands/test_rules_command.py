"""`invoke rules`: all rules, or what there is to know of some; and the page that lists them."""

from pathlib import Path

import pytest

from tests.conftest import Blog
from tests.small_rules import give_rules, rule_file
from wellspring.commands.rules import code, explain_rules, first, rules_page
from wellspring.errors import UsageError

Out = pytest.CaptureFixture[str]
PAGE = """\
claim-cure (warning)
  Says: “{match}” is wrong. Mend it.
    Why: Readers believe it. They should not.
    Source: https://x.example/why
    Found, for example:
      It cures.
    Not found:
      It soothes.
"""


@pytest.fixture
def settings(blog: Blog) -> Path:
    lines = 'terms = ["safe"]\nreviewer = true\ninstead = "It is mostly safe."'
    return give_rules(blog, cure=rule_file(), safety=rule_file(lines, severity="error"))


def test_all_rules_are_listed_one_a_line(settings: Path, capsys: Out) -> None:
    assert explain_rules(settings, ()) == 0
    assert capsys.readouterr().out == (
        "claim-cure                 warning    “…” is wrong.\n"
        "claim-safety               error      “…” is wrong.\n"
    )


def test_what_a_text_lacks_is_listed_as_a_sentence(blog: Blog, capsys: Out) -> None:
    settings = give_rules(blog, cure=rule_file(message="this names no source at all. Link one."))
    explain_rules(settings, ())
    assert capsys.readouterr().out.endswith("warning    This names no source at all.\n")


def test_one_rule_is_explained(settings: Path, capsys: Out) -> None:
    assert explain_rules(settings, ("claim-cure",)) == 0
    assert capsys.readouterr().out == PAGE


def test_a_rule_that_guards_safety_says_who_must_agree(settings: Path, capsys: Out) -> None:
    explain_rules(settings, ("claim-safety", "claim-cure"))
    out = capsys.readouterr().out
    assert "    For example: It is mostly safe.\n" in out
    assert "    An ignore of this rule must name who has agreed: `, reviewed by …`.\n\n" in out
    assert out.endswith(PAGE)


def test_a_rule_that_is_not_there_is_named(settings: Path) -> None:
    with pytest.raises(UsageError) as raised:
        explain_rules(settings, ("claim-cur", "claim-cure", "zzz"))
    assert str(raised.value) == (
        "there is no rule `claim-cur`. Did you mean `claim-cure`?\n"
        "there is no rule `zzz`. Choose one of: `claim-cure`, `claim-safety`."
    )


def test_the_page_lists_all_rules_by_group(blog: Blog, settings: Path) -> None:
    blog.write("editorial/rules/advice/stop.toml", rule_file())
    page = rules_page(settings)
    assert page.startswith("# The rules of `invoke check`\n")
    heads = [line for line in page.splitlines() if line.startswith("##")]
    assert heads == [
        "## advice",
        "### advice-stop",
        "## claim",
        "### claim-cure",
        "### claim-safety",
    ]
    assert page.count("A reviewer must agree to an ignore.") == 1
    assert "- `It cures.`\n\nNot found:\n\n- `It soothes.`\n" in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is so. Or not.", "It is so."),
        ("It is so", "It is so."),
        ("It is\n so.", "It is so."),
    ],
)
def test_the_first_sentence_of_a_text(text: str, shown: str) -> None:
    assert first(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"), [("a b", "`a b`"), ("a\n\n- b", "`a - b`"), ("a `b`", "`` a `b` ``")]
)
def test_an_example_is_code_on_one_line(text: str, shown: str) -> None:
    assert code(text) == shown
