"""What Markdown has no words for is named: cells over several rows, words shown on pointing."""

import pytest
from bs4 import BeautifulSoup

from wellspring.importing.line import Note
from wellspring.importing.pages.lost import lost_marks


def notes(html: str) -> list[Note]:
    return lost_marks(BeautifulSoup(html, "html.parser"))


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td rowspan=1>a</td><td colspan='1'>b</td></tr></table>",
        "<abbr title='Rest'>rest</abbr>",
        "<img title='A cup' src='a.png'><iframe title='A walk' src='b'></iframe>",
        "<span title=''>a</span>",
    ],
)
def test_what_is_not_lost_is_not_named(html: str) -> None:
    assert notes(html) == []


def test_cells_over_several_are_named() -> None:
    html = "<table>\n<tr><td rowspan=2>Monday</td><th colspan=3>Rest</th></tr></table>"
    assert [(note.kind, note.text) for note in notes(html)] == [
        ("cells", "Monday"),
        ("cells", "Rest"),
    ]


def test_tooltips_are_named() -> None:
    html = "<p><abbr title='Cognitive therapy'>CBT</abbr> <a href='b' title='More'>x</a></p>"
    assert [(note.kind, note.text) for note in notes(html)] == [
        ("tooltip", "CBT: Cognitive therapy"),
        ("tooltip", "x: More"),
    ]
