"""Drug files: what a note for readers needs, and every way to write it wrongly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.test_load import DISCLAIMER, HOUSE, complaints
from wellspring.disclaimers.drug_notes import note_on
from wellspring.house.load import load_house

Write = Callable[[dict[str, str]], Path]
DRUG = """\
name = "calmol"
names = ["calmol", "Restwell"]
unless = ['\\bRestwell\\s+beds?\\b']
kind = "a sedative"
approved_in = ["US", "GB"]
approved_for = "short spells of poor sleep"
schedule = "IV"
boxed_warning = "doing things while asleep"
caution = "It is not for children."
disclaimers = ["general"]
source = "https://x.example/calmol"
source_title = "The calmol label"
source_dated = 2025-01-06
checked_on = 2026-01-01
"""


def house_with(text: str, **more: str) -> dict[str, str]:
    files = {f"drugs/{name}.toml": other for name, other in more.items()}
    return HOUSE | {"drugs/calmol.toml": text} | files


def test_a_good_file_makes_a_note(write_house: Write) -> None:
    (drug,) = load_house(write_house(house_with(DRUG))).drugs
    assert note_on(drug, 3).text == (
        "Calmol is a sedative. Official uses in the United States and the United Kingdom: short "
        "spells of poor sleep. Controlled by US law (Schedule IV); the rules differ by country. "
        "Its US label carries a boxed warning, FDA’s strongest: doing things while asleep. "
        "It is not for children."
    )


def test_what_is_not_so_is_not_said(write_house: Write) -> None:
    text = DRUG
    for line in DRUG.splitlines():
        if line.startswith(("unless", "schedule", "boxed", "caution", "source_dated", "approved")):
            text = text.replace(f"{line}\n", "")
    (drug,) = load_house(write_house(house_with(text))).drugs
    assert note_on(drug, 3).text == "Calmol is a sedative."


def test_a_drug_of_schedule_one_is_approved_for_nothing(write_house: Write) -> None:
    text = DRUG.replace('"IV"', '"I"').replace('["US", "GB"]', "[]")
    text = text.replace('"short spells of poor sleep"', '""')
    (drug,) = load_house(write_house(house_with(text))).drugs
    assert "Not approved as a medicine in the United States." in note_on(drug, 3).sentences


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"calmol", "Rest', '"Rest', "2:1: `names` must hold `calmol` too. Add it."),
        ('"GB"', '"UK"', "5:1: `UK` is not a regulator's place. Choose one of: `EU`, `GB`, `US`."),
        ('"short spells of poor sleep"', '""', "6:1: `approved_in` and `approved_for` need each "
         "other. Fill both, or leave both empty."),
        ('"IV"', '"VI"', "7:1: `schedule` cannot be `VI`. Choose one of: `I`, `II`, "
         "`III`, `IV`, `V`."),
        ('"a sedative"', '"a b c d e f g h i"', "4:1: `kind` has 9 words, and the note only 8. "
         "Shorten it."),
        ('["general"]', '["genral"]', "10:1: there is no disclaimer `genral`. "
         "Did you mean `general`?"),
        ("2025-01-06", '"May"', "13:1: `source_dated` must be a date. Write "
         "`source_dated = 2026-11-23`, without quotes."),
        ('"https://x.example/calmol"', '"x"', "11:1: `source` must be an address that starts "
         "with https://. Mend it."),
    ],
)  # fmt: skip
def test_a_wrong_key_is_named(write_house: Write, old: str, new: str, complaint: str) -> None:
    assert old in DRUG
    root = write_house(house_with(DRUG.replace(old, new)))
    assert complaints(root) == [f"editorial/drugs/calmol.toml:{complaint}"]


def test_a_name_belongs_to_one_drug(write_house: Write) -> None:
    other = DRUG.replace('name = "calmol"', 'name = "other"').replace(
        '["calmol", "Re', '["other", "Re'
    )
    assert complaints(write_house(house_with(DRUG, other=other))) == [
        "editorial/drugs/other.toml:2:1: `Restwell` is a name of `calmol` too. Keep it in one of "
        "the two files."
    ]


def test_a_language_is_a_table_with_all_its_words(write_house: Write) -> None:
    german = '[lang.de]\ntitle = "Info"\nlabel = "Info"\nbrief = "Kein Rat."\ntext = "Nur Info."\n'
    files = HOUSE | {"disclaimers/general.toml": DISCLAIMER + german}
    wording = load_house(write_house(files)).disclaimers["general"].languages["de"]
    assert (wording.text, wording.reviewed_by) == ("Nur Info.", "")
    files["disclaimers/general.toml"] = DISCLAIMER + german.replace("brief", "breif")
    assert complaints(write_house(files)) == [
        "editorial/disclaimers/general.toml:9:1: `brief` is missing or is not text. Add `brief = "
        '"…"`.',
        "editorial/disclaimers/general.toml:12:1: `breif` is not a key of this kind of file. "
        "Did you mean `brief`?",
    ]


def test_a_placement_is_one_of_two(write_house: Write) -> None:
    files = HOUSE | {"disclaimers/general.toml": DISCLAIMER + 'placement = "side"\n'}
    assert complaints(write_house(files)) == [
        "editorial/disclaimers/general.toml:9:1: `placement` cannot be `side`. "
        "Choose one of: `end`, `top`."
    ]
