"""Sentences as they are read, each with the way back to its letters in the file."""

from hypothesis import given
from hypothesis import strategies as st

from wellspring.model.place import Place
from wellspring.model.post import Source
from wellspring.model.reading import Reading
from wellspring.text.prose import prose_of
from wellspring.text.reading import PLAIN, read_text
from wellspring.text.terms import fold

PIECES = st.sampled_from(
    (
        *("word", "It cures", ".", "! ", "? ", "\n", "\n\n", "**", "_x_", "[a](https://x.y)"),
        *("[^1]", "\t", "> ", "- ", "## ", "“quoted”", "’s", " — ", "İ", "😀", "| a | b |"),
        *("\n[^1]: note", "`code`", "<b>", "e.g. ", "1 in 3", "   ", "\\*", "~~~\n", "…"),
    )
)


def read(body: str, first_line: int = 1) -> Reading:
    return read_text(Source("x.md", "x", {}, body, first_line), prose_of(body))


def texts(body: str) -> list[str]:
    return [sentence.text for sentence in read(body).sentences]


def kinds(body: str) -> list[str]:
    return [sentence.block.kind for sentence in read(body).sentences]


def test_marks_and_addresses_are_not_read() -> None:
    assert texts("It **cures** [all](https://x.y/z) of it.[^1]") == ["it cures all of it."]


def test_quotes_are_straight_and_blanks_single() -> None:
    assert texts("“It’s\nfine,”  she\tsaid.") == ['"it\'s fine," she said.']


def test_what_is_dropped_leaves_no_blank_behind() -> None:
    assert texts("It [cures](https://x.y). A study [^1] found ** no.") == [
        "it cures.",
        "a study found no.",
    ]


def test_a_row_of_a_table_is_one_sentence() -> None:
    assert texts("| One. Two. | Three. |") == ["| one. two. | three. |"]


def test_dates_and_pictures_are_no_sources() -> None:
    assert cited("It is so (March 2020).") == [False]
    assert cited("![A cup](https://x.y/z.png) of tea heals.") == [False]
    assert cited("It helps. It heals ([N](https://x.y)).") == [False, True]


def test_abbreviations_and_decimals_end_no_sentence() -> None:
    assert len(texts("Dr. Smith took approx. 2.5 mg, e.g. at night. Then she slept.")) == 2


def test_a_speaker_after_a_spoken_exclamation_belongs_to_it() -> None:
    assert texts("“It works!” she said.") == ['"it works!" she said.']


def test_blocks_are_told_apart() -> None:
    table = "| a | b |\n|---|---|\n| c | d |"
    body = f"# One\n\nTwo.\n\n> Three.\n\n- Four\n- Five\n\n{table}\n\n[^1]: Six."
    assert kinds(body) == [
        "heading",
        "paragraph",
        "quote",
        "item",
        "item",
        "table",
        "table",
        "footnote",
    ]


def test_code_is_not_read() -> None:
    assert texts("```\nIt cures.\n```\n\nPlain `cures` text.") == ["plain text."]


def test_lines_of_a_text_that_breaks_none_are_blocks_of_their_own() -> None:
    long = "word " * 40
    assert kinds(f"A heading\n{long}\nAnother") == ["paragraph"] * 3
    assert kinds("A line\nbroken to fit") == ["paragraph"]


def test_places_are_those_of_the_file() -> None:
    body = "One.\n\n> Two and **three** four."
    sentence = read(body, first_line=8).sentences[1]
    at = sentence.source_offset(sentence.text.index("four"))
    assert sentence.block.place("x.md", at) == Place("x.md", 10, 21)


def test_a_list_knows_the_sentence_that_introduces_it() -> None:
    reading = read("Beware of:\n\n- one\n- two\n\nThree.")
    assert reading.lead_of(reading.sentences[2]) is reading.sentences[0]
    assert reading.lead_of(reading.sentences[3]) is None


def test_a_sentence_knows_its_heading() -> None:
    reading = read("## Myths\n\nOne.\n\n## Facts\n\nTwo.")
    headings = [reading.heading_of(sentence) for sentence in reading.sentences]
    assert [heading.text if heading else "" for heading in headings] == [
        "",
        "myths",
        "myths",
        "facts",
    ]


def cited(body: str) -> list[bool]:
    reading = read(body)
    return [sentence.number in reading.cited for sentence in reading.sentences]


def test_a_link_within_the_blog_is_no_source() -> None:
    assert cited("It is [so]({filename}/posts/a.md).") == [False]


def test_a_link_that_sells_is_no_source() -> None:
    assert cited("It works. [Add to cart](https://x.y)") == [False, False]


def test_links_footnotes_and_references_are_sources() -> None:
    for body in (
        "It is [so](https://x.y).",
        "It is so.[^1]",
        "It is so (doi:10.1000/182).",
        "It is so (PMID 12345).",
        "It is so (Smith et al., 2020).",
        "Smith and Jones (2019) say so.",
        "See <https://x.y>.",
    ):
        assert cited(body) == [True], body


def test_a_sentence_that_only_cites_covers_the_one_before() -> None:
    assert cited("It is so. Source: [NIMH](https://x.y).") == [True, True]
    assert cited("It is so. We went to [the shore](https://x.y) and swam there all day.") == [
        False,
        True,
    ]


def test_a_list_that_is_introduced_with_a_source_is_covered() -> None:
    assert cited("[WHO](https://x.y) says:\n\n- one\n- two") == [True, True, True]


def test_a_source_in_a_footnote_covers_all_of_it() -> None:
    assert cited("[^1]: It is so. It is old. See [it](https://x.y).") == [True, True, True]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_letter_leads_back_to_itself(body: str) -> None:
    for sentence in read(body).sentences:
        for offset, letter in enumerate(sentence.text):
            there = sentence.block.source[sentence.source_offset(offset)]
            assert letter == " " or fold(there.translate(PLAIN)) == letter


@given(st.lists(PIECES, max_size=25).map("".join))
def test_sentences_stand_in_reading_order(body: str) -> None:
    numbers = [sentence.number for sentence in read(body).sentences]
    assert numbers == list(range(len(numbers)))
