"""The links command: what is said of outside addresses, and what is remembered."""

import json
from datetime import date, timedelta

import pytest

from tests.conftest import Blog
from wellspring.commands.links import ask_links, list_links
from wellspring.errors import WellspringError
from wellspring.publishing.web import Answer

TODAY = date(2026, 11, 23)
POST = "content/posts/a-quiet-evening.md"
WELL = Answer(200, "https://www.example.org/page")


def run(blog: Blog, answers: dict[str, Answer], today: date = TODAY) -> tuple[bool, list[str]]:
    """Ask all addresses of a blog; those that are not named answer well."""
    asked: list[str] = []

    def asker(address: str) -> Answer:
        asked.append(address)
        return answers.get(address, WELL)

    cache = blog.root / ".build/links.json"
    well = ask_links(blog.root / "pelicanconf.py", cache, today, asker, pause=0)
    return well, asked


def link_to(blog: Blog, *addresses: str) -> None:
    """Write an article with links."""
    file = blog.root / POST
    text = file.read_text(encoding="utf-8")
    more = "\n".join(f"[a page]({address})" for address in addresses)
    file.write_text(f"{text}\n{more}\n", encoding="utf-8")


def test_addresses_that_work_are_not_asked_again(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    link_to(blog, "https://www.example.org/page")
    well, asked = run(blog, {})
    assert well
    assert "https://www.example.org/page" in asked
    assert len(asked) > 100, "the house rules' sources are asked too"
    out, err = capsys.readouterr()
    assert (out, err) == (
        f"Outside addresses: {len(asked)} asked, 0 known to work; 0 errors, 0 warnings.\n",
        "",
    )
    assert run(blog, {}) == (True, [])
    assert len(run(blog, {}, TODAY + timedelta(days=14))[1]) == len(asked)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(404), "`{a}` is gone (404). Link to where it is now."),
        (Answer(410), "`{a}` is gone (410). Link to where it is now."),
        (
            Answer(503),
            "warning: `{a}` answers programs with 503. Open it in a browser to see.",
        ),
        (
            Answer(trouble="timed out"),
            "warning: `{a}` could not be reached (timed out). Open it in a browser to see.",
        ),
        (
            Answer(200, "https://www.example.org/"),
            "warning: `{a}` now leads to the front page https://www.example.org/. "
            "Link to where the page is now.",
        ),
    ],
)
def test_a_bad_answer_is_said_at_its_place(
    blog: Blog, capsys: pytest.CaptureFixture[str], answer: Answer, said: str
) -> None:
    address = "https://www.example.org/page"
    link_to(blog, address)
    assert run(blog, {address: answer})[0] is said.startswith("warning")
    assert capsys.readouterr().err == f"{POST}:10:10: {said.format(a=address)}\n"
    assert run(blog, {})[1] == [address], "what did not work is asked again"


def test_without_a_network_one_sentence_is_said(blog: Blog) -> None:
    with pytest.raises(WellspringError) as caught:
        ask_links(
            blog.root / "pelicanconf.py",
            blog.root / "x.json",
            TODAY,
            lambda _: Answer(trouble="no route to host"),
            pause=0,
        )
    assert str(caught.value) == (
        "no outside address could be reached (no route to host). "
        "Check that this computer is online, then try again."
    )


def test_a_run_asks_no_more_than_its_limit(blog: Blog, capsys: pytest.CaptureFixture[str]) -> None:
    link_to(blog, *(f"https://www.example.org/{number}" for number in range(600)))
    _, asked = run(blog, {})
    assert len(asked) == 500
    assert "more are asked next time: type the command again." in capsys.readouterr().out


@pytest.mark.parametrize("cache", ["{", "[]", '{"a": 3}', '{"a": "yesterday"}'])
def test_a_broken_memory_is_none(blog: Blog, cache: str) -> None:
    blog.write(".build/links.json", cache)
    assert len(run(blog, {})[1]) > 100
    assert json.loads((blog.root / ".build/links.json").read_text(encoding="utf-8"))


def test_without_a_network_wish_they_are_listed(
    blog: Blog, capsys: pytest.CaptureFixture[str]
) -> None:
    link_to(blog, "https://www.example.org/page")
    list_links(blog.root / "pelicanconf.py")
    out = capsys.readouterr().out
    assert f"{POST}:10:10: https://www.example.org/page\n" in out
    assert out.splitlines()[-1].endswith("`invoke links --external` asks them.")
