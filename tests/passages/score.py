"""Score the rules on labelled passages: `python -m tests.passages.score [SET] [--misses RULE]`.

A passage counts once for each rule: found and labelled (hit), found only (false), labelled only
(missed). What two careful readers could label either way (`unsure`) counts for neither. The texts
of an unseen set are not for reading while rules are written: it shows no misses.
"""

import argparse
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.small_rules import reading_of
from wellspring.checking.rulebook import Rulebook, bind_rules
from wellspring.checking.rules import check_rules
from wellspring.commands.report import say
from wellspring.house.rules import load_rules
from wellspring.model.finding import Finding

FOLDER = Path(__file__).parent
EDITORIAL = FOLDER.parents[1] / "editorial"


@dataclass
class Count:
    """What a rule found, of what it should have found."""

    hits: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + len(self.false)) if self.hits + len(self.false) else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + len(self.missed)) if self.hits + len(self.missed) else 1.0


def passages(name: str) -> list[dict[str, object]]:
    """Return the passages of a set."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["passage"]


def found_findings(text: str, book: Rulebook) -> list[Finding]:
    """Return what the rules about words report in a text without front matter."""
    return check_rules(reading_of(text), book, frozenset())


def found_in(text: str, book: Rulebook) -> set[str]:
    """Return the rules that report something in a passage."""
    return {finding.rule for finding in found_findings(text, book)}


def step_of(name: str) -> int:
    """Return how many passages of a set to go on by in tests: lessons are many."""
    return 4 if name.startswith("dev-") else 1


def score(name: str, book: Rulebook, step: int = 1) -> dict[str, Count]:
    """Return the counts of every rule on a set, or on some of its passages."""
    ids = {rule.id for rule in book.rules if rule.terms}
    counts = {id_: Count() for id_ in sorted(ids)}
    for passage in passages(name)[::step]:
        text = str(passage["text"])
        labelled, unsure = set(passage["rules"]), set(passage.get("unsure", ()))
        found = found_in(text, book)
        for rule in ids - unsure:
            if rule in found and rule in labelled:
                counts[rule].hits += 1
            elif rule in found:
                counts[rule].false.append(text)
            elif rule in labelled:
                counts[rule].missed.append(text)
    return counts


def total(counts: dict[str, Count], ids: set[str]) -> Count:
    """Return the sum of some rules' counts."""
    whole = Count()
    for id_ in ids & counts.keys():
        whole.hits += counts[id_].hits
        whole.false += counts[id_].false
        whole.missed += counts[id_].missed
    return whole


def table(counts: dict[str, Count], book: Rulebook) -> Iterator[str]:
    """Yield the lines of the table."""
    errors = {rule.id for rule in book.rules if rule.severity == "error"}
    rows = [*counts.items(), ("ERRORS", total(counts, errors)), ("ALL", total(counts, set(counts)))]
    yield f"{'rule':28} {'hits':>5} {'false':>5} {'missed':>6} {'precision':>9} {'recall':>7}"
    for id_, count in rows:
        yield (
            f"{id_:28} {count.hits:5} {len(count.false):5} {len(count.missed):6} "
            f"{count.precision:9.3f} {count.recall:7.3f}"
        )


def keep(book: Rulebook) -> None:
    """Write the counts of all sets into counts.json, which the tests hold rules to."""
    data = {
        file.stem: {
            rule: {"hits": count.hits, "false": len(count.false), "missed": len(count.missed)}
            for rule, count in score(file.stem, book, step_of(file.stem)).items()
        }
        for file in sorted(FOLDER.glob("*.toml"))
    }
    text = json.dumps(data, indent=1)
    (FOLDER / "counts.json").write_text(f"{text}\n", encoding="utf-8")


def main() -> None:
    """Print the table, or what a rule gets wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", default="dev")
    parser.add_argument("--misses", help="a rule whose wrong passages to show")
    parser.add_argument("--keep", action="store_true", help="write the counts of all sets down")
    options = parser.parse_args()
    book = bind_rules(load_rules(EDITORIAL))
    if options.keep:
        keep(book)
    counts = score(options.set, book)
    say("\n".join(table(counts, book)))
    if options.misses and not options.set.startswith("unseen"):
        for text in counts[options.misses].false:
            say(f"FALSE  {text.strip()}")
        for text in counts[options.misses].missed:
            say(f"MISSED {text.strip()}")


if __name__ == "__main__":
    main()
