"""Whole stories, as the importer's own examples are: the rules seldom speak up in them.

Their writers told of evenings and illnesses with no rule in mind; a tool that interrupts them on
every page is soon switched off. What some of them cite is made up.
"""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.passages.score import found_findings
from tests.real_house import real_rules
from wellspring.checking.rulebook import bind_rules

# Findings about words, in a thousand words of whole stories.
MOST = 1.0


IMPORTED = ROOT / "tests" / "importing"
# Nobody has read the second: they tell how it is with stories of others.
WRITTEN = ("stories", "unread-stories")


def bodies_of(name: str) -> list[str]:
    """Return the stories of a kind, without their titles."""
    folder = Path(__file__).with_name(name)
    files = (
        sorted(folder.glob("*.md")) if name in WRITTEN else sorted(IMPORTED.glob(f"{name}/*.md"))
    )
    texts = [file.read_text(encoding="utf-8") for file in files if ".author" not in file.name]
    return [text.partition("\n\n")[2] for text in texts]


@pytest.mark.parametrize("name", ["dumps*", *WRITTEN])
def test_stories_are_seldom_interrupted(name: str) -> None:
    book = bind_rules(real_rules())
    bodies = bodies_of(name)
    words = sum(len(body.split()) for body in bodies)
    found = sum(len(found_findings(body, book)) for body in bodies)
    assert words > 10_000
    assert found / words * 1000 <= MOST
