"""Values that leave marks: a page made with them is the one made without, or is told apart."""

from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from wellspring.building.mentions import (
    ADDRESS,
    ANYTHING,
    HTML,
    JSON,
    UNKNOWN,
    Fact,
    facts_in,
    take_marks,
    without_marks,
)
from wellspring.plugins.traced import in_json
from wellspring.plugins.tracing import Tracer

SOURCE = "content/posts/one.md"
TITLE, MINUTES = Fact(SOURCE, "title"), Fact(SOURCE, "reading_minutes")
WORDS = 'Rest & "sleep"'


def made(template: str, words: str = WORDS, source: str = SOURCE) -> tuple[str, dict[str, Any]]:
    """Return a page of a template that is given a title, and where it shows the title."""
    environment = Environment(autoescape=True, loader=DictLoader({"page.html": template}))
    tracer = Tracer()
    traced = {"title": tracer.of(source, "title", words), "minutes": 5}
    traced["minutes"] = tracer.of(source, "reading_minutes", 5)
    page = environment.get_template("page.html")
    plain = page.render(title=words, minutes=5)
    text, mentions = tracer.render(page, lambda: traced, lambda: {"title": words, "minutes": 5})
    assert text == plain
    return text, mentions


@pytest.mark.parametrize(
    ("template", "mentions"),
    [
        ("<h1>{{ title }}</h1>", {TITLE.name(HTML): (4,)}),
        ("{{ title }}{{ title }}", {TITLE.name(HTML): (0, 26)}),
        ("{{ title ~ ' · Blog' }}", {TITLE.name(HTML): (0,)}),
        ("{{ 'Of %s' | format(title) }}", {TITLE.name(HTML): (3,)}),
        ("{{ '%d minutes' | format(minutes) }}", {MINUTES.name(HTML): (0,)}),
        ("{{ title | urlencode }}", {TITLE.name(ADDRESS): (0,)}),
        ("{{ title | e }}", {TITLE.name(HTML): (0,)}),
        ("{% macro m(it) %}[{{ it }}]{% endmacro %}{{ m(title) }}", {TITLE.name(HTML): (1,)}),
        ("{% set it %}<b>{{ title }}</b>{% endset %}{{ it }}", {TITLE.name(HTML): (3,)}),
        ("{% if title %}{{ title }}{% endif %}", {TITLE.name(HTML): (0,)}),
        ("{{ [title, 'x'] | join(', ') }}", {TITLE.name(HTML): (0,)}),
        ("No title", {}),
    ],
)
def test_where_a_title_is_printed_is_noted(template: str, mentions: dict[str, Any]) -> None:
    assert made(template)[1] == mentions


@pytest.mark.parametrize(
    "template",
    [
        "{{ title | length }}",
        "{{ title | upper }}",
        "{{ title.upper() }}",
        "{{ title | truncate(5) }}",
        "{{ title | wordcount }}",
        "{{ title | tojson }}",
        "{{ title | replace('Rest', 'Peace') }}",
        "{{ title[:4] }}",
        "{{ title[0] }}",
        "{{ title + '!' }}",
        "{{ 'A ' + title }}",
        "{{ title * 2 }}",
        "{{ 'Of %s' % title }}",
        "{% if title == 'Rest' %}Yes{% endif %}",
        "{% if title != 'Rest' %}Yes{% endif %}",
        "{% if 'Rest' in title %}Yes{% endif %}",
        "{% if title is string %}Yes{% endif %}",
        "{% if title is eq('Rest') %}Yes{% endif %}",
        "{% for letter in title %}{{ letter }},{% endfor %}",
        "{{ (title ~ '!') | length }}",
        "{% set it %}{{ title }}{% endset %}{{ it | length }}",
        "{{ {title: 'x'}[title] }}",
        "{{ ['b', title] | sort | join }}",
        "{{ minutes + 1 }}",
        "{% if minutes > 3 %}long{% endif %}",
        "{{ [minutes, 3] | max }}",
    ],
)
def test_what_else_is_done_with_a_title_is_noted_as_unknown(template: str) -> None:
    _, mentions = made(template)
    assert set(mentions) & {fact.name(UNKNOWN) for fact in (TITLE, MINUTES, ANYTHING)}


def test_a_title_with_private_characters_is_never_marked() -> None:
    assert made("{{ title }}", "A \ue000 title")[1] == {TITLE.name(UNKNOWN): ()}


def test_a_text_whose_path_could_be_mistaken_leaves_no_marks() -> None:
    assert made("{{ title }}", source='content/posts/a"b.md')[1] == {}


def test_json_knows_the_title_by_its_own_form() -> None:
    written = in_json(Tracer().of(SOURCE, "title", WORDS))
    assert take_marks(written) == (WORDS, {TITLE.name(JSON): (0,)})
    assert in_json(WORDS) == WORDS


@pytest.mark.parametrize(
    "ask", [len, str, list, hash, repr, lambda it: it < "x", lambda it: f"{it:>30}", int]
)
def test_a_value_says_that_it_was_asked(ask: Callable[[Any], Any]) -> None:
    tracer = Tracer()
    value = tracer.of(SOURCE, "title", "12")
    assert ask(value) == ask("12")
    assert tracer.trace.asked == {TITLE}


def test_a_piece_that_fails_with_marks_is_made_without_and_nobody_knows_what_it_shows() -> None:
    tracer, environment = Tracer(), Environment(autoescape=True)
    minutes = tracer.of(SOURCE, "reading_minutes", 5)

    def piece(value: object) -> str:
        return environment.from_string("{{ [it, 3] | max }}").render(it=value)

    made = tracer.piece(environment, lambda: piece(minutes), lambda: piece(5))
    assert facts_in(made) == {ANYTHING}
    assert without_marks(made) == "5"
