"""Learn what rows of marks weigh for a lost dash: `python -m tests.importing.learn`.

Needs scikit-learn (`pip install ".[learn]"`), which nothing else does. It learns from the stories
whose posts were written by hand, from sentences written for it, and, with less weight, from the
checker's passages: their hyphens are compounds, and where two sentences or clauses of theirs meet,
a dash could stand. `--without NAME` leaves out a set, so that it can be measured as an unread one.
"""

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.importing.score import FOLDER, READ, STYLE, dumps, expected
from wellspring.commands.report import say
from wellspring.text.dash_clauses import ruled
from wellspring.text.dash_leaning import SURE
from wellspring.text.dash_pairs import CHAIN, places_in
from wellspring.text.dash_rows import rows_of
from wellspring.text.dashes import is_kept
from wellspring.text.weighing import Place

WORDS = STYLE.dashes
FILE = FOLDER.parents[1] / "editorial/importing/leanings/dashes.toml"
PASSAGES = FOLDER.parent / "passages"
WHAT = "What rows of marks around a hyphen say for a lost dash, learned from stories and sentences."
HEADER = re.compile(r"(?:Date|Slug|Tags|Author|Status|Know-more|Summary|Category|Original):")
AROUND = re.compile(r"\s*—\s*")
# Where clauses meet.
MEET = re.compile(r"(?<=[a-z])([:;.]) (?=[A-Za-z])")
STRENGTH, OFTEN, LEAST, PASSAGE = 1.0, 2, 0.03, 0.2
Example = tuple[set[str], bool, float]


def main() -> None:
    """Learn, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out")
    without = parser.parse_args().without
    examples = [*own(without), *passages()]
    seen = Counter(row for rows, _, _ in examples for row in rows)
    vectorizer = DictVectorizer()
    taken = [{row: 1.0 for row in rows if seen[row] >= OFTEN} for rows, _, _ in examples]
    matrix = narrow(vectorizer.fit_transform(taken))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=5000, random_state=0)
    weights = [weight for _, _, weight in examples]
    model.fit(matrix, [dash for _, dash, _ in examples], sample_weight=weights)
    rows = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    kept = {row: weight for row, weight in rows.items() if abs(weight) >= LEAST}
    write(float(model.intercept_[0]), kept)
    say(f"Learned {len(kept):,} rows from {len(examples):,} hyphens.")


def narrow(matrix: csr_matrix) -> csr_matrix:
    """Return a matrix whose places are short numbers, as the solver wants them."""
    matrix.indices = matrix.indices.astype(np.int32)
    matrix.indptr = matrix.indptr.astype(np.int32)
    return matrix


def own(without: Iterable[str]) -> Iterator[Example]:
    """Yield the hyphens of stories and of the sentences written for this."""
    lines: dict[str, None] = {}
    for name in READ:
        lines |= dict.fromkeys(posts(name) if name not in without else ())
    for file in sorted(FOLDER.glob("dashes*.txt")):
        if file.stem not in without:
            lines |= dict.fromkeys(file.read_text(encoding="utf-8").splitlines())
    for line in lines:
        joined = AROUND.sub("—", line)
        for place, at in hyphens(joined):
            yield rows_of(place, WORDS), joined[at] == "—", 1.0


def posts(name: str) -> Iterator[str]:
    """Yield the lines of a set's posts and bios, but addresses and most of the header."""
    for dump in dumps(name):
        for text in expected(dump):
            for line in text.splitlines():
                if line.strip() and not HEADER.match(line) and "http" not in line:
                    yield line


def hyphens(line: str) -> Iterator[tuple[Place, int]]:
    """Yield those hyphens of a line without dashes that no rule is sure of, and where they are."""
    flat = line.replace("—", "-")
    for chain in CHAIN.finditer(flat):
        if is_kept(flat, chain, WORDS):
            continue
        for place in places_in(flat, chain, titled=False):
            if ruled(place, WORDS) > SURE:
                yield place, len(place.before) + len(place.left)


def passages() -> Iterator[Example]:
    """Yield the hyphens of the checker's passages, and places where a dash could stand."""
    for file in sorted(PASSAGES.glob("dev*.toml")):
        for passage in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]:
            for line in passage["text"].splitlines():
                if "http" in line or "|" in line:
                    continue
                for place, at in hyphens(AROUND.sub("—", line)):
                    if AROUND.sub("—", line)[at] == "-":
                        yield rows_of(place, WORDS), False, PASSAGE
                yield from met(line)


def met(line: str) -> Iterator[Example]:
    """Yield the places where two clauses of a line meet, as though a dash had been lost there."""
    for found in MEET.finditer(line):
        word = re.match(r"[\w'’]+", line[found.end() :])
        first = word[0] if word else ""
        if found[1] == "." and (first.casefold() in WORDS.openers | WORDS.strong | WORDS.right):
            continue
        lower = first if first == "I" or found[1] != "." else f"{first[:1].lower()}{first[1:]}"
        joined = f"{line[: found.start()]}-{lower}{line[found.end() + len(first) :]}"
        for place, at in hyphens(joined):
            if at == found.start():
                yield rows_of(place, WORDS), True, PASSAGE


def write(start: float, rows: dict[str, float]) -> None:
    """Write the file."""
    lines = [f'what = "{WHAT}"', f"start = {start:.2f}", "", "[rows]"]
    for row in sorted(rows):
        name = row.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'"{name}" = {rows[row]:.2f}')
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
