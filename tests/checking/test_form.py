"""The schema as a form: every key is there, and what is needed cannot be left out."""

import re

from wellspring.checking.form import BODY, NOT_HERE, PLAIN, SEVERAL, fields_of
from wellspring.checking.schema import SCHEMAS

CHOICES = {
    "Author": [("A", "A"), ("B", "B")],
    "Category": [("Sleep", "Sleep")],
    "Disclaimer": [("A warning", "warning")],
}


def test_every_key_has_a_field_with_its_name_and_what_it_is_for() -> None:
    for kind, schema in SCHEMAS.items():
        fields = {field["name"]: field for field in fields_of(kind, CHOICES)}
        labels = {name: field["label"] for name, field in fields.items()}
        left_out = {key.name for key in schema.keys} - fields.keys()
        assert left_out <= {*NOT_HERE, *SEVERAL.values()}
        assert fields.keys() - {key.name for key in schema.keys} == {BODY}
        for key in schema.keys:
            if key.name in fields:
                assert fields[key.name]["required"] == (key.needed or key.name == "Status")
                assert re.fullmatch(rf"{key.name}|[A-Z][a-z ]+ \({key.name}\)", labels[key.name])
                assert fields[key.name]["hint"].endswith(".") or key.name == "Status"
                assert "`" not in fields[key.name]["hint"]


def test_plain_names_are_of_keys_that_there_are() -> None:
    assert PLAIN.keys() <= {key.name for schema in SCHEMAS.values() for key in schema.keys}


def test_what_a_text_needs_stands_above_its_words() -> None:
    for kind, schema in SCHEMAS.items():
        names = [field["name"] for field in fields_of(kind, CHOICES)]
        assert set(schema.required) <= set(names[: names.index(BODY)])


def test_values_are_filled_in_as_the_blog_reads_them() -> None:
    fields = {field["name"]: field for field in fields_of("posts", CHOICES)}
    assert fields["Author"]["multiple"] is True
    assert fields["Author"]["min"] == 1
    assert fields["Category"]["options"] == [{"label": "Sleep", "value": "Sleep"}]
    assert "multiple" not in fields["Category"]
    assert fields["Disclaimer"]["options"] == [{"label": "A warning", "value": "warning"}]
    assert fields["Date"] | {"hint": ""} == {
        "name": "Date",
        "label": "Date",
        "widget": "datetime",
        "type": "date",
        "format": "YYYY-MM-DD",
        "default": "{{now}}",
        "required": True,
        "hint": "",
    }
    assert [option["value"] for option in fields["Status"]["options"]] == [
        "published",
        "draft",
        "hidden",
    ]
    assert fields["Status"]["default"] == "draft"
    assert fields["Tags"]["widget"] == "list"
    assert fields["Sources"]["field"]["label"] == "title, publisher | address | its date"
    assert fields["Sources"]["hint"].startswith("Each one: “title, publisher | address")
    assert fields["Author"]["hint"] == "Who has written it."
