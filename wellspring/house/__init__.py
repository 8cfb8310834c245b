"""The house style: everything under editorial/, loaded, checked and compiled.

Reads TOML files and nothing else. Called once a build by the plugins, the
checker and the audit.
"""
