"""The day on which a build is made; called by the plugin that opens the site, and by doctor.

SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)
sets it, for builds that must come out the same on another day.
"""

import os
from datetime import UTC, date, datetime

from wellspring.errors import SettingsError


def build_day() -> date:
    """Return today in UTC, or the day that SOURCE_DATE_EPOCH says in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            f"SOURCE_DATE_EPOCH is `{given}`, which is no number of seconds since 1970. "
            "Mend or unset this environment variable."
        ) from error
