"""The theme: complete by itself, and every component comes with examples."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.errors import ContentError
from wellspring.plugins.style import read_stylesheet

TEMPLATES = ROOT / "theme" / "templates"
COMPONENTS = sorted(path for path in (TEMPLATES / "components").iterdir() if path.is_dir())
STYLES_RAW = 10_500  # bytes: the whole sheet, minified; pages get the part that they use


def test_every_template_that_pelican_knows_is_defined() -> None:
    builtin = Path(str(files("pelican"))) / "themes" / "simple" / "templates"
    needed = {file.name for file in builtin.glob("*.html")} | {"404.html"}
    assert needed <= {file.name for file in TEMPLATES.glob("*.html")}


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_templates_are_thin(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.name)
def test_a_component_is_a_template_or_a_style_with_examples(component: Path) -> None:
    names = {file.name for file in component.iterdir()}
    assert names & {"template.html", "style.css"}
    examples = tomllib.loads((component / "examples.toml").read_text(encoding="utf-8"))
    assert examples


def test_the_stylesheet_is_small_and_reaches_out_to_nobody() -> None:
    sheet = read_stylesheet(ROOT / "theme")
    assert len(sheet.encode("utf-8")) <= STYLES_RAW
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "</" not in sheet


def test_a_broken_style_is_named_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "theme/templates/components/base/style.css"
    file.parent.mkdir(parents=True)
    file.write_text("a { color: red }\n\nb { } }\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        read_stylesheet(tmp_path / "theme")
    assert str(raised.value) == (
        "theme/templates/components/base/style.css:4:1: Unexpected end of input. Mend the style."
    )
