"""The short note on a drug's legal status that stands where an article first names it.

Composed from the drug's file, so that a fact has one place; called by decide.
"""

from collections.abc import Iterator

from wellspring.model.drug import REGULATORS, Drug, DrugNote


def note_on(drug: Drug, line: int) -> DrugNote:
    """Return the note on a drug that a text first names on `line`."""
    return DrugNote(drug, tuple(sentences(drug)), line)


def sentences(drug: Drug) -> Iterator[str]:
    """Yield what is to be said of a drug: approval, control, warning, then what else matters."""
    name = drug.name[:1].upper() + drug.name[1:]
    yield f"{name} is {drug.kind}."
    if drug.approved_for:
        yield f"Official uses in {places(drug)}: {drug.approved_for}."
    elif drug.schedule == "I":
        yield "Not approved as a medicine in the United States."
    if drug.schedule:
        yield f"Controlled by US law (Schedule {drug.schedule}); the rules differ by country."
    if drug.boxed_warning:
        yield f"Its US label carries a boxed warning, FDA’s strongest: {drug.boxed_warning}."
    if drug.caution:
        yield drug.caution


def places(drug: Drug) -> str:
    """Return where a drug is approved, in words."""
    return " and ".join(REGULATORS[place] for place in drug.approved_in)
