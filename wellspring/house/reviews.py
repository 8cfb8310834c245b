"""How a file under editorial/reviews/ is read and written; called by load_house and `review`."""

import json

from wellspring.house.table import Table
from wellspring.model.review import ReviewRecord


def read_review(table: Table) -> ReviewRecord:
    """Read one record."""
    return ReviewRecord(
        post=table.text("post"),
        by=table.text("by"),
        on=table.day("on"),
        sentences=table.texts("sentences"),
        place=table.place("post"),
    )


def review_text(record: ReviewRecord) -> str:
    """Return a record as TOML, whose strings and lists are written as JSON's are."""
    sentences = json.dumps(record.sentences, ensure_ascii=False, indent=4)
    return (
        "# What the reviewer saw. Written by `invoke review`; do not change it by hand.\n"
        f"post = {json.dumps(record.post, ensure_ascii=False)}\n"
        f"by = {json.dumps(record.by, ensure_ascii=False)}\n"
        f"on = {record.on.isoformat()}\n"
        f"sentences = {sentences}\n"
    )
