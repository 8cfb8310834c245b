"""Waivers: granted where a person knows better than a list of words, never against the words."""

import pytest

from tests.conftest import Blog
from wellspring.errors import ContentError

HEAD = "Title: One\nDate: 2025-01-01\nAuthor: Robin Example\n"
WALK = f"{HEAD}Category: Movement\nDisclaimer-waived: %s\n\nA walk is only a picture here.\n"
PATH = "content/posts/x.md"


def complaint(blog: Blog) -> str:
    with pytest.raises(ContentError) as raised:
        blog.open()
    return str(raised.value)


def test_a_waiver_takes_the_disclaimer_away_and_is_remembered(blog: Blog) -> None:
    blog.write(PATH, WALK % "fitness, it is a picture, not a plan, Robin Example")
    site = blog.open()
    decision = site.decisions[PATH]
    assert [disclaimer.id for disclaimer in decision.disclaimers] == ["general"]
    (waived,) = decision.waived
    assert waived.requirement.disclaimer.id == "fitness"
    assert (waived.waiver.reason, waived.waiver.who) == (
        "it is a picture, not a plan",
        "Robin Example",
    )


def test_a_binding_disclaimer_may_be_waived_when_only_a_tag_brings_it(blog: Blog) -> None:
    blog.write(
        PATH,
        f"{HEAD}Category: Sleep\nTags: ketamine\n"
        "Disclaimer-waived: medication, a tag for our archive, Robin Example\n"
        "    controlled-substance, a tag for our archive, Robin Example\n\nNo drug is named.\n",
    )
    blog.write("content/posts/questions-about-ketamine.md", f"{HEAD}Category: Sleep\n\nNo drug.\n")
    site = blog.open()
    assert [disclaimer.id for disclaimer in site.decisions[PATH].disclaimers] == ["general"]


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        (
            "fitness",
            "“fitness” does not say which disclaimer, why, and who decided. Write "
            "`fitness, the walk is only a picture here, Robin Example`.",
        ),
        (
            "fitness, , Robin Example",
            "“fitness, , Robin Example” does not say which disclaimer, why, and who decided. "
            "Write `fitness, the walk is only a picture here, Robin Example`.",
        ),
        (
            "fitnes, a picture, Robin Example",
            "there is no disclaimer `fitnes`. Did you mean `fitness`?",
        ),
        (
            "pregnancy, a picture, Robin Example",
            "nothing in this article asks for `pregnancy`, so there is nothing to waive. "
            "Remove this line.",
        ),
    ],
)
def test_a_waiver_that_cannot_be_read_or_does_nothing(blog: Blog, value: str, wrong: str) -> None:
    blog.write(PATH, WALK % value)
    assert complaint(blog) == f"{PATH}:5:20: {wrong}"


@pytest.mark.parametrize(
    ("id_", "body", "evidence"),
    [
        ("crisis", "He thought of suicide.", "Suicide and self-harm: the word “suicide” (line 7)"),
        (
            "medication",
            "She takes sertraline.",
            "The drug sertraline: the word “sertraline” (line 7)",
        ),
        (
            "controlled-substance",
            "One uses ketamine.",
            "The drug ketamine: the word “ketamine” (line 7)",
        ),
    ],
)
def test_a_waiver_against_the_words_is_refused(
    blog: Blog, id_: str, body: str, evidence: str
) -> None:
    blog.write(
        PATH,
        f"{HEAD}Category: Sleep\nDisclaimer-waived: {id_}, we know, Robin Example\n\n{body}\n",
    )
    assert complaint(blog) == (
        f"{PATH}:5:20: `{id_}` cannot be waived while the text calls for it: {evidence}. "
        "Remove this line, or change the text."
    )


def test_asking_and_waiving_at_once_is_refused(blog: Blog) -> None:
    blog.write(
        PATH,
        f"{WALK % 'fitness, a picture, Robin Example'}".replace(
            "Disclaimer-waived", "Disclaimer: fitness\nDisclaimer-waived"
        ),
    )
    assert complaint(blog) == (
        f"{PATH}:6:20: `Disclaimer` asks for `fitness` and `Disclaimer-waived` takes it away. "
        "Remove one of the two."
    )


def test_the_build_lists_what_was_waived(blog: Blog) -> None:
    blog.write(PATH, WALK % "fitness, a picture, Robin Example")
    built = blog.build()
    assert [(path, waived.waiver.disclaimer) for path, waived in built.waived] == [
        (PATH, "fitness")
    ]
    assert 'data-disclaimer="fitness"' not in blog.page("posts/x.html")
