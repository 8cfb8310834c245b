"""Learn editorial/leanings/ from the labelled passages: `python -m tests.passages.learn`.

Needs scikit-learn (`pip install ".[learn]"`), which nothing else does. Rows are weighed by a
logistic regression whose penalty leaves most of them out; it learns from the sets that anybody may
read, the rules' own examples and stories without a fault. How much is enough is then set by three
sets that the rules' writers have not read, so that a phrase is trusted as far as it deserves; one
that is an error is never silenced. The other unread sets measure what comes out. See
docs/decisions/0009.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.passages.score import EDITORIAL, FOLDER, passages
from wellspring.checking.match import Finder, Match
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.rules import check_words, counts
from wellspring.checking.taken import Sentences
from wellspring.commands.examine import bare
from wellspring.commands.report import say
from wellspring.house.rules import load_rules
from wellspring.model.rule import Rule
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text

CALIBRATING = ("unseen-c", "unseen-e", "unseen-g")
STORIES = (FOLDER / "stories", *sorted((FOLDER.parent / "importing").glob("dumps*")))
# Rules that look at marks and links, not at what is said.
APART = ("typo-dash", "doc-alt-text", "doc-link-text")
STRENGTH = 1.0
SHRINKING = 0.4
# How sure it must be that a careful editor would agree.
SURE = 0.5
WHAT = "What rows of words say for or against {}, learned from labelled passages."


@dataclass
class Passage:
    """A passage's sentences as rows, what it is labelled, and what the phrases find in it.

    `open` holds, for each sentence, the rules that would report something in it.
    """

    rows: list[set[str]]
    open: list[set[str]]
    labels: set[str]
    unsure: set[str]
    found: set[str] = field(default_factory=set)


def main() -> None:
    """Learn, and write a file for each rule."""
    rules = tuple(replace(rule, leaning=None) for rule in load_rules(EDITORIAL))
    book = bind_rules(rules)
    learnt = [r for r in rules if r.terms and not r.measure and r.id not in APART]
    examples = list(read_examples(book, learnt))
    teaching = [*read_sets(book), *examples, *read_stories(book, learnt)]
    judging = [passage for name in CALIBRATING for passage in read_set(name, book)]
    vectorizer = DictVectorizer()
    owners, matrix = stacked(teaching, vectorizer)
    scores = {}
    weights = {}
    for rule in learnt:
        model = fitted(rule.id, teaching, owners, matrix)
        weights[rule.id] = model
        scores[rule.id] = leaning_of(rule.id, judging, model, vectorizer)
    bars = calibrated(scores, judging)
    names = vectorizer.get_feature_names_out()
    for rule in learnt:
        enough, least = bars[rule.id]
        own = [opened(each, rule.id) for each in examples if rule.id in each.labels]
        lowest = min(leaning_of(rule.id, own, weights[rule.id], vectorizer))
        bar = min(least, lowest) if rule.severity != "error" else None
        write(rule.id, weights[rule.id], (enough, bar), names)
    say(f"Learned {len(learnt)} leanings from {len(teaching):,} passages.")


def read_sets(book: Rulebook) -> Iterator[Passage]:
    """Yield the passages that anybody may read."""
    for file in sorted(FOLDER.glob("dev*.toml")):
        yield from read_set(file.stem, book)


def read_set(name: str, book: Rulebook) -> Iterator[Passage]:
    """Yield the passages of a set."""
    for passage in passages(name):
        labels, unsure = (set(map(str, passage.get(key, ()))) for key in ("rules", "unsure"))
        yield read_passage(str(passage["text"]), book, labels, unsure)


def read_examples(book: Rulebook, rules: Iterable[Rule]) -> Iterator[Passage]:
    """Yield the rules' own examples, which say nothing of other rules."""
    known = {rule.id for rule in book.rules}
    for rule in rules:
        for text in rule.examples.flagged:
            yield read_passage(text, book, {rule.id}, known - {rule.id})
        for text in rule.examples.clean:
            yield read_passage(text, book, set(), known - {rule.id})


def read_stories(book: Rulebook, rules: Iterable[Rule]) -> Iterator[Passage]:
    """Yield the paragraphs of stories in which the phrases find nothing."""
    learnt = {rule.id for rule in rules}
    for folder in STORIES:
        for file in sorted(folder.glob("*.md")):
            for part in file.read_text(encoding="utf-8").split("\n\n")[1:]:
                passage = read_passage(part, book, set(), set())
                if not file.stem.endswith(".author") and not passage.found & learnt:
                    yield passage


