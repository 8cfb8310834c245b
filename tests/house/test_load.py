"""Loading the house style: every wrong key of every file is named, with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wellspring.errors import HouseStyleError
from wellspring.house.load import load_house

Write = Callable[[dict[str, str]], Path]
NOT_CLOSED = "Usually a quotation mark is not closed"
NO_BRACKET = "Usually a `]` is missing, or a comma between two items, here or above."

DISCLAIMER = """\
title = "General"
label = "Information"
brief = "Not advice."
text = "This is not advice."
severity = 10
source = "https://x.example/"
source_title = "X"
checked_on = 2026-01-01
"""
CATEGORY = 'name = "Sleep"\ndescription = "Nights."\ndisclaimers = ["general"]\n'
LINE = """\
name = "A line"
country = "US"
country_name = "United States"
call = "988"
call_link = "tel:988"
url = "https://x.example/"
hours = "always"
languages = "English"
grade = "A"
source = "https://x.example/"
checked_on = 2026-01-01
"""
TOPIC = """\
name = "Ketamine"
terms = ["ketamine", "low mood"]
unless = ['ketamine street']
disclaimers = ["general"]
review_days = 365
[examples]
flagged = ["Ketamine is a drug."]
clean = ["Ketamine Street is a road."]
"""
HOUSE = {
    "disclaimers/general.toml": DISCLAIMER,
    "categories/sleep.toml": CATEGORY,
    "crisis-lines/us.toml": LINE,
    "topics/ketamine.toml": TOPIC,
}


def complaints(root: Path) -> list[str]:
    with pytest.raises(HouseStyleError) as raised:
        load_house(root)
    return str(raised.value).splitlines()


def test_a_good_house_loads(write_house: Write) -> None:
    house = load_house(write_house(HOUSE))
    assert list(house.disclaimers) == ["general"]
    assert list(house.categories) == ["Sleep"]
    assert [topic.id for topic in house.topics] == ["ketamine"]
    assert [line.call for line in house.crisis_lines] == ["988"]


def test_topics_are_found_by_their_words_and_tags(write_house: Write) -> None:
    house = load_house(write_house(HOUSE | {"topics/ketamine.toml": f'tags = ["K"]\n{TOPIC}'}))
    assert [found.owner for found in house.terms.find("Ketamine, in a low mood")] == [
        "ketamine",
        "ketamine",
    ]
    assert [topic.id for topic in house.topics_by_tag["k"]] == ["ketamine"]


@pytest.mark.parametrize(
    ("path", "old", "new", "complaint"),
    [
        (
            "disclaimers/general.toml",
            'source = "https://x.example/"',
            "",
            "editorial/disclaimers/general.toml:1:1: `source` is missing or is not text. "
            'Add `source = "…"`.',
        ),
        (
            "disclaimers/general.toml",
            "severity = 10",
            "severity = 10\nseverety = 1",
            "editorial/disclaimers/general.toml:6:1: `severety` is not a key of this kind of "
            "file. Did you mean `severity`?",
        ),
        (
            "disclaimers/general.toml",
            "severity = 10",
            "severity = 1000",
            "editorial/disclaimers/general.toml:5:1: `severity` must be a whole number from 1 to "
            "100. Mend it.",
        ),
        (
            "disclaimers/general.toml",
            "checked_on = 2026-01-01",
            'checked_on = "2026-01-01"',
            "editorial/disclaimers/general.toml:8:1: `checked_on` must be a date. Write "
            "`checked_on = 2026-11-23`, without quotes.",
        ),
        (
            "disclaimers/general.toml",
            "https://x.example/",
            "http://x.example/",
            "editorial/disclaimers/general.toml:6:1: `source` must be an address that starts "
            "with https://. Mend it.",
        ),
        (
            "categories/sleep.toml",
            "general",
            "genral",
            "editorial/categories/sleep.toml:3:1: there is no disclaimer `genral`. "
            "Did you mean `general`?",
        ),
        (
            "topics/ketamine.toml",
            'disclaimers = ["general"]',
            'disclaimers = ["genral"]',
            "editorial/topics/ketamine.toml:4:1: there is no disclaimer `genral`. "
            "Did you mean `general`?",
        ),
        (
            "disclaimers/general.toml",
            "severity = 10",
            'severity = 10\nimplies = ["crisis"]',
            "editorial/disclaimers/general.toml:6:1: there is no disclaimer `crisis`. "
            "Choose one of: `general`.",
        ),
        (
            "topics/ketamine.toml",
            "'ketamine street'",
            "'ketamine (street'",
            "editorial/topics/ketamine.toml:3:1: `ketamine (street` in `unless` is not a regular "
            "expression: missing ), unterminated subpattern at position 9. Mend it.",
        ),
        (
            "topics/ketamine.toml",
            'clean = ["Ketamine Street is a road."]',
            "clean = []",
            "editorial/topics/ketamine.toml:6:1: there must be `flagged` examples and at least "
            "as many `clean` ones. Add them under `[examples]`.",
        ),
        (
            "crisis-lines/us.toml",
            "tel:988",
            "tel:989",
            "editorial/crisis-lines/us.toml:5:1: `call_link` must dial the number that is shown "
            "beside it. Mend one of the two.",
        ),
        (
            "crisis-lines/us.toml",
            'grade = "A"',
            'grade = "C"',
            "editorial/crisis-lines/us.toml:9:1: `grade` must be A or B. A line that is less "
            "sure is not shown at all.",
        ),
    ],
)
def test_a_wrong_key_is_named(
    write_house: Write, path: str, old: str, new: str, complaint: str
) -> None:
    assert old in HOUSE[path]
    root = write_house(HOUSE | {path: HOUSE[path].replace(old, new)})
    assert complaints(root) == [complaint]


def test_a_file_that_is_not_toml_is_named_once(write_house: Write) -> None:
    root = write_house(HOUSE | {"topics/ketamine.toml": "name = \n"})
    assert complaints(root) == [
        "editorial/topics/ketamine.toml:1:8: this is not TOML: Invalid value. Compare with a "
        "file beside it."
    ]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('name = "x\n', "1:10", f"Illegal character '\\n'. {NOT_CLOSED} in this line."),
        ('name = "x', "1:1", f"Unterminated string. {NOT_CLOSED}, here or above."),
        ('a = 1\nname = """x\n', "2:1", f"Unterminated string. {NOT_CLOSED}, here or above."),
        ("name = 'x\n", "1:1", f"Expected \"'\". {NOT_CLOSED}, here or above."),
        ('n = [\n"x",\n"y"\nb = 1\n', "4:1", f"Unclosed array. {NO_BRACKET}"),
        ('n = ["x" "y"]\n', "1:10", f"Unclosed array. {NO_BRACKET}"),
        ('n = ["x",\n"y"\n', "2:1", f"Unclosed array. {NO_BRACKET}"),
        ('n = { a = "x"\n', "1:14",
         "Unclosed inline table. Usually a `}` is missing, or the braces "
         "do not stand on one line."),
        ('n = "a "b" c"\n', "1:9", "Expected newline or end of document after a statement. Usually "
         'a quotation mark stands within a text. Write it as `\\"`.'),
        ('n = "a\\d"\n', "1:9", "Unescaped '\\' in a string. Usually a backslash stands in a text. "
         "Write it as `\\\\`."),
    ],
)  # fmt: skip
def test_what_the_parser_says_is_put_in_plain_words(
    write_house: Write, text: str, place: str, says: str
) -> None:
    assert complaints(write_house(HOUSE | {"topics/ketamine.toml": text})) == [
        f"editorial/topics/ketamine.toml:{place}: this is not TOML: {says} Compare with a file "
        "beside it."
    ]


def test_all_files_are_named_in_one_run(write_house: Write) -> None:
    broken = {path: text + 'surprise = "x"\n' for path, text in HOUSE.items()}
    assert len(complaints(write_house(broken))) == len(HOUSE)


def test_a_house_without_disclaimers_is_refused(write_house: Write) -> None:
    files = {path: text for path, text in HOUSE.items() if not path.startswith("disclaimers/")}
    assert (
        "editorial/disclaimers:1:1: there is no file in this folder. Put back the files that "
        "belong here." in complaints(write_house(files))
    )
