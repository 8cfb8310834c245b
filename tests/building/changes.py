"""Every kind of change that an author, an editor or a designer makes between two builds.

Each is made to a small blog that holds one of everything; see test_incremental.
"""

import os
from collections.abc import Callable
from types import MappingProxyType

from PIL import Image

from tests.conftest import TODAY, Blog
from wellspring.commands.review import review

Change = Callable[[Blog], object]
QUIET, BREATHING, DRUG = (
    f"content/posts/{slug}.md"
    for slug in ("a-quiet-evening", "breathing-slowly", "questions-about-ketamine")
)
REVIEWER = "Name: Kim Doctor\nCredentials: MD\nConflicts: None\n\nKim reviews.\n"
HEAD = "Author: Robin Example\nCategory: Sleep\n"
TEXTS = {
    BREATHING: (
        f"Title: Breathing slowly\nDate: 2025-04-01\n{HEAD}Tags: Breath, Evenings\n"
        "Series: Steps\nSeries-index: 1\nSummary: How slow breathing feels.\n\n"
        "Read [an evening]({filename}/posts/a-quiet-evening.md) first.\n\n"
        "![A circle]({static}/images/circle.png)\n\n## How\n\nSit, and breathe out slowly.\n"
    ),
    "content/posts/counting-breaths.md": (
        f"Title: Counting breaths\nDate: 2025-05-01\n{HEAD}Tags: Breath\nSeries: Steps\n"
        "Series-index: 2\nAliases: /2019/counting/\nSummary: How to count.\n\nCount to four.\n"
    ),
    "content/posts/not-yet.md": (
        f"Title: Not yet\nDate: 2025-06-01\n{HEAD}Status: draft\nSummary: A draft.\n\nWait.\n"
    ),
    "content/posts/someday.md": (
        f"Title: Someday\nDate: 2027-02-01\n{HEAD}Summary: For later.\n\nIt waits for its day.\n"
    ),
}


def blog_of_everything(blog: Blog) -> Blog:
    """Write the texts and the picture into a small blog."""
    for path, text in TEXTS.items():
        blog.write(path, text)
    draw(blog, (90, 60))
    return blog


def draw(blog: Blog, size: tuple[int, int]) -> None:
    """Write the blog's picture."""
    Image.new("RGB", size, (20, 90, 140)).save(blog.root / "content/images/circle.png")


def swap(path: str, old: str, new: str) -> Change:
    """Return a change of some words of a file to others."""

    def change(blog: Blog) -> None:
        file = blog.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} holds no {old!r}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def add(path: str, text: str) -> Change:
    """Return a change that puts text behind a file's, or makes the file."""

    def change(blog: Blog) -> None:
        file = blog.root / path
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        blog.write(path, before + text)

    return change


def settings(text: str) -> Change:
    """Return a change of a setting."""
    return add("pelicanconf.py", f"\n{text}\n")


def rename(blog: Blog) -> None:
    """Give a post another slug, and let the link to it follow."""
    (blog.root / QUIET).rename(blog.root / "content/posts/a-calm-evening.md")
    swap(BREATHING, "a-quiet-evening", "a-calm-evening")(blog)


def delete(blog: Blog) -> None:
    """Take a post out, and the link to it."""
    (blog.root / QUIET).unlink()
    swap(BREATHING, "[an evening]({filename}/posts/a-quiet-evening.md)", "slowly")(blog)


def edit_unseen(blog: Blog) -> None:
    """Change a text and leave its size and time as they were."""
    file = blog.root / QUIET
    before = file.stat()
    swap(QUIET, "Dim the lights", "Dim the lamps!")(blog)
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def stand_in(blog: Blog) -> None:
    """Let a template of the author's stand in for one of the theme's, and change it."""
    text = (blog.root / "theme/templates/archives.html").read_text(encoding="utf-8")
    blog.write("mine/archives.html", text)
    settings('THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).parent / "mine")]')(blog)
    blog.build()
    swap("mine/archives.html", "{% block main %}", "{% block main %}<hr>")(blog)


def touch_output(blog: Blog) -> None:
    """Change a page by hand."""
    add("output/posts/a-quiet-evening.html", "<!-- by hand -->")(blog)


def lose_output(blog: Blog) -> None:
    """Take a page out of the output by hand."""
    (blog.output / "archives.html").unlink()


def reorder(blog: Blog) -> None:
    """Let two parts of a series change places."""
    swap(BREATHING, "Series-index: 1", "Series-index: 3")(blog)


def sign_off(blog: Blog) -> None:
    """Have an article reviewed by somebody who has written nothing."""
    blog.write("content/authors/kim-doctor.md", REVIEWER)
    review(blog.root, DRUG, "Kim Doctor", TODAY)


def spoil(blog: Blog, how: Callable[[bytes], bytes]) -> None:
    """Spoil all that the last build has kept."""
    kept = [*(blog.root / ".build/kept").rglob("*.records")]
    assert len(kept) > 5
    for file in kept:
        file.write_bytes(how(file.read_bytes()))


