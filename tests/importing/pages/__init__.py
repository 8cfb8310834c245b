"""Tests of the import of pages, documents, exports and feeds; each case has its own folder.

`in/` holds a source (a folder `source.zip.d` is packed first), `out/` what a person would make of
it, and the report.
"""
