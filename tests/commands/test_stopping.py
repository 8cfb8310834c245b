"""What stops publishing: errors in what goes live; drafts and milder findings are counted."""

from pathlib import Path

import pytest

from tests.conftest import PLAIN_POST, Blog
from tests.small_rules import CURES, add_words, give_rules, rule_file
from wellspring.commands.stopping import require_publishable
from wellspring.errors import PublishError

Out = pytest.CaptureFixture[str]
POST = "content/posts/a-quiet-evening.md"
OTHER = "content/posts/another.md"
MEND = "Nothing was published: mend the errors above, then publish again."
STOPS = "error: “cures” is wrong. Mend it. [claim-cure]"


@pytest.fixture
def settings(blog: Blog) -> Path:
    """The settings of a blog in which “cures” is an error, “heals” a warning, “helps” less."""
    return give_rules(
        blog,
        cure=rule_file(CURES, severity="error"),
        heal=rule_file('terms = ["heals"]', severity="warning"),
        help=rule_file('terms = ["helps"]', severity="suggestion"),
    )


def post(blog: Blog, keys: str, words: str = "It cures.", path: str = OTHER) -> None:
    """Write another post with some keys of its own."""
    text = PLAIN_POST.replace("A quiet evening", Path(path).stem).replace("\n\n", f"\n{keys}\n\n")
    blog.write(path, f"{text}\n{words}\n")


def said(settings: Path, capsys: Out, *, stops: bool) -> str:
    """Ask what stops publishing; return what is printed."""
    if not stops:
        require_publishable(settings)
        return capsys.readouterr().out
    with pytest.raises(PublishError) as raised:
        require_publishable(settings)
    assert str(raised.value) == MEND
    return capsys.readouterr().out


def test_good_texts_are_only_counted(settings: Path, capsys: Out) -> None:
    assert said(settings, capsys, stops=False) == "Checked 9 texts.\n"


def test_what_stops_nothing_is_counted(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It heals. It helps. It heals again.")
    assert said(settings, capsys, stops=False) == (
        "Checked 9 texts. Not in the way: 2 warnings and 1 suggestion; `invoke check` shows all.\n"
    )


def test_errors_in_drafts_stop_nothing(blog: Blog, settings: Path, capsys: Out) -> None:
    post(blog, "Status: draft")
    assert said(settings, capsys, stops=False) == (
        "Checked 10 texts.\n"
        "1 draft has 1 error, which `invoke check` shows; drafts are not published.\n"
    )
    post(blog, "Status: Draft\nSubtitle: It cures", "It cures.", "content/posts/third.md")
    assert said(settings, capsys, stops=False) == (
        "Checked 11 texts.\n"
        "2 drafts have 3 errors, which `invoke check` shows; drafts are not published.\n"
    )


def test_an_ignore_in_a_draft_that_ignores_nothing_stops_nothing(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    post(blog, "Status: draft", "<!-- check: ignore claim-cure because it quotes -->\nTea.")
    assert "1 draft has 1 error" in said(settings, capsys, stops=False)


@pytest.mark.parametrize("keys", ["Lang: en", "Status: hidden", "Status: published"])
def test_errors_in_what_is_live_stop_and_only_they_are_shown(
    blog: Blog, settings: Path, capsys: Out, keys: str
) -> None:
    add_words(blog, "It heals.")
    post(blog, "Status: draft", path="content/posts/third.md")
    post(blog, keys)
    assert said(settings, capsys, stops=True) == (
        f"{OTHER} (1 finding)\n"
        f"{OTHER}:11:4: {STOPS}\n"
        "    It cures.\n"
        "       ^^^^^\n"
        "    Why: Readers believe it. They should not.\n"
        "    Source: https://x.example/why\n"
        "Checked 11 texts. Not in the way: 1 warning; `invoke check` shows all.\n"
        "1 draft has 1 error, which `invoke check` shows; drafts are not published.\n"
    )


def test_an_article_that_waits_for_its_date_is_checked(
    blog: Blog, settings: Path, capsys: Out
) -> None:
    post(blog, "Lang: en")
    file = blog.root / OTHER
    file.write_text(file.read_text(encoding="utf-8").replace("2025-03-01", "2099-03-01"), "utf-8")
    assert f"{OTHER}:11:4: {STOPS}" in said(settings, capsys, stops=True)


def test_pages_and_authors_are_checked(blog: Blog, settings: Path, capsys: Out) -> None:
    add_words(blog, "It cures.", "content/pages/about.md")
    add_words(blog, "It cures.", "content/authors/robin-example.md")
    out = said(settings, capsys, stops=True)
    assert f"content/pages/about.md:5:4: {STOPS}" in out
    assert f"content/authors/robin-example.md:6:4: {STOPS}" in out


def test_a_draft_that_no_build_takes_stops(blog: Blog, settings: Path, capsys: Out) -> None:
    post(blog, "Status: draft\nCategry: Sleep", "Tea.")
    assert said(settings, capsys, stops=True).startswith(
        f"{OTHER} (1 finding)\n"
        f"{OTHER}:8:1: error: `Categry` is not a front-matter key. Did you mean `Category`?\n"
    )


def test_a_house_style_that_cannot_be_read_stops(blog: Blog, settings: Path, capsys: Out) -> None:
    give_rules(blog, cure=rule_file(severity="grave"))
    assert "editorial/rules/claim/cure.toml:2:1: error: " in said(settings, capsys, stops=True)
