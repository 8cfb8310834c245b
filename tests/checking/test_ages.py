"""Old facts: fresh ones pass, old ones are named in time, and too old ones stop the build."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.conftest import TODAY, Blog
from wellspring.checking.ages import check_ages
from wellspring.errors import ContentError
from wellspring.house.style import HouseStyle
from wellspring.model.place import Place

PLACE = Place("editorial/x.toml", 3)
TODO = "Look at its source, mend what has changed, then set `checked_on` to the day you looked."


def only(house: HouseStyle, *, line: date = TODAY, notice: date = TODAY) -> HouseStyle:
    """Return a house style of one crisis line and one notice, checked on these days."""
    lines = (replace(house.crisis_lines[0], checked_on=line, checked_at=PLACE),)
    item = replace(house.disclaimers["general"], checked_on=notice, checked_at=PLACE)
    return replace(house, crisis_lines=lines, disclaimers={"general": item})


@pytest.mark.parametrize(("line", "notice"), [(0, 0), (180, 365)])
def test_facts_that_are_fresh_enough_pass(house: HouseStyle, line: int, notice: int) -> None:
    given = only(house, line=TODAY - timedelta(line), notice=TODAY - timedelta(notice))
    assert check_ages(given, TODAY) == []


@pytest.mark.parametrize(
    ("days", "severity", "message"),
    [
        (
            181,
            "warning",
            "this crisis line was last checked 181 days ago; after 365 days the build stops. ",
        ),
        (
            365,
            "warning",
            "this crisis line was last checked 365 days ago; after 365 days the build stops. ",
        ),
        (
            366,
            "error",
            "this crisis line was last checked 366 days ago, and may be wrong by now. ",
        ),
    ],
)
def test_an_old_crisis_line(house: HouseStyle, days: int, severity: str, message: str) -> None:
    (finding,) = check_ages(only(house, line=TODAY - timedelta(days)), TODAY)
    assert (finding.place, finding.severity, finding.message) == (PLACE, severity, message + TODO)


@pytest.mark.parametrize(("days", "severity"), [(366, "warning"), (731, "error")])
def test_an_old_notice(house: HouseStyle, days: int, severity: str) -> None:
    (finding,) = check_ages(only(house, notice=TODAY - timedelta(days)), TODAY)
    assert finding.severity == severity


def test_a_day_that_is_still_to_come_is_an_error(house: HouseStyle) -> None:
    assert check_ages(only(house, line=TODAY + timedelta(1)), TODAY) == []
    (finding,) = check_ages(only(house, line=TODAY + timedelta(2)), TODAY)
    assert str(finding) == (
        "editorial/x.toml:3:1: this crisis line was checked on 2026-11-25, which is still to come. "
        "Mend the date."
    )


def test_a_build_warns_of_an_old_line_and_stops_at_one_too_old(blog: Blog) -> None:
    file = blog.root / "editorial/crisis-lines/us-988.toml"
    fresh = file.read_text(encoding="utf-8")
    file.write_text(fresh.replace("2026-11-23", "2026-03-01"), encoding="utf-8")
    assert [warning.place.path for warning in blog.build().warnings] == [
        "editorial/crisis-lines/us-988.toml"
    ]
    file.write_text(fresh.replace("2026-11-23", "2025-03-01"), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        blog.build()
    assert str(raised.value) == (
        "editorial/crisis-lines/us-988.toml:13:1: this crisis line was last checked 632 days ago, "
        f"and may be wrong by now. {TODO}"
    )
