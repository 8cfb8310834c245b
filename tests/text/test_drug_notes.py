"""Notes on drugs: after the block that first names one, once, and never in the way."""

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from wellspring.model.drug import Drug, DrugNote
from wellspring.text.drug_notes import DrugNotesExtension
from wellspring.text.render import first_words, render_markdown


def note(name: str) -> DrugNote:
    drug = Drug(
        id=name,
        name=name,
        names=(name,),
        unless=None,
        kind="a drug",
        approved_in=(),
        approved_for="",
        schedule="",
        boxed_warning="",
        caution="",
        disclaimers=(),
        source=f"https://{name}.example/",
        source_title=f"About {name}",
        checked_on=date(2026, 11, 23),
    )
    return DrugNote(drug, (f"{name} is a drug.",), 1)


def render(body: str, *names: str) -> str:
    notes = {name: note(name) for name in names}
    extension = DrugNotesExtension(notes, lambda text: {n for n in names if n in text})
    return render_markdown(body, extension).html


def outline(html: str) -> list[str]:
    """Return the blocks of a body: its tags, and for notes whose they are."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return [
        "+".join(re.findall(r"(\w+) is a drug", node.text()))
        if "drug-note" in str(node.attributes.get("class"))
        else node.tag
        for node in body.iter()
        if node.tag != "-text"
    ]


def test_without_drugs_nothing_is_added() -> None:
    assert render("Words.") == "<p>Words.</p>"


def test_a_note_follows_the_first_block_and_only_that() -> None:
    assert outline(render("One.\n\nalpha.\n\nalpha again.", "alpha")) == ["p", "p", "alpha", "p"]


def test_two_drugs_of_one_block_share_a_note() -> None:
    assert outline(render("beta and alpha.\n\nEnd.", "alpha", "beta")) == ["p", "alpha+beta", "p"]


def test_a_heading_and_its_text_stay_together() -> None:
    assert outline(render("## alpha\n\nWords.\n\nEnd.", "alpha")) == ["h2", "p", "alpha", "p"]


def test_code_does_not_name_a_drug() -> None:
    assert outline(render("`alpha`\n\nalpha.", "alpha")) == ["p", "p", "alpha"]


def test_a_footnotes_mark_does_not_hide_a_name() -> None:
    assert outline(render("alpha[^1]\n\nEnd.\n\n[^1]: x", "alpha"))[:3] == ["p", "alpha", "p"]


def test_a_list_stays_whole() -> None:
    assert outline(render("- alpha\n- more\n\nEnd.", "alpha")) == ["ul", "alpha", "p"]


def test_what_only_the_title_or_a_footnote_names_is_still_told() -> None:
    assert outline(render("One.\n\nTwo.", "alpha")) == ["p", "alpha", "p"]
    assert outline(render("One.[^1]\n\n[^1]: alpha.", "alpha")) == ["p", "alpha", "div"]


def test_a_note_has_its_source_and_day_and_no_place_in_the_summary() -> None:
    html = render("alpha.", "alpha")
    text = LexborHTMLParser(html).css_first("div.drug-note[role=note]")
    assert text is not None
    assert text.text() == "Drug status: alpha is a drug. About alpha (read on 23 November 2026)."
    assert text.css_first("a").attributes["href"] == "https://alpha.example/"
    assert first_words(html) == "alpha."
