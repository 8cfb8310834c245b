"""The house style itself: every example behaves, and every text keeps to its measure."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wellspring.checking.rules import check_rules
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.matching import find_hits
from wellspring.house.load import load_house
from wellspring.model.crisis_line import EVERYWHERE
from wellspring.model.post import Post
from wellspring.text.post import read_post
from wellspring.text.source import parse_source, read_source

HOUSE = load_house(ROOT / "editorial")
SEED = ROOT / "content/posts/ketamine-therapy-benefits-for-mental-health-relief.md"


def post(body: str) -> Post:
    source, _ = parse_source(f"Title: One\nCategory: Sleep\n\n{body}", "x.md")
    return read_post(source)[0]


def examples(kind: str, group: str) -> list[tuple[str, str]]:
    return [
        (item.id, sentence)
        for item in getattr(HOUSE, kind)
        for sentence in getattr(item.examples, group)
    ]


@pytest.mark.parametrize(("id_", "sentence"), examples("topics", "clean"))
def test_a_topic_leaves_its_clean_examples_alone(id_: str, sentence: str) -> None:
    assert id_ not in find_hits(post(sentence), HOUSE)


@pytest.mark.parametrize(("id_", "sentence"), examples("topics", "flagged"))
def test_a_topics_flagged_examples_get_its_notices(id_: str, sentence: str) -> None:
    asked = next(topic.disclaimers for topic in HOUSE.topics if topic.id == id_)
    found = {item.id for item in decide(post(sentence), HOUSE, ("US",)).disclaimers}
    assert set(asked) <= found


def test_every_name_of_a_drug_is_found() -> None:
    for drug in HOUSE.drugs:
        for name in drug.names:
            notes = decide(post(f"She asked about {name}."), HOUSE, ("US",)).drug_notes
            assert drug in [note.drug for note in notes], name


@pytest.mark.parametrize(("id_", "sentence"), examples("rules", "clean"))
def test_a_rule_leaves_its_clean_examples_alone(id_: str, sentence: str) -> None:
    rules = tuple(rule for rule in HOUSE.rules if rule.id == id_)
    assert check_rules(post(sentence), rules) == []


@pytest.mark.parametrize(("id_", "sentence"), examples("rules", "flagged"))
def test_a_rule_finds_its_flagged_examples(id_: str, sentence: str) -> None:
    rules = tuple(rule for rule in HOUSE.rules if rule.id == id_)
    assert check_rules(post(sentence), rules)


@pytest.mark.parametrize("disclaimer", HOUSE.disclaimers.values(), ids=lambda item: item.id)
def test_a_disclaimer_is_short_enough_to_be_read(disclaimer: object) -> None:
    text, brief = getattr(disclaimer, "text", ""), getattr(disclaimer, "brief", "")
    limit = 60 if getattr(disclaimer, "id", "") == "crisis" else 90
    assert len(text.split()) <= limit
    assert len(brief.split()) <= 20


def test_no_disclaimer_text_holds_a_phone_number() -> None:
    for disclaimer in HOUSE.disclaimers.values():
        assert not re.search(r"\d{3}", disclaimer.text), disclaimer.id


def test_people_in_many_countries_find_a_line() -> None:
    assert len({line.country for line in HOUSE.crisis_lines} - {EVERYWHERE}) >= 20


def test_no_two_lines_of_a_country_are_one() -> None:
    places = [(line.country, line.call_link, line.text_link) for line in HOUSE.crisis_lines]
    assert len(set(places)) == len(places)


def test_the_seed_gets_exactly_what_it_needs() -> None:
    source, _ = read_source(SEED, "content/posts/seed.md")
    decision = decide(read_post(source)[0], HOUSE, ("US",))
    assert [disclaimer.id for disclaimer in decision.disclaimers] == [
        "crisis",
        "controlled-substance",
        "medication",
        "mental-health",
        "sponsored",
        "personal-story",
        "general",
    ]


def test_every_folder_of_the_house_style_is_loaded() -> None:
    folders = {path.name for path in (ROOT / "editorial").iterdir() if path.is_dir()}
    loaded = {"categories", "crisis-lines", "disclaimers", "drugs", "rules", "standards", "topics"}
    assert folders <= loaded | {"reviews"}


def test_every_file_of_the_house_style_is_loaded() -> None:
    files = len(list(Path(ROOT / "editorial").rglob("*.toml")))
    lists = (HOUSE.disclaimers, HOUSE.categories, HOUSE.topics, HOUSE.crisis_lines, HOUSE.rules)
    more = (HOUSE.drugs, HOUSE.reviews, HOUSE.standards)
    assert files == sum(len(items) for items in (*lists, *more))


def test_a_name_of_a_drug_is_not_a_term_of_a_topic_too() -> None:
    names = {name.casefold() for drug in HOUSE.drugs for name in drug.names}
    terms = {term.casefold() for topic in HOUSE.topics for term in topic.terms}
    assert names & terms == set()


def test_a_controlled_drug_says_so_in_its_notices() -> None:
    for drug in HOUSE.drugs:
        assert ("controlled-substance" in drug.disclaimers) >= bool(drug.schedule), drug.id
        assert drug.disclaimers, drug.id
