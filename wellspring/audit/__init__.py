"""Prove, from the written files alone, that every page and feed entry is as it must be.

Shares the decision with the plugins but none of their code, so that a fault in
a plugin or template cannot hide itself. Called by the build and by publishing.
"""
