"""The text of a new draft: every key that its topic needs, each with a note on what it is for.

Called by new. What the notes say comes from the schema and the house rules. No page shows them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wellspring.checking.measures import OF_ARTICLES
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.schema import SCHEMAS, Key
from wellspring.commands.examine import Job, examine_one
from wellspring.disclaimers.decide import decide
from wellspring.house.plain_rules import Rules
from wellspring.house.style import HouseStyle
from wellspring.model.post import Author
from wellspring.text.post import read_post
from wellspring.text.source import parse_source
from wellspring.text.starter import BODY

# The other keys are for articles that have been published, or for few.
KEYS = frozenset(
    {
        "Title",
        "Date",
        "Author",
        "Category",
        "Subtitle",
        "Summary",
        "Tags",
        "Status",
        "Disclaimer",
        "Sources",
        "Reviewed-by",
        "Reviewed",
        "Know-more",
    }
)
FIRST = "Lines that begin with # are notes for you. No reader sees them; remove them as you like."


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of an article that nobody has written yet; there may be no author."""

    title: str
    category: str
    author: Author | None
    day: date

    @property
    def values(self) -> dict[str, str]:
        """Return it as front matter."""
        return {
            "Title": self.title,
            "Date": f"{self.day:%Y-%m-%d}",
            "Author": self.author.name if self.author else "",
            "Category": self.category,
            "Status": "draft",
        }


def draft(start: Start, house: HouseStyle, rules: Rules) -> str:
    """Return a draft's text."""
    values = start.values
    job = job_of(start, house)
    lines = [note(FIRST), *needs(job, house, rules)]
    for key in SCHEMAS["posts"].keys:
        if key.name in KEYS:
            lines += [note(purpose(key)), f"{key.name}: {values.get(key.name, '')}".rstrip()]
    return "\n".join(lines) + "\n" + BODY


def note(words: str) -> str:
    """Return a line of front matter that only says something."""
    return f"# {words}"


def purpose(key: Key) -> str:
    """Return what a key is for, and how its value is written."""
    what = key.what[0].upper() + key.what[1:]
    return f"{'Needed. ' if key.needed else ''}{what}. Form: {key.form}."


def job_of(start: Start, house: HouseStyle) -> Job:
    """Return an article with no words yet, as the checker takes it."""
    header = "\n".join(f"{key}: {value}" for key, value in start.values.items())
    source, _ = parse_source(header, "draft.md")
    post = read_post(source)[0]
    decision = decide(post, house, ())
    authors = (start.author,) if start.author else ()
    return Job(source, post, decision, article=True, authors=authors)


def needs(job: Job, house: HouseStyle, rules: Rules) -> Iterator[str]:
    """Yield notes on what an article is about, the notices it gets and what it will be asked."""
    names = [topic.name for topic in house.topics if topic.id in job.decision.topics]
    if names:
        yield note(f"By its title, this is about: {'; '.join(names)}.")
    notices = ", ".join(item.id for item in job.decision.disclaimers)
    yield note(f"Notices that it gets by itself: {notices or 'none yet'}.")
    yield note("What `invoke check` asks of it, until it is there:")
    yield from (note(f"- {message}") for message in asked(job, rules))


def asked(job: Job, rules: Rules) -> Iterable[str]:
    """Return what the rules about whole articles miss in an article with no words yet."""
    whole = tuple(rule for rule in rules.rules if rule.measure in OF_ARTICLES)
    findings = examine_one(job, bind_rules(whole), (), None)
    return [item.message for item in sorted(findings, key=lambda item: item.severity != "warning")]
