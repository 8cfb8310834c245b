"""Front matter's keys: which there are, for which kind of file, and which are needed."""

from dataclasses import dataclass

from wellspring.model.finding import Finding
from wellspring.model.post import Source
from wellspring.text.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of one kind of file, as written in examples."""

    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def names(self) -> dict[str, str]:
        """Return normal names to keys as written."""
        return {key.lower(): key for key in (*self.required, *self.optional)}


SCHEMAS = {
    "posts": Schema(
        required=("Title", "Date", "Author", "Category"),
        optional=(
            "Authors",
            "Subtitle",
            "Modified",
            "Tags",
            "Summary",
            "Status",
            "Slug",
            "Series",
            "Series-index",
            "Disclaimer",
            "Disclaimer-waived",
            "Lang",
            "Reviewed-by",
            "Reviewed",
            "Review-due",
            "Sources",
            "Know-more",
            "Corrections",
        ),
    ),
    "pages": Schema(required=("Title",), optional=("Summary", "Slug", "Status")),
    "authors": Schema(
        required=("Name",),
        optional=("Credentials", "Conflicts", "Role", "Summary", "Website", "Slug"),
    ),
}


def check_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report unknown keys and missing or empty required ones."""
    if not source.fields:
        return []
    return [*unknown_keys(source, schema), *missing_keys(source, schema)]


def unknown_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report keys that mean nothing here, with the closest one that does."""
    return [
        Finding(
            field.place,
            f"`{field.key}` is not a front-matter key. "
            f"{did_you_mean(field.key, schema.names.values())}",
        )
        for name, field in source.fields.items()
        if name not in schema.names
    ]


def missing_keys(source: Source, schema: Schema) -> list[Finding]:
    """Report required keys that are not there or have no value."""
    return [
        Finding(source.place(key.lower()), f"`{key}` is missing. Add a line `{key}: …`.")
        for key in schema.required
        if not source.text(key.lower()) and not source.text(f"{key.lower()}s")
    ]
