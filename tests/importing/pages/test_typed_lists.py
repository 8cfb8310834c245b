"""Lists that were typed: bullets and numbers in a row, and nothing that only looks like them."""

import pytest

from wellspring.importing.pages.tree import read_tree
from wellspring.importing.pages.typed_lists import make_typed_lists


def made(*texts: str) -> str:
    tree = read_tree("\n".join(f"<p>{text}</p>" for text in texts), "x.html")
    make_typed_lists(tree)
    return "".join(str(tree).split("\n"))


@pytest.mark.parametrize(
    "texts",
    [
        ("Soup.", "Bread."),
        ("• Soup alone",),
        ("- Hello, she said.", "- Hello."),
        ("3. Soup", "4. Bread"),
        ("1. Soup", "Words between.", "2. Bread"),
        ("2024. A year", "2025. Another"),
        ("- " + "long words " * 30, "- b", "- c"),
        ("-5 degrees", "-6 degrees", "-7 degrees"),
    ],
)
def test_what_is_no_list_stays(texts: tuple[str, ...]) -> None:
    assert made(*texts) == "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("• Soup", "•Bread"), "<ul><li>Soup</li><li>Bread</li></ul>"),
        (("1. Soup", "2) Bread"), "<ol><li>Soup</li><li>Bread</li></ol>"),
        (("• Soup", "", "• Bread"), "<ul><li>Soup</li><li>Bread</li></ul><p></p>"),
        (("- a", "- b", "- c"), "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        (
            ("<b>• Soup</b> of peas", "<span>•</span> <i>Bread</i>"),
            "<ul><li><b>Soup</b> of peas</li><li><span></span><i>Bread</i></li></ul>",
        ),
        (
            ("Buy:", "• Soup", "• Bread", "Then rest."),
            "<p>Buy:</p><ul><li>Soup</li><li>Bread</li></ul><p>Then rest.</p>",
        ),
    ],
)
def test_items_become_a_list(texts: tuple[str, ...], expected: str) -> None:
    assert made(*texts) == expected
