"""Made-up rules for tests of the checker, and what they find in a text."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Blog
from wellspring.checking.rulebook import bind_rules
from wellspring.checking.rules import check_rules
from wellspring.checking.text import check_text
from wellspring.commands.examine import Job, bare, subject_of
from wellspring.house.rules import load_rules
from wellspring.model.finding import Finding
from wellspring.model.reading import Reading
from wellspring.model.rule import Rule
from wellspring.text.post import read_post
from wellspring.text.prose import prose_of
from wellspring.text.reading import read_text
from wellspring.text.source import parse_source

Write = Callable[[dict[str, str]], Path]
CURES = 'terms = ["cures?"]'


def rule_file(
    lines: str = CURES,
    kind: str = "existence",
    severity: str = "warning",
    message: str = "“{match}” is wrong. Mend it.",
) -> str:
    """Return a rule's file with some lines of its own."""
    return (
        f'kind = "{kind}"\nseverity = "{severity}"\nmessage = "{message}"\n'
        f'why = "Readers believe it. They should not."\nsource = "https://x.example/why"\n{lines}\n'
        '[examples]\nflagged = ["It cures."]\nclean = ["It soothes."]\n'
    )


def excuse_file(*ways: str) -> str:
    """Return an excuse's file with some ways."""
    return (
        'what = "It is denied."\n'
        + "".join(f"[[way]]\n{way}\n" for way in ways)
        + '[examples]\nexcused = ["It never {cures}."]\nstands = ["It {cures}."]\n'
    )


def one_rule(write: Write, lines: str = CURES, kind: str = "existence", **more: str) -> Rule:
    """Return the one rule of a house style; `more` are further files' texts by path."""
    files = {path.replace("__", "/") + ".toml": text for path, text in more.items()}
    (rule,) = load_rules(write({"rules/claim/cure.toml": rule_file(lines, kind), **files}))
    return rule


def reading_of(body: str) -> Reading:
    """Return the reading of a body without front matter."""
    source = bare(body, "x.md")
    return read_text(source, prose_of(source.body))


def find(body: str, *rules: Rule) -> list[Finding]:
    """Return what rules about words find in a body."""
    return check_rules(reading_of(body), bind_rules(rules))


def places(findings: list[Finding]) -> list[str]:
    """Return where findings start and end, as `line:column-line:column`."""
    return [
        f"{item.place.line}:{item.place.column}-{item.end.line}:{item.end.column}"
        for item in findings
        if item.end
    ]


def job_of(text: str, path: str = "x.md", *, article: bool = False) -> Job:
    """Return a text with front matter, ready to be examined."""
    source, _ = parse_source(text, path)
    return Job(source, read_post(source)[0], article=article)


def check_whole_text(text: str, *rules: Rule, article: bool = False) -> list[Finding]:
    """Return what all rules find in a text with front matter, ignores applied."""
    return check_text(subject_of(job_of(text, article=article)), bind_rules(rules))


def give_rules(blog: Blog, **rules: str) -> Path:
    """Give a blog made-up rules instead of the house's own; return its settings file."""
    for folder in ("rules", "leanings", "excuses", "lexicon", "vocabulary"):
        shutil.rmtree(blog.root / "editorial" / folder, ignore_errors=True)
    (blog.root / "editorial" / "check.toml").unlink(missing_ok=True)
    for name, text in (rules or {"cure": rule_file()}).items():
        blog.write(f"editorial/rules/claim/{name}.toml", text)
    return blog.root / "pelicanconf.py"


def add_words(blog: Blog, words: str, path: str = "content/posts/a-quiet-evening.md") -> Path:
    """Add words to the end of a text of a blog."""
    file = blog.root / path
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    return file
