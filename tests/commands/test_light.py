"""Settings are read without running them; one that is computed is run after all."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, Blog
from wellspring.commands import light
from wellspring.commands.light import Light, read_light
from wellspring.errors import SettingsError


@pytest.fixture
def never_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make running the settings a failure."""

    def fail(file: Path) -> dict[str, object]:
        raise AssertionError(file)

    monkeypatch.setattr(light, "run_settings", fail)


def written(tmp_path: Path, text: str) -> Light:
    file = tmp_path / "pelicanconf.py"
    file.write_text(text, encoding="utf-8")
    return read_light(file)


@pytest.mark.usefixtures("never_run")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("content", "editorial", ("US",), "en")),
        ('PATH = "texts"\n', ("texts", "editorial", ("US",), "en")),
        ('WELLSPRING_EDITORIAL = "house"\n', ("content", "house", ("US",), "en")),
        ('WELLSPRING_REGIONS = ["GB", "IE"]\n', ("content", "editorial", ("GB", "IE"), "en")),
        ('WELLSPRING_REGIONS: list[str] = ["GB"]\n', ("content", "editorial", ("GB",), "en")),
        ('DEFAULT_LANG = "de"\n', ("content", "editorial", ("US",), "de")),
        ('SITEURL = compute()\nDEFAULT_LANG = "de"', ("content", "editorial", ("US",), "de")),
        ("raise SystemExit\n", ("content", "editorial", ("US",), "en")),
        ('settings.PATH = "x"\n', ("content", "editorial", ("US",), "en")),
    ],
)
def test_settings_are_read_as_they_are_written(
    tmp_path: Path, text: str, expected: tuple[str, str, tuple[str, ...], str]
) -> None:
    content, editorial, regions, language = expected
    assert written(tmp_path, text) == Light(
        tmp_path / content, tmp_path / editorial, regions, language
    )


@pytest.mark.usefixtures("never_run")
def test_the_blogs_own_settings_need_not_be_run() -> None:
    assert read_light(ROOT / "pelicanconf.py") == Light(
        ROOT / "content", ROOT / "editorial", ("US",), "en"
    )


@pytest.mark.parametrize(
    ("line", "regions"),
    [
        ('WELLSPRING_REGIONS = ["G" + "B"]', ("GB",)),
        ('WELLSPRING_REGIONS = [code.upper() for code in ("gb", "ie")]', ("GB", "IE")),
    ],
)
def test_a_setting_that_is_computed_is_run(blog: Blog, line: str, regions: tuple[str, ...]) -> None:
    file = blog.root / "pelicanconf.py"
    text = file.read_text(encoding="utf-8").replace('WELLSPRING_REGIONS = ["US"]', line)
    file.write_text(text, encoding="utf-8")
    found = read_light(file)
    assert found.regions == regions
    assert found.content.resolve() == (blog.root / "content").resolve()
    assert found.editorial.resolve() == (blog.root / "editorial").resolve()


def test_settings_that_are_not_there_are_named(tmp_path: Path) -> None:
    file = tmp_path / "pelicanconf.py"
    with pytest.raises(SettingsError) as raised:
        read_light(file)
    assert str(raised.value) == (
        f"{file}: there is no such settings file. Start from the blog's own folder."
    )
