"""What networks learn the house rules from: passages, examples, stories; called by teach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.conftest import FIRST_ARTICLE
from tests.passages.score import EDITORIAL, FOLDER, passages
from tests.small_rules import job_of, reading_of
from wellspring.checking.ignores import read_ignores
from wellspring.commands.examine import subject_of
from wellspring.house.rules import load_rules
from wellspring.importing.line import straight
from wellspring.model.rule import Rule
from wellspring.text.windows import windows

IMPORTING = FOLDER.parent / "importing"
STORIES = (FOLDER / "stories", *sorted(IMPORTING.glob("dumps*")))
# Rules that look at marks and links, not at what is said.
APART = ("typo-dash", "doc-alt-text", "doc-link-text")
# What is read more than once in a round: of the first article every finding was weighed by hand.
OFTEN = {"dev-seed": 10}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A window's text, the rules it breaks, and those that it says nothing of."""

    text: str
    labels: frozenset[str]
    unsure: frozenset[str]


def taught_rules() -> list[Rule]:
    """Return the rules that look at what is said."""
    rules = load_rules(EDITORIAL)
    return [r for r in rules if r.terms and not r.measure and r.id not in APART]


def read_sets() -> Iterator[Lesson]:
    """Yield the passages that anybody may read."""
    for file in sorted(FOLDER.glob("dev*.toml")):
        yield from list(read_set(file.stem)) * OFTEN.get(file.stem, 1)
    yield from list(read_first()) * OFTEN["dev-seed"]


def read_set(name: str) -> Iterator[Lesson]:
    """Yield the passages of a set."""
    for passage in passages(name):
        labels, unsure = (frozenset(map(str, passage.get(key, ()))) for key in ("rules", "unsure"))
        yield Lesson(" ".join(texts_of(str(passage["text"]))), labels, unsure)


def read_examples(rules: Sequence[Rule]) -> Iterator[Lesson]:
    """Yield the rules' own examples, which say nothing of other rules."""
    for rule in rules:
        others = frozenset(each.id for each in rules) - {rule.id}
        for text in rule.examples.flagged:
            yield Lesson(" ".join(texts_of(text)), frozenset({rule.id}), others)
        for text in rule.examples.clean:
            yield Lesson(" ".join(texts_of(text)), frozenset(), others)


def read_stories() -> Iterator[Lesson]:
    """Yield the windows of stories, which break no rule."""
    for folder in STORIES:
        for file in sorted(folder.glob("*.md")):
            if not file.stem.endswith(".author"):
                _, _, body = file.read_text(encoding="utf-8").partition("\n\n")
                yield from (Lesson(text, frozenset(), frozenset()) for text in texts_of(body))


def read_first() -> Iterator[Lesson]:
    """Yield the windows of the first article: they break what its comments ask to ignore there."""
    subject = subject_of(job_of(FIRST_ARTICLE.read_text(encoding="utf-8"), article=True))
    ignores, _ = read_ignores(subject)
    for window in windows(subject.reading):
        lines = {sentence.block.line for sentence in window.sentences}
        broken = {
            ignore.rule
            for ignore in ignores
            if any(ignore.first_line <= line <= ignore.last_line for line in lines)
        }
        yield Lesson(window.text, frozenset(broken), frozenset())


def texts_of(text: str) -> Iterator[str]:
    """Yield the windows of a text as they are read."""
    for window in windows(reading_of(text)):
        yield window.text


def free_texts() -> Iterator[str]:
    """Yield texts that nobody has labelled: a teacher says what it thinks of them."""
    for file in (*sorted(FOLDER.glob("free-*.txt")), *sorted(IMPORTING.glob("prose-*.txt"))):
        if "unseen" not in file.stem:
            # They have their marks already.
            yield from straight(file.read_text(encoding="utf-8")).lower().splitlines()
