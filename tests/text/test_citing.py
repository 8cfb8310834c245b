"""Citations: what counts as a source, and for which sentences."""

import pytest

from tests.small_rules import reading_of


def cited(body: str) -> list[str]:
    reading = reading_of(body)
    return [item.text for item in reading.sentences if item.number in reading.cited]


@pytest.mark.parametrize(
    "body",
    [
        "It helps 67% of people.",
        "In 2020 it helped.",
        "It helped (in many ways).",
        "See [our page](/posts/sleep.html).",
        "See [our page]({filename}sleep.md).",
        "See [our page](sleep.html).",
        "It helps [sometimes].",
        "Smith says so.",
        "Doctors (and others) say so.",
        "[Order yours](https://shop.example) today.",
        "[Use code CALM](https://shop.example) today.",
        "Call 10.5 times.",
    ],
)
def test_what_names_no_source_is_none(body: str) -> None:
    assert cited(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "It helps ([Name](https://x.example/a)).",
        "It [helps](https://x.example/a) people.",
        "It [helps](<https://x.example/a>) people.",
        "It helps people.[^1]",
        "It helps[^note] people.",
        "It helps people [as shown][1].",
        "It helps people: https://x.example/a",
        "It helps people, doi:10.1000/182.",
        "It helps people, doi: 10.1000/182.",
        "It helps people (10.1000/182).",
        "It helps people (PMID: 123456).",
        "It helps people (PMID 123456).",
        "It helps people (NCT01234567).",
        "It helps people (Smith et al., 2020).",
        "It helps people (Smith, 2020).",
        "It helps people (Smith & Jones, 2020).",
        "It helps people (Smith and Jones 2020a).",
        "It helps people (Smith et al., 2020, p. 4).",
        "Smith et al. (2020) found that it helps.",
        "Smith and Jones (2020) found that it helps.",
        "It helps people. 2020;12(3):45–50",
    ],
)
def test_what_names_a_source_is_one(body: str) -> None:
    assert cited(body)


def test_a_source_counts_for_its_own_sentence_only() -> None:
    body = "It helps. It heals many people[^1] well. It also soothes very many people."
    assert cited(body) == ["it heals many people well."]


def test_a_footnote_behind_the_full_stop_is_of_the_sentence_before() -> None:
    assert cited("It helps.[^1] It heals many people well.") == ["it helps."]


@pytest.mark.parametrize(
    "second",
    [
        "Source: [a long name of a page](https://x.example).",
        "See [the trial's own report](https://x.example) for it.",
        "[Name of a page](https://x.example).",
        "(Smith et al., 2020).",
        "https://x.example/a",
        "Data from [that survey](https://x.example) of 2020.",
        "Published as doi:10.1000/182 in May.",
        "These figures come from [that survey](https://x.example).",
        "The paper is at https://x.example/a",
    ],
)
def test_a_next_sentence_that_only_cites_speaks_for_the_one_before(second: str) -> None:
    assert "it helps people." in cited(f"It helps people. {second}")


def test_a_next_sentence_with_more_to_say_speaks_for_itself() -> None:
    body = "It helps people. Walks are good for hearts, as [a trial](https://x.example) shows."
    assert len(cited(body)) == 1
    assert "it helps people." not in cited(body)


def test_a_next_sentence_about_another_study_speaks_for_itself() -> None:
    body = "It helps people. This study shows more ([trial](https://x.example))."
    assert "it helps people." not in cited(body)


def test_a_heading_is_not_cited_by_the_text_below() -> None:
    assert "it helps people" not in cited("## It helps people\n\n[Name](https://x.example)")


def test_a_source_in_a_footnote_counts_for_all_of_it() -> None:
    body = "[^1]: It helps people. It heals. [Name](https://x.example) says so, among many others."
    assert len(cited(body)) == 3


def test_a_list_shares_the_source_that_introduces_it() -> None:
    body = "[A survey](https://x.example) found:\n\n- It helps.\n- It heals.\n\nIt also soothes."
    assert cited(body) == ["a survey found:", "it helps.", "it heals."]


def test_a_table_shares_the_source_that_introduces_it() -> None:
    body = (
        "[A survey](https://x.example) found:\n\n| it helps | 67% |\n|---|---|\n| it heals | 3% |"
    )
    assert len(cited(body)) == 3


@pytest.mark.parametrize(
    "body",
    [
        "A survey found:\n\n- It helps.",
        "[A survey](https://x.example) found it.\n\n- It helps.",
        "[A survey](https://x.example) found:\n\nIt helps.",
        "[A survey](https://x.example) found:\n\n- It heals.\n\nSo:\n\n- It helps.",
    ],
)
def test_a_list_that_no_source_introduces_has_none(body: str) -> None:
    assert "it helps." not in cited(body)


def test_an_item_with_a_source_does_not_speak_for_the_next() -> None:
    body = "- It heals ([a long name](https://x.example)).\n- It helps a great many people."
    assert "it helps a great many people." not in cited(body)


def test_a_quotation_and_an_item_can_be_cited() -> None:
    assert len(cited("> It helps.[^1]\n\n- It heals.[^2]")) == 2
