"""Review: write down that somebody has checked an article, and what they saw; list what is due."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wellspring.checking.people import check_reviewer
from wellspring.commands.explain import FORMATS, choose, mention
from wellspring.commands.report import counted, say
from wellspring.disclaimers.guard import guarded_sentences
from wellspring.errors import ContentError
from wellspring.house.load import load_house
from wellspring.house.reviews import review_text
from wellspring.model.post import Post
from wellspring.model.review import Review, ReviewRecord, ReviewState
from wellspring.plugins.run import load_settings
from wellspring.plugins.site import read_from_settings
from wellspring.text.edit import set_keys
from wellspring.text.library import Library, read_library
from wellspring.text.suggest import did_you_mean


def review(root: Path, pattern: str, by: str, today: date) -> None:
    """Record that `by` has reviewed one article today, in its front matter and in editorial/.

    Raises ContentError when there is no such article or the reviewer cannot be one.
    """
    house = load_house(root / "editorial")
    library = read_library(root / "content")
    paths = choose(list(library.posts), pattern, root)
    if len(paths) > 1:
        raise ContentError(f"{pattern}: this names {len(paths)} articles. Review one at a time.")
    post = library.posts[paths[0]]
    done = Review(by, today, library.sources[post.path].place("reviewed-by"))
    files = (post.path, *(path for path in library.sources if path.startswith("content/authors/")))
    unread = [finding for finding in library.findings if finding.place.path in files]
    findings = [*unread, *check_reviewer(post, done, library.authors, today)]
    if findings:
        raise ContentError("\n".join(str(finding) for finding in findings))
    record = ReviewRecord(post.path, by, today, guarded_sentences(post, house))
    file = root / "editorial" / "reviews" / f"{post.slug}.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(review_text(record), encoding="utf-8")
    sign(root / post.path, post, library, done)
    say(
        f"{by} has reviewed {post.path}, with {counted(len(record.sentences), 'sentence')} to "
        f"guard. Keep both: {post.path} and {file.relative_to(root).as_posix()}."
    )


def sign(file: Path, post: Post, library: Library, done: Review) -> None:
    """Write a review into the front matter; a `Review-due` that it has settled is taken out."""
    keys: dict[str, str | None] = {"Reviewed-by": done.by, "Reviewed": done.on.isoformat()}
    if post.review_due and post.review_due <= done.on:
        keys["Review-due"] = None
    with file.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(set_keys(text, library.sources[post.path], keys))


@dataclass(frozen=True, slots=True)
class Due:
    """An article and when somebody must look at it again: its reviewer, or else its authors."""

    path: str
    who: tuple[str, ...]
    state: ReviewState


def review_due(settings_file: Path, format_: str, *, all_: bool) -> None:
    """Print the articles that are overdue or soon due for a check, or all, the first due first.

    Drafts are never due. Mistakes in texts are mentioned; one without a day is left out.
    """
    if format_ not in FORMATS:
        raise ContentError(f"there is no format `{format_}`. {did_you_mean(format_, FORMATS)}")
    site, findings = read_from_settings(load_settings(settings_file))
    everything = [
        Due(path, who(post), site.reviews[path])
        for path, post in site.library.posts.items()
        if post.date and not post.is_draft
    ]
    chosen = sorted(
        (item for item in everything if all_ or item.state.overdue or item.state.soon),
        key=lambda item: (item.state.due, item.path),
    )
    say(as_json(chosen) if format_ == "json" else as_text(chosen, everything))
    mention(findings)


def who(post: Post) -> tuple[str, ...]:
    """Return who is to look at a post again."""
    return (post.review.by,) if post.review else tuple(author.text for author in post.authors)


def as_text(chosen: Iterable[Due], everything: Iterable[Due]) -> str:
    """Return a line for each article, for people."""
    lines = [
        f"{item.state.due}  {item.state.word:7}  {item.path}  {', '.join(item.who)}"
        f"{'' if item.state.review else ' (author; nobody has reviewed it)'}"
        for item in chosen
    ]
    if lines:
        return "\n".join(lines)
    nearest = min((item.state.due for item in everything), default=None)
    next_ = f"The next check is due on {nearest}" if nearest else "There is no published article"
    return f"Nothing is due. {next_}."


def as_json(chosen: Iterable[Due]) -> str:
    """Return the articles for other programs."""
    data = [
        {
            "path": item.path,
            "due": item.state.due.isoformat(),
            "last": item.state.last.isoformat(),
            "state": item.state.word,
            "reviewed": item.state.review is not None,
            "who": list(item.who),
        }
        for item in chosen
    ]
    return json.dumps(data, ensure_ascii=False, indent=2)
