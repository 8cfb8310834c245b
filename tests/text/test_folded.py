"""What `<details>` folds away is Markdown; code and other HTML stay as they are."""

import pytest

from wellspring.text.render import render_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("```\n<details>\n```", "<pre><code>&lt;details&gt;\n</code></pre>"),
        ("    <details>", "<pre><code>&lt;details&gt;\n</code></pre>"),
        ("A `<details>` folds.", "<p>A <code>&lt;details&gt;</code> folds.</p>"),
        ("<div>\n*so*\n</div>", "<div>\n*so*\n</div>"),
    ],
)
def test_other_texts_stay_as_they_are(text: str, html: str) -> None:
    assert render_markdown(text).html == html


@pytest.mark.parametrize("begin", ["<details>", "<details open>", '<details class="x">'])
def test_what_is_folded_away_is_markdown(begin: str) -> None:
    text = f"{begin}\n<summary>More</summary>\n\n**Rest**:\n\n- one\n- two\n\n</details>\n\n*Last*"
    assert render_markdown(text).html == (
        f"{begin}\n<summary>More</summary>\n<p><strong>Rest</strong>:</p>\n<ul>\n<li>one</li>\n"
        "<li>two</li>\n</ul>\n</details>\n<p><em>Last</em></p>"
    )


def test_headings_and_callouts_work_there_too() -> None:
    text = "<details>\n<summary>More</summary>\n\n## Tea\n\n> [!TIP]\n> Drink it.\n\n</details>"
    shown = render_markdown(text)
    assert 'class="callout callout-tip"' in shown.html
    assert [heading.text for heading in shown.headings] == ["Tea"]
