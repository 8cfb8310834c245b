"""Days that cannot be, and those that can."""

import pytest

from tests.checking.test_content import POST, complaints, post
from tests.conftest import Blog

CORRECTION = "| was | is | because"


@pytest.mark.parametrize(
    "changes",
    [
        {"Modified": "2026-11-23"},
        # Where the author is, it may be tomorrow already.
        {"Modified": "2026-11-24", "Corrections": f"2026-11-24 {CORRECTION}"},
        {"Date": "2027-01-01", "Modified": "2027-01-01"},
        {"Date": "1998-05-01"},
    ],
)
def test_days_that_can_be(blog: Blog, changes: dict[str, str]) -> None:
    blog.write(POST, post(**changes))
    blog.open()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        (
            {"Modified": "2027-11-23"},
            "5:11: `Modified` is 2027-11-23, which is still to come, and readers would be told "
            "that the article was changed then. Write the day on which you changed it.",
        ),
        (
            {"Corrections": f"2026-11-25 {CORRECTION}"},
            "5:14: the correction of 2026-11-25 is still to come. Write the day on which you made "
            "it.",
        ),
        (
            {"Date": "0206-11-01"},
            "2:7: `Date: 0206-11-01` is in the year 206, long before there were blogs. Write "
            "the day of publication, for example `2026-11-23`.",
        ),
    ],
)
def test_days_that_cannot_be(blog: Blog, changes: dict[str, str], complaint: str) -> None:
    blog.write(POST, post(**changes))
    assert complaints(blog) == [f"{POST}:{complaint}"]
