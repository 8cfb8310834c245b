"""The theme's examples: each renders as templates are rendered, and holds nothing forbidden."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Blog
from wellspring.audit.forbidden import check_forbidden
from wellspring.audit.written import Page
from wellspring.commands.styleguide import styleguide
from wellspring.errors import HouseStyleError
from wellspring.plugins.examples import Example, render_examples
from wellspring.plugins.run import load_settings

COMPONENTS = ROOT / "theme/templates/components"


@pytest.fixture(scope="module")
def examples() -> tuple[Example, ...]:
    return render_examples(load_settings(ROOT / "pelicanconf.py"))


def test_every_component_has_an_example(examples: tuple[Example, ...]) -> None:
    assert {example.component for example in examples} == {
        folder.name for folder in COMPONENTS.iterdir()
    }


def test_no_example_holds_what_pages_may_not(examples: tuple[Example, ...]) -> None:
    for example in examples:
        if example.component in {"head", "search"}:
            continue
        page = Page.parse(f"<body><main>{example.html}</main></body>".encode())
        assert list(check_forbidden(page, ".")) == [], example


def test_values_are_text_in_every_example(examples: tuple[Example, ...]) -> None:
    titles = [example.html for example in examples if example.component == "head"]
    assert any("&lt;angles&gt; &amp; &#34;quotes&#34;" in html for html in titles)


def test_the_style_guide_shows_both_schemes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = styleguide(ROOT / "pelicanconf.py", tmp_path)
    text = page.read_text(encoding="utf-8")
    assert ".dark{" in text
    assert "prefers-color-scheme" not in text.split("</style>")[0]
    assert capsys.readouterr().out.startswith("Wrote 6")


def test_a_broken_example_is_named(blog: Blog) -> None:
    shutil.rmtree(blog.root / "theme/templates/components/quote")
    blog.write("theme/templates/components/quote/examples.toml", "[[example]\n")
    with pytest.raises(HouseStyleError, match=r"quote/examples\.toml:1:1: this is no TOML: "):
        render_examples(load_settings(blog.root / "pelicanconf.py"))
