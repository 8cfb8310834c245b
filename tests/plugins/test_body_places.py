"""Templates that only show a body, and those that do more with it."""

import pytest
from jinja2 import DictLoader, Environment

from wellspring.plugins.body_places import shows_in_one_place

BASE = (
    "{% set body %}<main>{% block main %}{% endblock %}</main>{% endset %}"
    "{% set data %}{% block data %}{% endblock %}{% endset %}{% if data %}{{ data }}{% endif %}"
    "<style>{{ body | style_for }}</style>{{ body }}"
)
SHOWN = "{{ article.title }}{{ article.content | with_pictures }}{{ head(article) }}"


def is_one(article: str, **others: str) -> bool:
    environment = Environment(loader=DictLoader({"article.html": article} | others))  # noqa: S701
    environment.filters |= {"with_pictures": str, "style_for": str, "words": str, "json_ld": str}
    return shows_in_one_place("article.html", environment)


@pytest.mark.parametrize(
    "template",
    [
        SHOWN,
        "{% if article.is_long %}{% endif %}{% for x in y %}{{ article.content }}{% endfor %}",
        '<meta content="x">{{ article.content | safe }}',
        "{% set title %}{{ article.title }}{% endset %}{{ title | words }}{{ article.content }}",
        f"{{% extends 'base.html' %}}{{% block main %}}{SHOWN}{{% endblock %}}"
        "{% block data %}{{ article | json_ld }}{% endblock %}",
        "{% include 'part.html' %}",
    ],
)
def test_a_body_that_is_only_shown(template: str) -> None:
    assert is_one(template, **{"base.html": BASE, "part.html": "{{ article.content }}"})


@pytest.mark.parametrize(
    "template",
    [
        "{{ article.title }}",
        "{{ article.content | words }}",
        "{{ article.content }}{{ article.content }}",
        "{{ article.content }}{% if article.content %}x{% endif %}",
        "{{ article.content }}{{ article['content'] }}",
        "{{ article.content }}{{ articles | map(attribute='content') }}",
        "{{ article.content }}{{ article.get_content('') }}",
        "{{ article.content }}{{ article._content }}",
        "{{ article.content ~ 'x' }}",
        "{% set all = article.content %}{{ all }}",
        "{% set all %}{{ article.content }}{% endset %}{{ all }}",
        "{% filter upper %}{{ article.content }}{% endfilter %}",
        "{% macro all() %}{{ article.content }}{% endmacro %}{{ all() }}",
        "{% call all() %}{{ article.content }}{% endcall %}",
        "{% block main %}{{ article.content }}{% endblock %}{{ self.main() }}",
        "{% set all %}{% include 'part.html' %}{% endset %}{{ all | words }}",
        "{% extends 'counts.html' %}{% block main %}{{ article.content }}{% endblock %}",
        "{% extends 'base.html' %}{% block main %}{{ article.content }}{{ body }}{% endblock %}"
        "{% block data %}{{ body | words }}{% endblock %}",
    ],
)
def test_a_body_with_which_more_is_done(template: str) -> None:
    counts = BASE.replace("{{ body }}", "{{ body }}{{ body | words }}")
    part = "{{ article.content }}"
    others = {"base.html": BASE, "counts.html": counts, "part.html": part}
    assert not is_one(template, **others)
