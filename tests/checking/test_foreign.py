"""Pictures of other sites: named where they stand, with what to write instead."""

import pytest

from wellspring.checking.foreign import check_foreign
from wellspring.text.source import parse_source

HEAD = "Title: A\nDate: 2025-01-01\n\n"
URL = "https://x.example/a/lamp.jpg"


def found(body: str) -> list[str]:
    source, _ = parse_source(f"{HEAD}{body}", "content/posts/a.md")
    return [str(finding) for finding in check_foreign(source)]


@pytest.mark.parametrize(
    "body",
    [
        "![A lamp]({static}/images/lamp.jpg)",
        f"[A lamp]({URL})",
        f"`![A lamp]({URL})`",
        f"```\n![A lamp]({URL})\n```",
        f"[a lamp]: {URL}\n\nSee [a lamp].",
        f"<{URL}>",
    ],
)
def test_own_pictures_and_mere_links_are_fine(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"Words.\n\n![A lamp]({URL})", "6:11"),
        (f"![A lamp](<{URL}> 'A lamp')", "4:12"),
        (f'<img alt="A lamp" src="{URL}">', "4:24"),
        (f"![A lamp][it]\n\n[it]: {URL}", "6:7"),
        (f"![It]\n\n[it]: {URL}", "6:7"),
    ],
)
def test_a_picture_of_another_site_is_named_where_it_stands(body: str, place: str) -> None:
    assert found(body) == [
        f"content/posts/a.md:{place}: the picture `{URL}` would be loaded from another site, which "
        "tells it who reads here. If you may use it, save it as `content/images/lamp.jpg` and "
        "write `{static}/images/lamp.jpg` instead."
    ]
