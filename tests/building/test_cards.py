"""Cards: their size, what fits, and letters that cannot be drawn."""

import io
from pathlib import Path

import pytest
from PIL import Image

from wellspring.building.cards import Card, make_card

MOST = 40_000  # bytes


@pytest.mark.parametrize(
    "title",
    [
        "Sleep",
        "Ketamine therapy: benefits, and “risks” — 100 % honest… Größe, señor, Żółć, Сон, ύπνος",
        "A title that goes on " * 30,
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    ],
)
def test_a_card_is_a_small_picture_of_the_size_that_networks_ask_for(
    tmp_path: Path, title: str
) -> None:
    data = make_card(Card(title, "Robin Example", "A blog", "Information, not advice"), tmp_path)
    assert data is not None
    assert len(data) < MOST
    with Image.open(io.BytesIO(data)) as opened:
        assert (opened.format, opened.size) == ("PNG", (1200, 630))


def test_another_title_is_another_card(tmp_path: Path) -> None:
    cards = {make_card(Card(title, "R", "B"), tmp_path) for title in ("One", "Two", "One")}
    assert len(cards) == 2


@pytest.mark.parametrize("title", ["睡眠", "النوم", "Sleep 🙂"])
def test_letters_that_the_font_lacks_mean_no_card(tmp_path: Path, title: str) -> None:
    assert make_card(Card(title, "R", "B"), tmp_path) is None
