"""Load the rules, their excuses and the word lists both use; called by the commands that check.

`editorial/vocabulary/` holds lists, `editorial/excuses/` excuses, `editorial/rules/` rules,
`editorial/leanings/` how far the second reader is trusted about these.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from wellspring.errors import HouseStyleError
from wellspring.house.frames import read_frames, read_lexicon
from wellspring.house.kinds import read_severity
from wellspring.house.leanings import read_leanings
from wellspring.house.patterns import expressions_pattern
from wellspring.house.table import Table, read_tables
from wellspring.model.finding import Finding
from wellspring.model.frame import Lexicon
from wellspring.model.phrase import LIST, Phrase
from wellspring.model.rule import (
    Excuse,
    ExcuseExamples,
    Measure,
    Per,
    Rule,
    RuleKind,
    Way,
    Where,
    Within,
)
from wellspring.text.phrases import Vocabulary
from wellspring.text.suggest import did_you_mean

KINDS: tuple[RuleKind, ...] = get_args(RuleKind)
BLOCKS = ("title", "heading", "paragraph", "quote", "item", "footnote", "table")
PATTERN_KINDS = ("existence", "substitution", "requires-citation", "consistency")


def load_rules(root: Path) -> tuple[Rule, ...]:
    """Load all rules of the house style at `root`, editorial/.

    Raises HouseStyleError with every wrong key of every file, one a line.
    """
    findings: list[Finding] = []
    words = read_tables(root / "vocabulary", root)
    lists = read_lists(words, findings)
    fillers = read_tables(root / "lexicon", root)
    lexicon = read_lexicon(fillers, {table.id: table.texts("words") for table in words})
    findings += [finding for table in fillers for finding in table.close()]
    excuses: dict[str, Excuse] = {}
    for table in read_tables(root / "excuses", root):
        excuses[table.id] = read_excuse(table, lists)
        findings += table.close()
    rules: list[Rule] = []
    for table in read_tables(root / "rules", root):
        rules.append(read_rule(table, lists, excuses, lexicon))
        findings += table.close()
    tables = read_tables(root / "leanings", root)
    leanings = read_leanings(tables, (rule.id for rule in rules))
    findings += [finding for table in tables for finding in table.close()]
    if findings:
        raise HouseStyleError("\n".join(str(finding) for finding in sorted(findings)))
    return tuple(replace(rule, leaning=leanings.get(rule.id)) for rule in rules)


def read_lists(tables: Iterable[Table], findings: list[Finding]) -> Vocabulary:
    """Return the word lists; a list may hold others, in whatever order their names have."""
    lists = Vocabulary()
    waiting = list(tables)
    while waiting:
        ready = [table for table in waiting if needs_of(table) <= lists.written.keys()]
        for table in ready or waiting:
            read_list(table, lists)
            findings += table.close()
        waiting = [table for table in waiting if table.id not in lists.written]
    return lists


def needs_of(table: Table) -> set[str]:
    """Return the names of the lists that a list holds."""
    words = table.values.get("words", [])
    return {name for word in words if isinstance(word, str) for name in LIST.findall(word)}


def read_list(table: Table, lists: Vocabulary) -> None:
    """Read one file of editorial/vocabulary/ and add it to the others."""
    table.text("what")
    good = [word for word in table.texts("words") if is_expression(table, "words", word, lists)]
    if not good:
        table.report("words", "`words` is missing or empty. Write a list of words or expressions.")
    try:
        lists.add(table.id, good)
    except re.error as error:
        table.report("words", f"`words` do not go together: {error}. Mend them.")
        lists.add(table.id, [])


def read_phrases(table: Table, key: str, lists: Vocabulary) -> tuple[Phrase, ...]:
    """Read a list of expressions, naming the one that is wrong."""
    return tuple(
        lists.phrase(text) for text in table.texts(key) if is_expression(table, key, text, lists)
    )


def is_expression(table: Table, key: str, text: str, lists: Vocabulary) -> bool:
    """Tell whether a text is an expression over known lists; report it if not."""
    try:
        lists.phrase(text)
    except KeyError as error:
        name = str(error.args[0])
        table.report(key, f"there is no word list `{name}`. {did_you_mean(name, lists.written)}")
    except (re.error, OverflowError) as error:
        table.report(key, f"`{text}` in `{key}` is not a regular expression: {error}. Mend it.")
    else:
        if "’" in text:
            table.report(key, f"`{text}` in `{key}` has a curly quote. Write ' instead of ’.")
        return True
    return False


def read_excuse(table: Table, lists: Vocabulary) -> Excuse:
    """Read one file of editorial/excuses/."""
    ways = tuple(read_way(part, lists) for part in table.rows("way"))
    if not ways:
        table.report("way", "an excuse needs a `[[way]]`. Add one with `where` and `words`.")
    examples = table.pair_of_lists("examples", ("excused", "stands"))
    answered = table.flag("until_answered")
    return Excuse(table.id, table.text("what"), ways, ExcuseExamples(*examples), answered)


def read_way(table: Table, lists: Vocabulary) -> Way:
    """Read one `[[way]]` of an excuse."""
    wheres: tuple[Where, ...] = get_args(Where)
    if "where" not in table.values:
        table.report("where", f"`where` is missing. Choose one of: {', '.join(wheres)}.")
    table.read.add("reach")
    return Way(
        where=table.choice("where", wheres, "sentence"),
        words=read_phrases(table, "words", lists),
        unless=read_phrases(table, "unless", lists),
        ends=read_phrases(table, "ends", lists),
        reach=table.number("reach", 1, 1000) if "reach" in table.values else 0,
        quoted=table.flag("quoted"),
    )


def read_rule(
    table: Table, lists: Vocabulary, excuses: Mapping[str, Excuse], lexicon: Lexicon
) -> Rule:
    """Read one file of editorial/rules/<group>/."""
    table.read.add("limit")
    pers: tuple[Per, ...] = get_args(Per)
    withins: tuple[Within, ...] = get_args(Within)
    measures: tuple[Measure, ...] = get_args(Measure)
    addresses = expressions_pattern(table, "addresses")
    rule = Rule(
        id=table.id.replace("/", "-"),
        kind=table.choice("kind", KINDS, "existence"),
        severity=read_severity(table),
        message=table.text("message"),
        instead=table.text("instead", required=False),
        why=table.text("why"),
        source=table.address("source"),
        examples=table.examples(),
        terms=read_phrases(table, "terms", lists),
        pairs=read_phrases(table, "pairs", lists),
        unless=read_phrases(table, "unless", lists),
        only_if=read_phrases(table, "only_if", lists),
        excuses=chosen(table, excuses),
        needs=read_phrases(table, "needs", lists),
        even_if_cited=read_phrases(table, "even_if_cited", lists),
        within=table.choice("within", withins, "sentence"),
        declared=table.texts("declared"),
        per=table.choice("per", pers, "match"),
        blocks=table.texts("blocks"),
        swap=read_swap(table),
        reviewer=table.flag("reviewer"),
        measure=table.choice("measure", measures, ""),
        limit=float(table.number("limit", 1, 1000)) if "limit" in table.values else 0.0,
        topics=table.texts("topics"),
        framed=read_frames(table, lexicon),
        addresses=addresses.source if addresses else "",
    )
    check_rule(table, rule)
    return rule


def chosen(table: Table, excuses: Mapping[str, Excuse]) -> tuple[Excuse, ...]:
    """Read the ids of a rule's excuses."""
    for id_ in (ids := table.texts("excuses")):
        if id_ not in excuses:
            table.report("excuses", f"there is no excuse `{id_}`. {did_you_mean(id_, excuses)}")
    return tuple(excuses[id_] for id_ in ids if id_ in excuses)


