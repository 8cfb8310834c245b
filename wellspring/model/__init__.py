"""The nouns: frozen dataclasses that every other layer speaks in.

Imports the standard library only; holds no rules and reads no files.
"""
