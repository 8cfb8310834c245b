"""Who has reviewed what, and until when; called by open_site.

A review that nobody can be named for is worse than none, so a reviewer is a person with a
file and credentials, who did not write the article, and the record of what they saw is kept.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.model.post import Author, Post
from wellspring.model.review import Review, ReviewRecord
from wellspring.text.suggest import did_you_mean


def check_reviewer(
    post: Post, review: Review, authors: Mapping[str, Author], today: date
) -> Iterator[Finding]:
    """Report a reviewer who is nobody, has no credentials or has written the post."""
    if review.by not in authors:
        message = f"there is no person `{review.by}`. {did_you_mean(review.by, authors)}"
        yield Finding(review.place, f"{message} A new reviewer is one file in content/authors/.")
    elif not authors[review.by].credentials:
        message = (
            f"{review.by} has no `Credentials` in {authors[review.by].path}, so readers cannot "
            "tell what the review is worth. Add them, or remove the review."
        )
        yield Finding(review.place, message)
    if review.by in {author.text for author in post.authors}:
        message = f"{review.by} has written this article. Have somebody else review it."
        yield Finding(review.place, message)
    if review.on > today + timedelta(days=1):  # a reviewer may be a day ahead of UTC
        yield Finding(review.place, f"the review of {review.on} is still to come. Mend the date.")


def check_record(
    review: Review, record: ReviewRecord | None, orphan: ReviewRecord | None = None
) -> Iterator[Finding]:
    """Report a review without a record, or with the record of another one.

    `orphan` is a record of the same day and reviewer, of an article that is not there.
    """
    if record is None and orphan:
        message = (
            f"the record of this review, {orphan.place.path}, is on {orphan.post}, which is not "
            f"there. If this article was called so, write its new name there: "
            f'`post = "{review.place.path}"`.'
        )
        yield Finding(review.place, message)
    elif record is None or (record.by, record.on) != (review.by, review.on):
        message = (
            f"there is no record of a review by {review.by} on {review.on}. Run `invoke review` "
            "for this article: it writes the record and these lines."
        )
        yield Finding(review.place, message)


def check_due(post: Post, decision: Decision, last: date) -> Iterator[Finding]:
    """Report a `Review-due` that is before the last look, or later than the topics allow."""
    latest = last + timedelta(days=decision.review_days)
    if post.review_due is None or post.review_due_place is None:
        return
    if not last < post.review_due <= latest:
        message = (
            f"`Review-due` must be after {last} and not after {latest}: what this article is "
            f"about must be looked at every {decision.review_days} days. Mend the date, or "
            "remove the line."
        )
        yield Finding(post.review_due_place, message)
