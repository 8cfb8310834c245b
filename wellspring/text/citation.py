"""Addresses of scholarly sources: `doi:…` and `pmid:…` as authors write them, and as readers do.

DOIs: https://www.doi.org/the-identifier/resources/handbook/. PubMed: https://pubmed.ncbi.nlm.nih.gov/help/.
"""

import re

DOI = re.compile(r"doi:\s*(?P<id>10\.\d{4,9}/\S+)", re.IGNORECASE)
PMID = re.compile(r"pmid:\s*(?P<id>\d{1,8})", re.IGNORECASE)
DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<id>10\.\d{4,9}/\S+)", re.IGNORECASE)
PMID_ADDRESS = re.compile(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/(?P<id>\d{1,8})/?",
    re.IGNORECASE,
)


def address_of(text: str) -> str:
    """Return the address that `doi:10.…` or `pmid:123` means; another text as it is."""
    if match := DOI.fullmatch(text):
        return f"https://doi.org/{match['id']}"
    if match := PMID.fullmatch(text):
        return f"https://pubmed.ncbi.nlm.nih.gov/{match['id']}/"
    return text


def identifier_of(address: str) -> str:
    """Return what a printed reference would say beside the title: `doi:10.…`, `PMID 123` or ""."""
    if match := DOI_ADDRESS.fullmatch(address):
        return f"doi:{match['id']}"
    if match := PMID_ADDRESS.fullmatch(address):
        return f"PMID {match['id']}"
    return ""
