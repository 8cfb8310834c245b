"""When an article's facts must be looked at again; called by open_site, for every post.

Showing the last and the next check is NHS practice, three years at most is PIF TICK's rule
(https://piftick.org.uk/); topics ask for less in their `review_days`.
"""

from datetime import date, timedelta

from wellspring.model.disclaimer import Decision
from wellspring.model.post import Post
from wellspring.model.review import SOON, ReviewState


def review_state(post: Post, decision: Decision, today: date) -> ReviewState:
    """Return when a post was last looked at, and when it is due, as of a day.

    A draft has no readers, so it is never late.
    """
    last = last_look(post, today)
    due = post.review_due or last + timedelta(days=decision.review_days)
    return ReviewState(
        review=post.review,
        last=last,
        due=due,
        overdue=due < today and not post.is_draft,
        soon=today <= due <= today + timedelta(days=SOON) and not post.is_draft,
    )


def last_look(post: Post, today: date) -> date:
    """Return the day of the last review; without one, the day the post was last published."""
    if post.review:
        return post.review.on
    moment = post.modified or post.date
    return moment.date() if moment else today
