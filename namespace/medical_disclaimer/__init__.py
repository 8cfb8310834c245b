"""Lets Pelican find the plugin by its short name: PLUGINS = ["medical_disclaimer"]."""

from wellspring.standalone import register

__all__ = ["register"]
