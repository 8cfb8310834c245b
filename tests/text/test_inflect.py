"""Forms of verbs and nouns."""

import pytest

from wellspring.text.inflect import plurals, verb_forms


@pytest.mark.parametrize(
    "forms",
    [
        "leave leaves left left leaving",
        "drop drops dropped dropped dropping",
        "taper tapers tapered tapered tapering",
        "halve halves halved halved halving",
        "toss tosses tossed tossed tossing",
        "deny denies denied denied denying",
        "delay delays delayed delayed delaying",
        "throw throws threw thrown throwing",
        "free frees freed freed freeing",
    ],
)
def test_a_verb_has_five_forms(forms: str) -> None:
    found = " ".join(form for form, _ in verb_forms(forms.split(maxsplit=1)[0]))
    assert found == forms


def test_a_noun_has_a_plural() -> None:
    assert [plurals(noun)[1] for noun in ("pill", "remedy", "rash", "day")] == [
        *("pills", "remedies", "rashes", "days"),
    ]
