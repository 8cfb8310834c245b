"""The disclaimer plugin by itself: for any Pelican site, with any theme, without the rest.

Installed as `pelican.plugins.medical_disclaimer`, or named in PLUGINS as
`wellspring.standalone`. Puts the notices into the articles' content, and proves
after every run that they were written (docs/plugin.md).
"""

from wellspring.standalone.plugin import register

__all__ = ["register"]
