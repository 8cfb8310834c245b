"""Front matter into Post and Author; called by checking, by the Pelican reader and by the audit."""

from wellspring.model.finding import Finding
from wellspring.model.post import Author, Correction, Post, Series, Source, Value, Waiver
from wellspring.model.review import Review
from wellspring.text.ignores import blank_ignores
from wellspring.text.prose import prose_of
from wellspring.text.values import (
    parse_day,
    read_links,
    read_moment,
    read_websites,
    split_bars,
    split_commas,
)

CORRECTION_PARTS = 4
WAIVER_PARTS = 3


def read_post(source: Source) -> tuple[Post, list[Finding]]:
    """Read a post's fields. What cannot be read is a finding and left empty in the Post."""
    moment, date_findings = read_moment(source, "date")
    modified, modified_findings = read_moment(source, "modified")
    series, series_findings = read_series(source)
    know_more, link_findings = read_links(source, "know-more")
    corrections, correction_findings = read_corrections(source)
    waivers, waiver_findings = read_waivers(source)
    sources, source_findings = read_links(source, "sources")
    review, review_findings = read_review(source)
    due, due_findings = read_moment(source, "review-due")
    post = Post(
        path=source.path,
        slug=source.slug,
        title=source.text("title"),
        subtitle=source.text("subtitle"),
        date=moment,
        modified=modified,
        authors=read_authors(source),
        category=source.text("category"),
        summary=source.text("summary"),
        status=source.text("status").lower() or "published",
        tags=tuple(tag.text for tag in split_commas(source.fields.get("tags"))),
        disclaimers=split_commas(source.fields.get("disclaimer")),
        prose=prose_of(blank_ignores(source.body)),
        prose_line=source.body_line,
        series=series,
        know_more=know_more,
        corrections=corrections,
        waivers=waivers,
        lang=source.text("lang").lower(),
        sources=sources,
        review=review,
        review_due=due.date() if due else None,
        review_due_place=source.place("review-due"),
    )
    dates = [*date_findings, *modified_findings, *review_findings, *due_findings]
    links = [*link_findings, *source_findings]
    return post, [*dates, *series_findings, *links, *correction_findings, *waiver_findings]


def read_authors(source: Source) -> tuple[Value, ...]:
    """Read `Authors: A, B`, or `Author: A`, whose name may hold a comma."""
    if "authors" in source.fields:
        return split_commas(source.fields["authors"])
    return source.fields["author"].values if "author" in source.fields else ()


def read_series(source: Source) -> tuple[Series | None, list[Finding]]:
    """Read `Series` and `Series-index`; each needs the other."""
    name, position = source.text("series"), source.text("series-index")
    if not name and not position:
        return None, []
    if name and position.isdecimal() and int(position) > 0:
        return Series(name, int(position)), []
    place = source.place("series-index" if position else "series")
    message = (
        "a series needs both `Series: its name` and `Series-index: 1` (a whole number from 1). "
        "Add or mend the one that is missing."
    )
    return None, [Finding(place, message)]


def read_review(source: Source) -> tuple[Review | None, list[Finding]]:
    """Read `Reviewed-by` and `Reviewed`; each needs the other."""
    by = source.text("reviewed-by")
    moment, findings = read_moment(source, "reviewed")
    if by and moment:
        return Review(by, moment.date(), source.place("reviewed-by")), findings
    if (by or moment) and not findings:
        message = (
            "a review needs both `Reviewed-by: a name` and `Reviewed: 2026-11-23`. `invoke review` "
            "writes both."
        )
        findings = [Finding(source.place("reviewed-by" if by else "reviewed"), message)]
    return None, findings


def read_corrections(source: Source) -> tuple[tuple[Correction, ...], list[Finding]]:
    """Read lines of `YYYY-MM-DD | was | now | why`, all four parts needed."""
    corrections: list[Correction] = []
    findings: list[Finding] = []
    field = source.fields.get("corrections")
    for value in field.values if field else ():
        parts = split_bars(value)
        day = parse_day(parts[0])
        if day and len(parts) == CORRECTION_PARTS and all(parts):
            corrections.append(Correction(day, *parts[1:]))
            continue
        message = (
            f"“{value.text[:60]}” is not a correction. Write `2026-11-23 | what it said | "
            "what it says now | why`."
        )
        findings.append(Finding(value.place, message))
    return tuple(corrections), findings


def read_waivers(source: Source) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """Read lines of `disclaimer, reason, who`; the reason may hold commas."""
    waivers: list[Waiver] = []
    findings: list[Finding] = []
    field = source.fields.get("disclaimer-waived")
    for value in field.values if field else ():
        parts = [part.strip() for part in value.text.split(",")]
        if len(parts) >= WAIVER_PARTS and all(parts):
            waivers.append(Waiver(parts[0], ", ".join(parts[1:-1]), parts[-1], value.place))
            continue
        message = (
            f"“{value.text[:60]}” does not say which disclaimer, why, and who decided. Write "
            "`fitness, the walk is only a picture here, Robin Example`."
        )
        findings.append(Finding(value.place, message))
    return tuple(waivers), findings


def read_author(source: Source) -> tuple[Author, list[Finding]]:
    """Read an author's file: who they are, and the bio as Markdown."""
    websites, findings = read_websites(source)
    author = Author(
        path=source.path,
        slug=source.slug,
        name=source.text("name"),
        bio=source.body.strip(),
        credentials=source.text("credentials"),
        conflicts=source.text("conflicts"),
        role=source.text("role"),
        summary=source.text("summary"),
        websites=websites,
    )
    return author, findings
