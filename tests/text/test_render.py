"""Rendering: callouts and tables come out as the page's policy allows, words stay whole."""

import re

from wellspring.text.render import first_words, reading_minutes, render_markdown


def test_a_plain_quote_stays_a_quote() -> None:
    assert "<blockquote>" in render_markdown("> A tip [!TIP] in the middle.").html


def test_a_callout_has_a_visible_title_and_a_role() -> None:
    assert render_markdown("> [!TIP]\n> Drink water.").html == (
        '<div aria-label="Tip" class="callout callout-tip" role="note">\n'
        '<p class="callout-title">Tip</p>\n<p>Drink water.</p>\n</div>'
    )


def test_a_callout_keeps_its_other_paragraphs() -> None:
    html = render_markdown("> [!warning]\n>\n> One.\n>\n> - Two").html
    assert html.count("callout-warning") == 1
    assert "<p>One.</p>" in html
    assert "<li>Two</li>" in html


def test_table_alignment_is_a_class_not_a_style() -> None:
    html = render_markdown("| a | b |\n|---|--:|\n| 1 | 2 |").html
    assert '<td class="align-right">2</td>' in html
    assert "style=" not in html


def test_each_table_is_a_region_that_the_keyboard_can_scroll() -> None:
    html = render_markdown("| a |\n|---|\n| 1 |\n\n> | b |\n> |---|\n> | 2 |").html
    region = r'<div aria-label="([^"]+)" class="table-scroll" role="region" tabindex="0">\s*<table>'
    names = re.findall(region, html)
    assert names == ["Table 1", "Table 2"]


def test_a_picture_in_a_sentence_stays_there() -> None:
    assert render_markdown('See ![a](b.svg "c") here.').html == (
        '<p>See <img alt="a" src="b.svg" title="c"> here.</p>'
    )


def test_a_picture_alone_becomes_a_figure_with_its_caption() -> None:
    assert render_markdown('![a](b.svg "c")').html == (
        '<figure><img alt="a" src="b.svg"><figcaption>c</figcaption>\n</figure>'
    )


def test_headings_of_the_second_level_are_listed() -> None:
    headings = render_markdown("## A *b*\n\n### C\n\n## D & E").headings
    assert [(heading.id, heading.text) for heading in headings] == [
        ("a-b", "A b"),
        ("d-e", "D & E"),
    ]


def test_a_short_body_takes_a_minute() -> None:
    assert reading_minutes("<p>word</p>") == 1
    assert reading_minutes("<p>" + "word " * 660 + "</p>") == 3


def test_first_words_end_at_a_word() -> None:
    text = first_words("<p>" + "word " * 100 + "</p>", limit=12)
    assert text == "word word…"


def test_callouts_that_follow_each_other_stay_apart() -> None:
    html = render_markdown("> [!WARNING]\n> One.\n\n> [!NOTE]\n> Two.\n>\n> Three.\n\nFour.").html
    assert html.count('role="note"') == 2
    assert html.index("One.") < html.index("callout-note") < html.index("Two.")
    assert html.index("Three.") < html.rindex("</div>") < html.index("Four.")


QUOTE = "<blockquote>\n<p>{}</p>\n</blockquote>"


def test_a_quotation_ends_at_a_blank_line() -> None:
    one, two = QUOTE.format("One."), QUOTE.format("Two.</p>\n<p>Three.")
    assert render_markdown("> One.\n\n> Two.\n>\n> Three.").html == f"{one}\n{two}"


def test_a_quotation_is_no_part_of_the_callout_above() -> None:
    html = render_markdown("> [!WARNING] Take care.\n\n> I slept.").html
    assert html.endswith(f"<p>Take care.</p>\n</div>\n{QUOTE.format('I slept.')}")


def test_quotations_within_an_item_are_two_as_well() -> None:
    assert render_markdown("- a\n\n    > b\n\n    > c\n").html.count("<blockquote>") == len("bc")


def test_a_quotation_without_words_is_not_shown() -> None:
    assert render_markdown("> a\n\n>\n\n> b").html.count("<blockquote>") == len("ab")
