"""Rules about a whole text: what it lacks, how hard it is, how its parts are ordered.

Called by check_text. A rule of kind `metadata` or `metric` names one of MEASURES, each a small
function from the text to the places where it falls short.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from wellspring.checking.match import Finder
from wellspring.checking.subject import Subject
from wellspring.model.place import Place
from wellspring.model.rule import Rule
from wellspring.text.grade import grade_of, hardest
from wellspring.text.marks import Mark
from wellspring.text.terms import fold

# A place, and what the message's {match} is.
Short = tuple[Place, str]
Measure = Callable[[Subject, Rule, Finder], Iterator[Short]]
LEAST_LEVEL = 2
LONGEST_SHOWN = 60


def crisis_help(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text on a topic of crisis that itself offers nobody to turn to."""
    if subject.crisis and not says(subject, rule, finder):
        yield subject.place(), ""


def medicine_warning(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text that names medicines and never says who should not take them."""
    if subject.medicines and not says(subject, rule, finder):
        yield subject.place(), ", ".join(subject.medicines[:3])


def says(subject: Subject, rule: Rule, finder: Finder) -> bool:
    """Tell whether a text, or what it links to, holds words that a rule needs."""
    links = " ".join(f"{link.title} {link.url}" for link in subject.post.know_more)
    addresses = " ".join(mark.address for mark in subject.marks)
    return finder.stands_anywhere(rule.needs) or any(
        finder.stands_in(rule.needs, fold(text)) for text in (links, addresses)
    )


def review_date(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text that does not say when it was last checked."""
    del rule, finder
    if subject.post.review is None:
        yield subject.place(), ""


def reviewer(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text without a reviewer whose authors state no credentials."""
    del rule, finder
    if subject.post.review is None and not any(author.credentials for author in subject.authors):
        yield subject.place("author"), ""


def sources(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text that names no source: no list, no link, no footnote, no citation."""
    del rule, finder
    if not subject.post.sources and not subject.reading.cited:
        yield subject.place(), ""


def reading_grade(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report a text that is harder than the limit, with its hardest sentences."""
    del finder
    grade = grade_of(subject.reading)
    if grade > rule.limit:
        path = subject.source.path
        hard = "; ".join(
            f"line {item.block.place(path, item.source_offset(0)).line}: “{shortened(item.shown)}”"
            for item in hardest(subject.reading)
        )
        yield subject.place(), f"grade {grade:.1f} (hardest: {hard})"


def shortened(text: str) -> str:
    """Return the first words of a sentence."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"


def heading_steps(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report headings that skip a level; the page's title is the only one of level 1."""
    del rule, finder
    level = 1
    for sentence in subject.reading.sentences:
        block = sentence.block
        if block.kind != "heading":
            continue
        if not LEAST_LEVEL <= block.level <= level + 1:
            place = block.place(subject.source.path, sentence.start)
            yield place, f"{'#' * block.level} {shortened(sentence.shown)}"
        level = block.level


def link_text(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report links whose words say nothing by themselves."""
    del finder
    for mark in subject.marks:
        if mark.kind == "link" and whole(rule, mark):
            yield subject.place_at(mark.start), mark.words


def alt_text(subject: Subject, rule: Rule, finder: Finder) -> Iterator[Short]:
    """Report pictures without words for those who cannot see them."""
    del finder
    for mark in subject.marks:
        if mark.kind == "picture" and (not mark.words.strip() or whole(rule, mark)):
            yield subject.place_at(mark.start), mark.words or mark.address


def whole(rule: Rule, mark: Mark) -> bool:
    """Tell whether all words of a link or picture are such as a rule looks for."""
    words = " ".join(fold(mark.words.replace("’", "'")).strip(" *_`.…→»>").split())
    return any(phrase.pattern.fullmatch(words) for phrase in rule.terms)


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "crisis-help": crisis_help,
        "medicine-warning": medicine_warning,
        "review-date": review_date,
        "reviewer": reviewer,
        "sources": sources,
        "reading-grade": reading_grade,
        "heading-steps": heading_steps,
        "link-text": link_text,
        "alt-text": alt_text,
    }
)
# These ask for a whole article; the others hold in any text.
OF_ARTICLES = frozenset(
    {"crisis-help", "medicine-warning", "review-date", "reviewer", "sources", "reading-grade"}
)
