"""The closing lines of a build: which articles wait for their date, and until when."""

from datetime import UTC, datetime

import pytest

from tests.conftest import Blog
from wellspring.commands.build import outcome_of, tell
from wellspring.commands.outcome import build_changed, waiting

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
POST = "content/posts/a-quiet-evening.md"


@pytest.mark.parametrize("future", [(), ("2026-11-23T12:00:00+00:00", "2026-01-01T00:00:00+00:00")])
def test_where_none_waits_nothing_is_said(future: tuple[str, ...]) -> None:
    assert list(waiting(future, NOW)) == []


@pytest.mark.parametrize(
    ("future", "said"),
    [
        (
            ("2031-05-01T00:00:00+00:00",),
            "1 article waits for its date: readers of the live site get it on 2031-05-01.",
        ),
        (
            ("2026-11-23T13:30:00+02:00", "2026-11-23T14:30:00+00:00"),
            "1 article waits for its date: readers of the live site get it on 2026-11-23 14:30.",
        ),
        (
            ("2027-01-02T08:00:00+01:00", "2031-05-01T00:00:00+00:00"),
            "2 articles wait for their dates: readers of the live site get the first on "
            "2027-01-02 08:00.",
        ),
    ],
)
def test_who_waits_is_counted_and_the_next_is_named(future: tuple[str, ...], said: str) -> None:
    assert list(waiting(future, NOW)) == [said]


def test_a_build_says_what_waits_also_when_nothing_has_changed(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, text.replace("2025-03-01", "2931-03-01 07:15"))
    blog.write(
        "content/posts/x.md", text.replace("Date: 2025-03-01", "Status: draft\nDate: 2930-01-01")
    )
    said = "1 article waits for its date: readers of the live site get it on 2931-03-01 07:15.\n"
    for _ in range(2):
        build_changed(blog.root / "pelicanconf.py", blog.output, blog.root)
        assert capsys.readouterr().out.endswith(said)


def test_a_live_site_says_it_too(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    text = (blog.root / POST).read_text(encoding="utf-8")
    blog.write(POST, text.replace("2025-03-01", "2931-03-01"))
    built = blog.build_live("https://blog.example")
    assert outcome_of(built).future == ("2931-03-01T00:00:00+00:00",)
    tell(built, blog.root)
    assert "on 2931-03-01.\n" in capsys.readouterr().out
