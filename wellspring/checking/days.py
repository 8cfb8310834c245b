"""Days on which nothing can have been published or changed; called by open_site."""

from collections.abc import Iterator
from datetime import date, timedelta

from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.values import parse_day, split_bars

# Earlier ones are slips of the hand, such as 0206 for 2026.
FIRST_YEAR = 1900
DATES = ("date", "modified")


def check_days(source: Source, today: date) -> Iterator[Finding]:
    """Report changes that are still to come or came too early, and years without blogs."""
    yield from check_years(source)
    own = parse_day(source.text("date"))
    # An author may be a day ahead of UTC. What waits for its day may have been changed until then.
    latest = max(today + timedelta(days=1), own or today)
    modified = parse_day(source.text("modified"))
    if modified and modified > latest:
        message = (
            f"`Modified` is {modified}, which is still to come, and readers would be told that "
            "the article was changed then. Write the day on which you changed it."
        )
        yield Finding(source.fields["modified"].values[0].place, message)
    elif modified and own and modified < own:
        message = (
            f"`Modified` ({modified}) is before `Date` ({own}). Mend one of them, or remove "
            "`Modified`."
        )
        yield Finding(source.fields["modified"].values[0].place, message)
    field = source.fields.get("corrections")
    for value in field.values if field else ():
        day = parse_day(split_bars(value)[0])
        if day and day > latest:
            message = (
                f"the correction of {day} is still to come. Write the day on which you made it."
            )
            yield Finding(value.place, message)


def check_years(source: Source) -> Iterator[Finding]:
    """Report days long before there was anything to publish on."""
    for name in DATES:
        day = parse_day(source.text(name))
        if day and day.year < FIRST_YEAR:
            field = source.fields[name]
            message = (
                f"`{field.key}: {source.text(name)}` is in the year {day.year}, long before there "
                "were blogs. Write the day of publication, for example `2026-11-23`."
            )
            yield Finding(field.values[0].place, message)
