"""The errors an author can meet; every layer may raise them, the tasks print them.

Each carries a message that is complete by itself: what is wrong, where, and
what to do. No caller ever shows a traceback for one of these.
"""


class WellspringError(Exception):
    """Base of all errors that are shown to an author as plain sentences."""


class HouseStyleError(WellspringError):
    """A file under editorial/ is wrong."""


class ContentError(WellspringError):
    """A file under content/ is wrong, or what was built from it is."""


class SettingsError(WellspringError):
    """pelicanconf.py or publishconf.py asks for something that cannot be."""


class PublishError(WellspringError):
    """Publishing was refused or did not succeed; nothing is live that was not proven."""


class UsageError(WellspringError):
    """A command line asks for something that cannot be; the command ends with exit code 2."""