def read_swap(table: Table) -> tuple[str, str] | None:
    """Read what `--fix` replaces, and by what."""
    swap = table.texts("swap")
    if not swap:
        return None
    if len(swap) == len(("was", "now")):
        return swap[0], swap[1]
    table.report("swap", '`swap` must be two texts: `swap = ["what is wrong", "what is right"]`.')
    return None


def check_rule(table: Table, rule: Rule) -> None:
    """Report what a rule of its kind cannot be without."""
    given = table.values.keys()
    if "kind" not in given:
        table.report("kind", f"`kind` is missing. Choose one of: {', '.join(KINDS)}.")
    if rule.kind in PATTERN_KINDS and not given & {"terms", "pairs", "frame"}:
        table.report("terms", '`terms` is missing. Add `terms = ["words to look for"]`.')
    if rule.kind not in PATTERN_KINDS and "measure" not in given:
        table.report("measure", "`measure` is missing. Say what the rule looks at.")
    if rule.kind == "consistency" and "needs" not in given:
        table.report("needs", "`needs` is missing. Say which words must stand nearby.")
    if rule.kind == "substitution" and not rule.swap:
        table.report("swap", "`swap` is missing. Say what replaces what.")
    for block in rule.blocks:
        if block not in BLOCKS:
            table.report("blocks", f"there is no block `{block}`. {did_you_mean(block, BLOCKS)}")
