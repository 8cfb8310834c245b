"""Tests of the importer, its sets of stories, and what scores them."""
