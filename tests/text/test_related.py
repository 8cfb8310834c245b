"""Related texts: by subject, not by the words that all texts share."""

import random

from wellspring.text.related import related_texts

TEXTS = {
    "sleep": "The evening and sleep. Sleep comes when the evening is dark. Dim the lamp, rest.",
    "lamps": "A lamp in the evening keeps sleep away; the lamp is bright, and rest comes late.",
    "walks": "Walking to the park is movement. Legs and the park, steps and shoes and the park.",
    "shoes": "Shoes for walking: steps feel lighter, legs tire less in the park with new shoes.",
    "alone": "Something entirely different concerning pottery glazes.",
}


def test_the_closest_comes_first() -> None:
    found = related_texts(TEXTS, 3)
    assert found["sleep"][0][0] == "lamps"
    assert found["lamps"][0][0] == "sleep"
    assert found["walks"][0][0] == "shoes"


def test_a_text_that_stands_alone_has_none() -> None:
    assert related_texts(TEXTS, 3)["alone"] == ()


def test_the_order_of_the_texts_does_not_matter() -> None:
    names = list(TEXTS)
    random.Random(4).shuffle(names)  # noqa: S311 - no secret
    assert related_texts({name: TEXTS[name] for name in names}, 3) == related_texts(TEXTS, 3)


def test_no_texts_and_one_text_are_fine() -> None:
    assert related_texts({}, 3) == {}
    assert related_texts({"one": "Only this."}, 3) == {"one": ()}


def test_copies_of_one_text_are_all_related_and_bounded() -> None:
    texts = {str(number): TEXTS["sleep"] for number in range(5)} | TEXTS
    assert all(len(found) <= 3 for found in related_texts(texts, 3).values())
