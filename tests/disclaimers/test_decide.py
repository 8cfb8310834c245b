"""The decision: nothing that is not needed, everything that is, each with its reason."""

from dataclasses import replace

import pytest

from wellspring.disclaimers.decide import decide
from wellspring.house.style import HouseStyle
from wellspring.model.post import Post
from wellspring.text.post import read_post
from wellspring.text.source import parse_source


def post(body: str, front_matter: str = "Category: Sleep") -> Post:
    source, _ = parse_source(f"Title: One\nDate: 2025-01-01\n{front_matter}\n\n{body}", "x.md")
    return read_post(source)[0]


def ids(body: str, house: HouseStyle, front_matter: str = "Category: Sleep") -> list[str]:
    decision = decide(post(body, front_matter), house, ("US",))
    return [disclaimer.id for disclaimer in decision.disclaimers]


@pytest.mark.parametrize(
    "body",
    [
        "Dim the lights.",
        "The word is in code only: `ketamine`.",
        "See [this page](https://x.example/ketamine-and-depression).",
        "The Great Depression changed how people worked.",
    ],
)
def test_a_plain_text_gets_the_general_notice_only(body: str, house: HouseStyle) -> None:
    assert ids(body, house) == ["general"]


def test_a_drug_brings_its_disclaimers_gravest_first(house: HouseStyle) -> None:
    assert ids("Ketamine is used in clinics.", house) == [
        "controlled-substance",
        "medication",
        "general",
    ]


def test_a_word_in_the_title_counts(house: HouseStyle) -> None:
    with_title = replace(post("Words."), title="Living with depression")
    assert "crisis" in [d.id for d in decide(with_title, house, ("US",)).disclaimers]


def test_a_word_in_the_summary_counts(house: HouseStyle) -> None:
    with_summary = replace(post("Words."), summary="I tried to kill myself that winter.")
    assert "crisis" in [d.id for d in decide(with_summary, house, ("US",)).disclaimers]


def test_depression_brings_the_home_crisis_lines(house: HouseStyle) -> None:
    decision = decide(post("I live with depression."), house, ("US",))
    assert [line.call for line in decision.crisis_lines] == ["988"]


def test_a_topic_may_bring_a_line_of_its_own_after_the_general_ones(house: HouseStyle) -> None:
    general = house.crisis_lines[-2]
    own = replace(general, id="us-own", country="US", call="000", general=False)
    topics = tuple(
        replace(topic, crisis_lines=("us-own",)) if topic.id == "addiction" else topic
        for topic in house.topics
    )
    with_own = replace(house, topics=topics, crisis_lines=(own, *house.crisis_lines))
    for body, lines in (
        ("Recovery from alcoholism takes time.", ["us-988", "us-own"]),
        ("I live with depression.", ["us-988"]),
    ):
        assert [line.id for line in decide(post(body), with_own, ("US",)).crisis_lines] == lines


def test_without_a_crisis_topic_there_are_no_crisis_lines(house: HouseStyle) -> None:
    assert decide(post("Dim the lights."), house, ("US",)).crisis_lines == ()


def test_front_matter_adds_a_disclaimer(house: HouseStyle) -> None:
    assert ids("Words.", house, "Category: Sleep\nDisclaimer: sponsored") == [
        "sponsored",
        "general",
    ]


def test_reasons_name_the_word_and_its_line(house: HouseStyle) -> None:
    decision = decide(post("One.\n\nThen Spravato and Spravato."), house, ("US",))
    reasons = {r.disclaimer.id: [str(why) for why in r.reasons] for r in decision.requirements}
    assert reasons["general"] == ["category “Sleep”"]
    assert len(reasons["medication"]) == 1
    assert reasons["medication"][0].endswith("the word “Spravato” (line 7)")


def test_a_tag_brings_its_topic(house: HouseStyle) -> None:
    assert "controlled-substance" in ids("Words.", house, "Category: Sleep\nTags: ketamine")


def test_what_a_disclaimer_implies_comes_with_it_to_the_end_of_the_chain(house: HouseStyle) -> None:
    implies = {"sponsored": ("fitness",), "fitness": ("pregnancy",), "pregnancy": ("sponsored",)}
    chained = replace(
        house,
        disclaimers={
            id_: replace(disclaimer, implies=implies.get(id_, ()))
            for id_, disclaimer in house.disclaimers.items()
        },
    )
    text = post("Words.", "Category: Sleep\nDisclaimer: sponsored")
    found = decide(text, chained, ("US",)).requirements
    reasons = {item.disclaimer.id: [str(reason) for reason in item.reasons] for item in found}
    assert reasons == {
        "pregnancy": ["implied by “fitness”"],
        "fitness": ["implied by “sponsored”"],
        "sponsored": ["asked for in the front matter (line 4)"],
        "general": ["category “Sleep”"],
    }
