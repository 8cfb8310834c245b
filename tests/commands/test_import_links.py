"""Links among the stories of an import lead to files; all others stay."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import Blog
from wellspring.commands.import_links import key_of, led_home
from wellspring.commands.import_story import Options, import_story

FILES = {"blog.example/2020/rest": "{filename}/posts/rest.md"}
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>
<item><title>On Rest</title><link>https://blog.example/2020/rest/</link>
<description>&lt;p&gt;I rest. See &lt;a href="https://blog.example/walk"&gt;my walk&lt;/a&gt; and
&lt;a href="https://blog.example/gone"&gt;that&lt;/a&gt;.&lt;/p&gt;</description></item>
<item><title>My Walk</title><link>https://blog.example/walk</link>
<description>&lt;p&gt;I walk,
and &lt;a href="/2020/rest/#why"&gt;rest&lt;/a&gt;.&lt;/p&gt;</description>
</item></channel></rss>"""


@pytest.mark.parametrize(
    "line",
    [
        "[a](https://other.example/2020/rest)",
        "[a](https://blog.example/2020/rested)",
        "[a](https://blog.example/)",
        "https://blog.example/2020/rest",
        "```\n[a](https://blog.example/2020/rest)\n```",
    ],
)
def test_other_links_stay(line: str) -> None:
    assert led_home(line, FILES) == line


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("[a](https://blog.example/2020/rest/)", "[a]({filename}/posts/rest.md)"),
        ("[a](http://www.blog.example/2020/rest#b)", "[a]({filename}/posts/rest.md#b)"),
        (
            "Know-more: On Rest | https://blog.example/2020/rest",
            "Know-more: On Rest | {filename}/posts/rest.md",
        ),
        ('[a](https://blog.example/2020/rest "b") c', '[a]({filename}/posts/rest.md "b") c'),
    ],
)
def test_a_link_to_a_story_leads_to_its_file(line: str, now: str) -> None:
    assert led_home(line, FILES) == now


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.blog.example/a/", "blog.example/a"),
        ("https://blog.example/?p=12", "blog.example?p=12"),
        ("https://blog.example/?utm=1", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_addresses_of_one_page_have_one_key(address: str, key: str) -> None:
    assert key_of(address) == key


def test_stories_of_one_export_lead_to_each_other(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(blog.root)
    blog.write("blog.rss", RSS)
    settings = blog.root / "pelicanconf.py"
    assert import_story(settings, Options("blog.rss"), date(2026, 11, 23)) == 0
    posts = blog.root / "content/posts"
    assert "[my walk]({filename}/posts/my-walk.md) and\n" in text_of(posts / "on-rest.md").replace(
        "and [that]", "and\n[that]"
    )
    assert "[that](https://blog.example/gone)" in text_of(posts / "on-rest.md")
    assert "[rest]({filename}/posts/on-rest.md#why)" in text_of(posts / "my-walk.md")


def test_a_folder_outside_of_the_blog_keeps_the_addresses(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(blog.root)
    blog.write("blog.rss", RSS)
    options = Options("blog.rss", posts_dir=str(tmp_path / "elsewhere"))
    assert import_story(blog.root / "pelicanconf.py", options, date(2026, 11, 23)) == 0
    assert "(https://blog.example/walk)" in text_of(tmp_path / "elsewhere/on-rest.md")


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")
