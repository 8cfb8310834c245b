"""Bad inputs by class: each is refused with its file named and what to do, and none is lost.

The classes are those of blogs that went wrong: misspelt keys, impossible dates, unknown names,
files in the wrong place, letters of a wrong encoding, HTML that acts, links that lead nowhere.
"""

import re

import pytest

from tests.conftest import PLAIN_POST, Blog, make_blog
from wellspring.checking.schema import SCHEMAS
from wellspring.errors import ContentError

POST = "content/posts/a-quiet-evening.md"
SENTENCE = re.compile(r"(?:content|editorial)/[^\n]*:\d+:\d+: \S.*[.?`)]")
KEYS = [*SCHEMAS["posts"].required, *SCHEMAS["posts"].optional]


def with_line(line: str) -> str:
    """Return the plain post with one line more in its front matter."""
    return PLAIN_POST.replace("Tags:", f"{line}\nTags:")


def without(key: str) -> str:
    """Return the plain post without one key."""
    return "\n".join(line for line in PLAIN_POST.split("\n") if not line.startswith(f"{key}:"))


def instead(key: str, value: str) -> str:
    """Return the plain post with another value for a key that it has."""
    return re.sub(rf"(?m)^{key}:.*$", lambda _: f"{key}: {value}", PLAIN_POST)


def misspelt(key: str) -> str:
    """Return a key as somebody in a hurry types it."""
    return key[:-2] + key[-1] if len(key) > 4 else f"{key}x"


