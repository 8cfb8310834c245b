"""Markdown source taken apart: front matter with places, and the words a reader reads.

Pure functions over strings; imports the model only. Called by house, disclaimers,
checking, audit and the Pelican reader.
"""