def read_passage(text: str, book: Rulebook, labels: set[str], unsure: set[str]) -> Passage:
    """Return a passage as rows."""
    reading = read_text(bare(text, "x.md"), prose_of(text))
    finder = Finder(reading, book)
    sentences = Sentences(reading, book.frames.scanner)
    passage = Passage([], [], labels, unsure)
    passage.found = {item.rule for item in check_words(finder, frozenset(), frozenset())}
    for sentence in reading.sentences:
        taken = sentences.take(sentence.number)
        rows = book.leanings.cutter.rows_of(taken.words, taken.things)
        passage.rows.append({text for text, _, _ in rows})
        whole = (0, len(sentence.text))
        passage.open.append(
            {
                rule.id
                for rule in book.rules
                if rule.terms
                and not rule.measure
                and whole[1]
                and counts(Match(rule, sentence, whole), finder)
            }
        )
    return passage


def stacked(some: list[Passage], vectorizer: DictVectorizer) -> tuple[np.ndarray, csr_matrix]:
    """Return whose each sentence is, and which rows it has; rows that stand once are left out."""
    owners = np.array([place for place, each in enumerate(some) for _ in each.rows])
    seen: dict[str, int] = {}
    for each in some:
        for row in set().union(*each.rows) if each.rows else ():
            seen[row] = seen.get(row, 0) + 1
    often = {row for row, times in seen.items() if times > 1}
    rows = [dict.fromkeys(row & often, 1.0) for each in some for row in each.rows]
    return owners, vectorizer.fit_transform(rows)


def fitted(
    rule: str, some: list[Passage], owners: np.ndarray, matrix: csr_matrix
) -> LogisticRegression:
    """Return the weights of rows for a rule; one sentence of a labelled passage is the one."""
    unsure = np.array([rule in each.unsure for each in some])[owners]
    labelled = np.array([rule in each.labels for each in some])[owners]
    used = ~unsure
    model = LogisticRegression(C=STRENGTH, solver="liblinear", l1_ratio=1.0, random_state=0)
    for _ in range(2):
        model.fit(matrix[used], labelled[used])
        sums = model.decision_function(matrix)
        most = np.full(len(some), -np.inf)
        np.maximum.at(most, owners, sums)
        used = ~unsure & (~labelled | (sums >= most[owners] - 1e-9))
    return model


def leaning_of(
    rule: str, some: list[Passage], model: LogisticRegression, vectorizer: DictVectorizer
) -> list[float]:
    """Return how far the sentence of each passage leans that leans most."""
    found = []
    for each in some:
        rows = [
            dict.fromkeys(row, 1.0)
            for row, may in zip(each.rows, each.open, strict=True)
            if rule in may
        ]
        sums = model.decision_function(vectorizer.transform(rows)) if rows else [-8.0]
        found.append(max(-8.0, *sums))
    return found


def opened(passage: Passage, rule: str) -> Passage:
    """Return a passage of which every sentence counts."""
    return replace(passage, open=[{rule} for _ in passage.open])


def calibrated(
    scores: dict[str, list[float]], some: list[Passage]
) -> dict[str, tuple[float, float]]:
    """Return for each rule how much is enough, and the least with a phrase."""
    rules = sorted(scores)
    rows, labels = [], []
    for place, rule in enumerate(rules):
        for each, score in zip(some, scores[rule], strict=True):
            if rule not in each.unsure:
                rows.append(parts(score, rule in each.found, place, len(rules)))
                labels.append(rule in each.labels)
    model = LogisticRegression(C=1.0, max_iter=2000).fit(np.array(rows), labels)
    bars = {}
    for place, rule in enumerate(rules):
        zero, phrase, unit = (
            model.decision_function([parts(score, found, place, len(rules))])[0]
            - np.log(SURE / (1 - SURE))
            for score, found in ((0.0, False), (0.0, True), (1.0, False))
        )
        slope = unit - zero
        bars[rule] = (-zero / slope, -phrase / slope)
    return bars


def parts(score: float, found: bool, place: int, count: int) -> np.ndarray:  # noqa: FBT001
    """Return what is known of a passage, for all rules and once more for its own."""
    own = np.zeros(3 * count)
    own[3 * place : 3 * place + 3] = SHRINKING * np.array([score, 3.0 * found, 3.0])
    return np.concatenate([[score, float(found)], own])


def write(
    rule: str, model: LogisticRegression, bars: tuple[float, float | None], names: np.ndarray
) -> None:
    """Write the leaning of a rule, rows in the order of the alphabet."""
    start = model.intercept_[0]
    weights = {row: round(float(w), 2) for row, w in zip(names, model.coef_[0], strict=True)}
    lines = [f"{quoted(row)} = {weight}" for row, weight in sorted(weights.items()) if weight]
    head = [
        f'what = "{WHAT.format(rule)}"',
        f"start = {start:.2f}",
        f"enough = {bars[0]:.2f}",
        *([] if bars[1] is None else [f"least = {bars[1]:.2f}"]),
        "",
        "[rows]",
    ]
    folder = Path(EDITORIAL) / "leanings"
    folder.mkdir(exist_ok=True)
    (folder / f"{rule}.toml").write_text("\n".join([*head, *lines, ""]), encoding="utf-8")


def quoted(text: str) -> str:
    """Return a text as a key of TOML, which quotes as JSON does."""
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()
