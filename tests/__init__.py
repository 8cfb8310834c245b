"""Tests, folder for folder as the package is; `python3 blog.py test` runs them all."""