CHANGES: MappingProxyType[str, Change] = MappingProxyType(
    {
        "nothing": lambda _blog: None,
        "a body": swap(QUIET, "Dim the lights", "Dim all lights"),
        "a body that asks for more notices": add(QUIET, "\nHe takes sertraline.\n"),
        "a body that asks for fewer": swap(DRUG, "Some people with depression ask", "People ask"),
        "a heading": swap(BREATHING, "## How", "## How to begin"),
        "a title": swap(QUIET, "Title: A quiet evening", "Title: A calm evening"),
        "a summary": swap(QUIET, "How an evening can end", "How a day can end"),
        "a date": swap(QUIET, "2025-03-01", "2025-09-01"),
        "a date that is reached": swap("content/posts/someday.md", "2027-02-01", "2026-02-01"),
        "a category": swap(QUIET, "Category: Sleep", "Category: Movement"),
        "tags": swap(QUIET, "Tags: Evenings", "Tags: Breath, Lamps"),
        "the last article of a tag": swap(DRUG, "Tags: Ketamine\n", ""),
        "the slug of a linked post": rename,
        "a post taken out": delete,
        "a post taken in": add(
            "content/posts/newest.md",
            f"Title: Newest\nDate: 2026-05-01\n{HEAD}Tags: Evenings\nSummary: New.\n\nGo slowly.\n",
        ),
        "a draft published": swap("content/posts/not-yet.md", "Status: draft\n", ""),
        "a post made a draft": swap(DRUG, "Tags:", "Status: draft\nTags:"),
        "the order in a series": reorder,
        "an old address": swap("content/posts/counting-breaths.md", "/2019/", "/2018/"),
        "a correction": swap(
            QUIET, "Summary:", "Modified: 2026-01-02\nCorrections: 2026-01-02 | a | b | c\nSummary:"
        ),
        "a review": sign_off,
        "a review that fell due": swap(QUIET, "Summary:", "Review-due: 2026-02-01\nSummary:"),
        "an author": swap("content/authors/robin-example.md", "Robin writes", "Robin wrote"),
        "a page's words": add("content/pages/about.md", "\nMore of them.\n"),
        "a page's title": swap("content/pages/about.md", "Title: about", "Title: About us"),
        "a picture of another size": lambda blog: draw(blog, (120, 60)),
        "a picture of the same size": lambda blog: Image.new("RGB", (90, 60), (9, 9, 9)).save(
            blog.root / "content/images/circle.png"
        ),
        "a file of the same size and time": edit_unseen,
        "the site's name": settings('SITENAME = "Spring"'),
        "the addresses of articles": settings(
            'ARTICLE_URL = ARTICLE_SAVE_AS = "a/{slug}.html"\n'
            "ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL"
        ),
        "a function in the settings": settings(
            'JINJA_FILTERS = {"iso_date": lambda day: f"{day:%d.%m.%Y}"}'
        ),
        "a template that stands in": stand_in,
        "no typography": settings("TYPOGRIFY = False"),
        "articles on a page of a list": settings("DEFAULT_PAGINATION = 2"),
        "the readers' countries": settings('WELLSPRING_REGIONS = ["GB", "US"]'),
        "the menu": settings('WELLSPRING_MENU = [("All", "archives.html")]'),
        "a template": swap(
            "theme/templates/archives.html", "{% block main %}", "{% block main %}<hr>"
        ),
        "a template that others extend": swap("theme/templates/base.html", "<body>", "<body id=b>"),
        "styles": add("theme/templates/components/call/style.css", "\nmain { outline: 0; }\n"),
        "the theme's words": swap(
            "theme/templates/components/notices/template.html", "Before you read", "Before reading"
        ),
        "a disclaimer": swap(
            "editorial/disclaimers/general.toml",
            "information, not medical advice, and",
            "information and",
        ),
        "a topic's words": swap(
            "editorial/topics/ketamine.toml", "terms = [", 'terms = ["lamps", '
        ),
        "a medicine's names": swap(
            "editorial/drugs/ketamine.toml", "names = [", 'names = ["lights", '
        ),
        "a crisis line": swap("editorial/crisis-lines/us-988.toml", "English and", "English,"),
        "a category's notices": swap(
            "editorial/categories/sleep.toml", "disclaimers = [", 'disclaimers = ["fitness", '
        ),
        "a standard": lambda blog: (blog.root / "editorial/standards/honcode.toml").unlink(),
        "a rule": lambda blog: (blog.root / "editorial/rules/typo/dash.toml").unlink(),
        "the output by hand": touch_output,
        "a page of the output lost": lose_output,
        "all that was kept cut off": lambda blog: spoil(blog, lambda kept: kept[:-9]),
        "all that was kept garbled": lambda blog: spoil(blog, lambda kept: b"x" + kept),
        "all that was kept emptied": lambda blog: spoil(blog, lambda _kept: b""),
    }
)
