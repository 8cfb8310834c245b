"""The house style itself: every example behaves, and every text keeps to its measure."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.conftest import FIRST_ARTICLE, ROOT
from tests.real_house import real_rules
from tests.small_rules import reading_of
from wellspring.checking.excuses import is_excused
from wellspring.checking.kinds import KINDS
from wellspring.checking.match import Finder
from wellspring.checking.measures import MEASURES
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.settings import load_settings
from wellspring.checking.text import check_text
from wellspring.commands.examine import Job, bare, subject_of
from wellspring.commands.header import has_header
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.matching import find_hits
from wellspring.house.load import load_house
from wellspring.house.rules import read_excuse, read_lists
from wellspring.house.table import read_tables
from wellspring.model.crisis_line import EVERYWHERE
from wellspring.model.finding import Finding
from wellspring.model.phrase import LIST
from wellspring.model.post import Post
from wellspring.model.reading import Sentence
from wellspring.text.post import read_post
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text
from wellspring.text.source import parse_source, read_source

EDITORIAL = ROOT / "editorial"
HOUSE = load_house(EDITORIAL)
RULES = real_rules()
LEXICON = next(rule.framed.lexicon for rule in RULES if rule.framed)
BY_ID = {rule.id: rule for rule in RULES}
LISTS = read_lists(read_tables(EDITORIAL / "vocabulary", EDITORIAL), [])
VOCABULARY = LISTS.written
EXCUSES = {
    table.id: read_excuse(table, LISTS) for table in read_tables(EDITORIAL / "excuses", EDITORIAL)
}
EXCUSE_BOOK = bind_rules((replace(RULES[0], excuses=tuple(EXCUSES.values())),))
# Ignores in articles name them.
RULE_IDS = [
    *("claim-absolute", "claim-safety", "claim-uncited-statistic", "claim-vague-study"),
    *("claim-comparative", "claim-approval", "claim-pseudoscience"),
    *("advice-stop-treatment", "advice-dosage", "advice-no-clinician"),
    *("language-suicide", "language-stigma", "disclosure-promotion", "testimonial-typicality"),
    *("typo-dash", "doc-crisis-resources", "doc-medication-warning", "doc-review-date"),
    *("doc-reviewer", "doc-sources", "doc-reading-level", "doc-alt-text", "doc-heading-order"),
    "doc-link-text",
]


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


def rule_examples(group: str) -> list[tuple[str, str]]:
    return [(rule.id, text) for rule in RULES for text in getattr(rule.examples, group)]


def found_by(id_: str, text: str) -> list[Finding]:
    """Return what one rule finds in an example: a sentence or, for some, a whole text."""
    rule = BY_ID[id_]
    if not rule.measure:
        reading = reading_of(text)
        return check_rules(reading, bind_rules((rule,)), topics=frozenset(rule.topics))
    source = parse_source(text, "x.md")[0] if has_header(text) else bare(text, "x.md")
    written = read_post(source)[0]
    decision = decide(written, HOUSE, ("US",))
    subject = subject_of(Job(source, written, decision, article=True))
    return check_text(subject, bind_rules((rule,)))


@pytest.mark.parametrize(("id_", "text"), rule_examples("clean"))
def test_a_rule_leaves_its_clean_examples_alone(id_: str, text: str) -> None:
    assert found_by(id_, text) == []


@pytest.mark.parametrize(("id_", "text"), rule_examples("flagged"))
def test_a_rule_finds_its_flagged_examples(id_: str, text: str) -> None:
    assert [finding.rule for finding in found_by(id_, text)][:1] == [id_]


def frame_examples(group: str) -> list[tuple[str, int, str]]:
    return [
        (rule.id, number, text)
        for rule in RULES
        for number, frame in enumerate(rule.framed.frames if rule.framed else ())
        for text in getattr(frame.examples, group)
    ]


def found_by_frame(id_: str, number: int, text: str) -> list[Finding]:
    """Return what one frame of a rule finds by itself."""
    rule = BY_ID[id_]
    assert rule.framed
    alone = replace(rule.framed, frames=rule.framed.frames[number : number + 1])
    book = bind_rules((replace(rule, terms=(), pairs=(), framed=alone, leaning=None),))
    return check_rules(reading_of(text), book)


@pytest.mark.parametrize(("id_", "number", "text"), frame_examples("flagged"))
def test_a_frame_finds_its_flagged_examples(id_: str, number: int, text: str) -> None:
    assert found_by_frame(id_, number, text)


@pytest.mark.parametrize(("id_", "number", "text"), frame_examples("clean"))
def test_a_frame_leaves_its_clean_examples_alone(id_: str, number: int, text: str) -> None:
    assert found_by_frame(id_, number, text) == []


def test_every_list_of_the_lexicon_is_used() -> None:
    used = {
        name
        for rule in RULES
        for frame in (rule.framed.frames if rule.framed else ())
        for names in (frame.does, frame.what, frame.who, frame.beside, frame.near, frame.lacks)
        for some in names
        for name in some.split("|")
    }
    assert set(LEXICON.names) == used


def excuse_examples(group: str) -> list[tuple[str, str]]:
    return [(id_, text) for id_, item in EXCUSES.items() for text in getattr(item.examples, group)]


def is_example_excused(id_: str, text: str) -> bool:
    """Tell whether an excuse holds for the phrase in braces of one of its examples."""
    before, phrase, behind = re.split(r"[{}]", text)
    plain = f"{before}{phrase}{behind}"
    reading = read_text(bare(plain, "x.md"), prose_of(plain))
    words = reading_words(phrase)
    sentence, start = next(
        (sentence, start)
        for sentence in reading.sentences
        for start in starts(words, sentence)
        if sentence.block.start + sentence.source_offset(start) >= len(before)
    )
    span = (start, start + len(words))
    finder = Finder(reading, EXCUSE_BOOK)
    return is_excused((EXCUSES[id_],), sentence, span, finder)


def starts(words: str, sentence: Sentence) -> Iterator[int]:
    """Yield where words start in a sentence."""
    return (found.start() for found in re.finditer(re.escape(words), sentence.text))


def reading_words(phrase: str) -> str:
    """Return a phrase as a reading gives it."""
    source = bare(phrase, "x.md")
    return " ".join(item.text for item in read_text(source, prose_of(phrase)).sentences)


@pytest.mark.parametrize(("id_", "text"), excuse_examples("excused"))
def test_an_excuse_excuses_its_examples(id_: str, text: str) -> None:
    assert is_example_excused(id_, text)


@pytest.mark.parametrize(("id_", "text"), excuse_examples("stands"))
def test_an_excuse_lets_the_others_stand(id_: str, text: str) -> None:
    assert not is_example_excused(id_, text)


def test_every_excuse_has_examples_of_both_kinds_and_a_rule() -> None:
    assert EXCUSES
    for id_, excuse in EXCUSES.items():
        assert excuse.examples.excused, id_
        assert excuse.examples.stands, id_
        assert any(id_ == item.id for rule in RULES for item in rule.excuses), id_


def test_the_ids_of_rules_never_change() -> None:
    assert [rule.id for rule in RULES] == sorted(RULE_IDS)


def test_every_rule_can_be_run() -> None:
    for rule in RULES:
        for phrase in (*rule.terms, *rule.unless, *rule.only_if, *rule.needs, *rule.even_if_cited):
            assert phrase.pattern
        assert rule.kind in KINDS or rule.measure in MEASURES, rule.id
        assert set(rule.topics) <= {topic.id for topic in HOUSE.topics}, rule.id
        assert set(rule.declared) <= set(HOUSE.disclaimers), rule.id


def test_every_expression_of_an_excuse_can_be_run() -> None:
    for excuse in EXCUSES.values():
        for way in excuse.ways:
            assert [phrase.pattern for phrase in (*way.words, *way.unless, *way.ends)] or way.quoted


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
    source, _ = read_source(FIRST_ARTICLE, "content/posts/seed.md")
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
    loaded = {"categories", "crisis-lines", "disclaimers", "drugs", "standards", "topics"}
    loaded |= {"importing", "leanings", "reviews"}
    assert folders <= loaded | {"rules", "excuses", "vocabulary", "lexicon"}


def test_every_file_of_the_house_style_is_loaded() -> None:
    apart = [EDITORIAL / "check.toml", *(EDITORIAL / "importing").rglob("*.toml")]
    files = [file for file in EDITORIAL.rglob("*.toml") if file not in apart]
    lists = (HOUSE.disclaimers, HOUSE.categories, HOUSE.topics, HOUSE.crisis_lines)
    leanings = [rule.leaning for rule in RULES if rule.leaning]
    more = (HOUSE.drugs, HOUSE.reviews, HOUSE.standards, RULES, EXCUSES, VOCABULARY, LEXICON.names)
    assert len(files) == sum(len(items) for items in (*lists, *more, leanings))


def test_every_word_list_is_used() -> None:
    used = {
        name
        for file in EDITORIAL.rglob("*.toml")
        for name in LIST.findall(file.read_text(encoding="utf-8"))
    }
    for table in read_tables(EDITORIAL / "lexicon", EDITORIAL):
        used |= set(table.texts("lists"))
    assert set(VOCABULARY) <= used


def test_check_toml_names_rules_that_are_there() -> None:
    load_settings(EDITORIAL, RULES)


def test_a_name_of_a_drug_is_not_a_term_of_a_topic_too() -> None:
    names = {name.casefold() for drug in HOUSE.drugs for name in drug.names}
    terms = {term.casefold() for topic in HOUSE.topics for term in topic.terms}
    assert names & terms == set()


def test_a_controlled_drug_says_so_in_its_notices() -> None:
    for drug in HOUSE.drugs:
        assert ("controlled-substance" in drug.disclaimers) >= bool(drug.schedule), drug.id
        assert drug.disclaimers, drug.id
