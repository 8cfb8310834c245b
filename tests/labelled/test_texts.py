"""How well topics' words find what a careful editor would: counts on labelled texts.

Goals: recall 0.99 for the notices that could save a life, 0.95 for the others;
precision 0.90. A miss prints its text, so that the topic can learn it.
"""

import tomllib
from pathlib import Path

import pytest

from wellspring.disclaimers.decide import decide
from wellspring.house.style import HouseStyle
from wellspring.text.post import read_post
from wellspring.text.source import parse_source


def read_texts(name: str) -> list[tuple[str, frozenset[str]]]:
    groups = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["group"]
    return [(text, frozenset(group["needs"])) for group in groups for text in group["texts"]]


TEXTS = read_texts("texts.toml")
UNSEEN = read_texts("unseen.toml")
# Found of needed, when the topics first met these texts.
FIRST_FOUND = {
    "crisis": (7, 12),
    "controlled-substance": (10, 10),
    "medication": (15, 19),
    "mental-health": (10, 15),
    "supplement": (5, 5),
    "pregnancy": (2, 4),
    "fitness": (4, 7),
    "personal-story": (1, 4),
    "emergency": (3, 4),
}
RECALL = {"crisis": 0.99, "controlled-substance": 0.99, "medication": 0.99}
OTHERS = ("mental-health", "supplement", "pregnancy", "fitness", "personal-story", "emergency")
NOT_BY_WORDS = {"general", "sponsored", "ai-assisted"}


def needed(text: str, house: HouseStyle) -> frozenset[str]:
    source, _ = parse_source(f"Title: One\n\n{text}\n", "x.md")
    decision = decide(read_post(source)[0], house, ("US",))
    return frozenset(disclaimer.id for disclaimer in decision.disclaimers) - NOT_BY_WORDS


@pytest.fixture(scope="module")
def found(house: HouseStyle) -> dict[str, frozenset[str]]:
    return {text: needed(text, house) for text, _ in TEXTS}


def test_there_are_enough_texts() -> None:
    assert len({text for text, _ in TEXTS}) == len(TEXTS) >= 200
    assert sum(not needs for _, needs in TEXTS) >= 60


@pytest.mark.parametrize("id_", [*RECALL, *OTHERS])
def test_what_is_needed_is_found(id_: str, found: dict[str, frozenset[str]]) -> None:
    wanted = [text for text, needs in TEXTS if id_ in needs]
    missed = [text for text in wanted if id_ not in found[text]]
    assert len(wanted) >= 10
    assert 1 - len(missed) / len(wanted) >= RECALL.get(id_, 0.95), missed


@pytest.mark.parametrize("id_", [*RECALL, *OTHERS])
def test_what_is_not_needed_is_left_alone(id_: str, found: dict[str, frozenset[str]]) -> None:
    shown = [text for text, _ in TEXTS if id_ in found[text]]
    wrong = [text for text, needs in TEXTS if id_ in found[text] and id_ not in needs]
    assert 1 - len(wrong) / len(shown) >= 0.9, wrong


@pytest.mark.parametrize("id_", FIRST_FOUND)
def test_texts_that_topics_were_not_written_for(id_: str, house: HouseStyle) -> None:
    wanted = [text for text, needs in UNSEEN if id_ in needs]
    found = [text for text in wanted if id_ in needed(text, house)]
    at_first, of = FIRST_FOUND[id_]
    assert len(wanted) == of
    assert len(found) >= at_first, set(wanted) - set(found)


def test_near_misses_that_topics_were_not_written_for(house: HouseStyle) -> None:
    harmless = [text for text, needs in UNSEEN if not needs]
    wrong = [text for text in harmless if needed(text, house)]
    assert len(harmless) >= 40
    assert len(wrong) <= 2, wrong


INDEPENDENT = tomllib.loads((Path(__file__).parent / "independent.toml").read_text("utf-8"))["text"]
# Found of needed, and shown in all: found may only rise, and wrongly shown only fall. Nobody has
# taught topics from a miss among these texts; their counts were looked at.
MET = {
    "crisis": (73, 79, 82),
    "controlled-substance": (73, 82, 74),
    "medication": (121, 131, 124),
    "mental-health": (117, 124, 126),
    "supplement": (32, 39, 36),
    "pregnancy": (38, 44, 39),
    "fitness": (43, 51, 53),
    "personal-story": (16, 51, 19),
    "emergency": (29, 38, 36),
}


@pytest.fixture(scope="module")
def independent(house: HouseStyle) -> list[tuple[str, frozenset[str]]]:
    return [(item["text"], needed(item["text"], house)) for item in INDEPENDENT]


@pytest.mark.parametrize("id_", MET)
def test_texts_labelled_by_somebody_else(
    id_: str, independent: list[tuple[str, frozenset[str]]]
) -> None:
    counted = [
        (id_ in item["needs"], id_ in shown)
        for item, (_, shown) in zip(INDEPENDENT, independent, strict=True)
        if id_ not in item.get("unsure", [])
    ]
    hits, needs, shows = MET[id_]
    found = sum(need and show for need, show in counted)
    assert sum(need for need, _ in counted) == needs
    assert found >= hits
    assert sum(show for _, show in counted) - found <= shows - hits
