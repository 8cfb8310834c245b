"""Identifiers of sources: read as authors write them, shown as references print them."""

import pytest

from wellspring.text.citation import address_of, identifier_of


@pytest.mark.parametrize(
    ("written", "address", "shown"),
    [
        ("https://www.who.int/x", "https://www.who.int/x", ""),
        ("", "", ""),
        ("doi:10.1000/a.(b)-1", "https://doi.org/10.1000/a.(b)-1", "doi:10.1000/a.(b)-1"),
        ("DOI: 10.1000/182", "https://doi.org/10.1000/182", "doi:10.1000/182"),
        ("https://dx.doi.org/10.1000/182", "https://dx.doi.org/10.1000/182", "doi:10.1000/182"),
        ("pmid:12345", "https://pubmed.ncbi.nlm.nih.gov/12345/", "PMID 12345"),
        ("PMID 12345", "PMID 12345", ""),
        ("doi:11.1/x", "doi:11.1/x", ""),
    ],
)  # fmt: skip
def test_an_identifier_becomes_an_address_and_back(written: str, address: str, shown: str) -> None:
    assert address_of(written) == address
    assert identifier_of(address) == shown