DATES = [
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "03/04/2025",
    "15",
    "2026",
    "2026-11",
    "tomorrow",
    "23.11.2026",
    "Nov 23, 2026",
    "2026-11-23 25:00",
    "2026-11-23 8:30 pm",
    "2026-1-2",
    "20261123",
    "2026-11-23T08:30Z",
    "٢٠٢٦-١١-٢٣",
]
SLUGS = ["../index", "a/b", "A-Walk", "a walk", "ä", ".", "-a", "a--b", "a.html", "%2e%2e", "a?b"]
HTML = [
    "<script>x()</script>",
    "<iframe src='https://x.example/'></iframe>",
    "<object data='x'></object>",
    "<embed src='x'>",
    "<form action='x'></form>",
    "<input>",
    "<button>x</button>",
    "<style>p{}</style>",
    "<link rel=stylesheet href=x>",
    "<meta charset=x>",
    "<base href=x>",
    "<video src=x></video>",
    "<audio src=x></audio>",
    "<svg onload=x()></svg>",
    "<math></math>",
    "<marquee>x</marquee>",
    "<template>x</template>",
    "<noscript>x</noscript>",
    "<dialog open>x</dialog>",
    "<textarea>",
    "<select>",
    "<p onclick=x()>x</p>",
    "<p style=x>x</p>",
    "<img src=x onerror=x() alt=x>",
    "<a href=x target=_blank>x</a>",
    "<div>",
    "</div>",
    "<!-- open",
    "<table><tr><td>x",
    "<b><i>x</b></i>",
    "![](a.svg)",
]
LINKS = [
    "[x]({filename}gone.md)",
    "[x]({filename}/posts/gone.md)",
    "[x]({filename}../../secret.md)",
    "![x]({static}/images/gone.svg)",
    "[x]({attach}a.pdf)",
    "[x]({Filename}a-quiet-evening.md)",
    "[x](javascript:x())",
    "[x](JAVASCRIPT:x())",
    "[x](vbscript:x)",
    "[x](data:text/html,x)",
    "[x](file:///etc/passwd)",
    "[x](ftp://x.example/)",
    "[x](http://)",
    "[x](https://)",
    "[x](https://nowhere)",
    "[x](htp://x.example)",
    "[x](mailto:)",
    "[x](tel:)",
    "<javascript:x()>",
    "[x][y]\n\n[y]: javascript:x()",
]
WRONG_TEXTS = [
    "CafÃ© au lait",
    "Itâ€™s late",
    "a\x00b",
    "a\x07b",
    "a\x1b[31mb",
    "a\u202eb",
    "a\ufffdb",
    "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x",
    "> [!TPI]\n> x",
]
CASES = {
    **{f"misspelt {key}": with_line(f"{misspelt(key)}: x") for key in KEYS},
    **{f"twice {key}": with_line(f"{key}: x\n{key}: y") for key in KEYS},
    **{f"without {key}": without(key) for key in ("Title", "Date", "Author", "Category")},
    **{f"empty {key}": instead(key, "") for key in ("Title", "Date", "Author", "Category")},
    **{f"date {text}": instead("Date", text) for text in DATES},
    **{f"modified {text}": with_line(f"Modified: {text}") for text in DATES},
    **{f"slug {text}": with_line(f"Slug: {text}") for text in SLUGS},
    **{f"html {text}": f"{PLAIN_POST}\n{text}\n" for text in HTML},
    **{f"link {text}": f"{PLAIN_POST}\n{text}\n" for text in LINKS},
    **{f"text {text!r}": f"{PLAIN_POST}\n{text}\n" for text in WRONG_TEXTS},
    "author unknown": instead("Author", "Robin Exmple"),
    "category unknown": instead("Category", "Slep"),
    "category of another case": instead("Category", "sleep"),
    "status unknown": with_line("Status: publishd"),
    "status no": with_line("Status: false"),
    "language without notices": with_line("Lang: eb"),
    "disclaimer unknown": with_line("Disclaimer: pregnacy"),
    "waiver of nothing": with_line("Disclaimer-waived: fitness, x, Robin Example"),
    "waiver half": with_line("Disclaimer-waived: general"),
    "series half": with_line("Series: One"),
    "series of nothing": with_line("Series: One\nSeries-index: first"),
    "correction half": with_line("Corrections: 2026-11-23 | was"),
    "link half": with_line("Know-more: | https://x.example/"),
    "review half": with_line("Reviewed: 2026-11-23"),
    "review without record": with_line("Reviewed-by: Robin Example\nReviewed: 2026-11-23"),
    "due too late": with_line("Review-due: 2099-01-01"),
    "no front matter": "Dim the lights.\n",
    "nothing": "",
    "only blanks": " \n\n \n",
    "front matter in a list": "- Title: One\n",
    "no colon": PLAIN_POST.replace("Title: ", "Title "),
    "blank line first": f"\n{PLAIN_POST}",
    "fence left open": f"---\n{PLAIN_POST.split(chr(10) * 2)[0]}",
    "YAML left open": f'---\nTitle: "One\n---\n\n{PLAIN_POST}',
    "YAML of tables": "---\nTitle: {a: b}\n---\n\nWords.\n",
    "TOML": '+++\ntitle = "One"\n+++\n\nWords.\n',
    "no body": PLAIN_POST.split("\n\n")[0] + "\n",
    "body of a comment": PLAIN_POST.split("\n\n")[0] + "\n\n<!-- x -->\n",
}
# What is odd and yet right, or the reader's business: it must not be refused.
FINE = {
    "as it is": PLAIN_POST,
    "BOM": f"\ufeff{PLAIN_POST}",
    "Windows line ends": PLAIN_POST.replace("\n", "\r\n"),
    "key in capitals": PLAIN_POST.replace("Title:", "TITLE:"),
    "blanks after the colon": PLAIN_POST.replace("Title: ", "Title:    "),
    "fences": f"---\n{PLAIN_POST}".replace("\n\n", "\n---\n\n", 1),
    "colons in the title": instead("Title", "Sleep: a guide: part 1"),
    "quotes in the title": instead("Title", "“Sleep”, she said, 'now' & \"then\" <3"),
    "markup in the title": instead("Title", "<script>alert(1)</script> {{ x }} {% y %}"),
    "a very long title": instead("Title", "word " * 200),
    "letters of all kinds": f"{PLAIN_POST}\n日本語 עברית العربية 👩‍⚕️ naïve\n",
    "Jinja": f"{PLAIN_POST}\n{{{{ 1 + 1 }}}} {{% raw %}}\n",
    "a deep list": f"{PLAIN_POST}\n" + "".join(f"{'    ' * n}- x\n" for n in range(30)),
    "a very long line": f"{PLAIN_POST}\n{'word ' * 5000}\n",
    "a time of day": instead("Date", "2025-03-01 23:59"),
    "title of an emoji": instead("Title", "🙂"),
    "a leap day": instead("Date", "2024-02-29"),
}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    return make_blog(tmp_path_factory.mktemp("hostile") / "blog")


@pytest.mark.parametrize("name", CASES)
def test_a_bad_input_is_named_with_what_to_do(opened: Blog, name: str) -> None:
    opened.write(POST, CASES[name])
    try:
        opened.open()
    except ContentError as error:
        lines = str(error).splitlines()
        assert lines
        assert [line for line in lines if not SENTENCE.fullmatch(line)] == []
        assert any(line.startswith(f"{POST}:") for line in lines)
    else:
        # What only shows when it has been written must stop the build.
        with pytest.raises(ContentError, match=r"a-quiet-evening"):
            opened.build()


@pytest.mark.parametrize("name", FINE)
def test_what_is_only_odd_is_published(blog: Blog, name: str) -> None:
    blog.write(POST, FINE[name])
    blog.build()
    assert "<h1>" in blog.page("posts/a-quiet-evening.html")
    assert "a-quiet-evening.html" in blog.page("feeds/all.atom.xml")
    assert "<script>alert" not in blog.page("index.html")
