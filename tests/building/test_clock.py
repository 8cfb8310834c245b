"""The day of a build: today, unless somebody who reproduces a build says otherwise."""

from datetime import UTC, date, datetime

import pytest

from wellspring.building.clock import build_day
from wellspring.errors import SettingsError


def test_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((build_day() - datetime.now(UTC).date()).days) <= 1


def test_a_reproduced_build_has_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert build_day() == date(1970, 1, 1)


def test_a_strange_day_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(SettingsError) as raised:
        build_day()
    assert str(raised.value) == (
        "SOURCE_DATE_EPOCH is `today`, which is no number of seconds since 1970. "
        "Mend or unset this environment variable."
    )
