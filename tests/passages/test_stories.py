"""Whole stories, as the importer's own examples are: the rules seldom speak up in them.

Their writers told of evenings and illnesses with no rule in mind; a tool that interrupts them on
every page is soon switched off.
"""

from tests.conftest import ROOT
from tests.passages.score import found_findings
from tests.real_house import real_rules
from wellspring.checking.rulebook import bind_rules

# Findings about words, in a thousand words of whole stories.
MOST = 1.0


def test_stories_are_seldom_interrupted() -> None:
    book = bind_rules(real_rules())
    files = [
        file
        for file in sorted((ROOT / "tests" / "importing").glob("dumps*/*.md"))
        if not file.name.endswith(".author.md")
    ]
    bodies = [file.read_text(encoding="utf-8").partition("\n\n")[2] for file in files]
    words = sum(len(body.split()) for body in bodies)
    found = sum(len(found_findings(body, book)) for body in bodies)
    assert len(files) > 50
    assert found / words * 1000 <= MOST
