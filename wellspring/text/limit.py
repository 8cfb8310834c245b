"""A limit on the seconds that one text may take; called around reading, checking and rendering.

Markdown and some checks take time in step with the square of what a few texts hold, such as
thousands of `[` in a row. Where the system has no timer (Windows), the limit on a text's size is
the only one.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from wellspring.errors import ContentError
from wellspring.model.place import Place

MOST_SECONDS = 10.0
AGAIN = 1.0


@contextmanager
def limited(path: str, seconds: float | None = None) -> Iterator[None]:
    """Raise ContentError naming `path` when the block takes longer than a text may."""
    most = MOST_SECONDS if seconds is None else seconds
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise ContentError(
            f"{Place(path)}: this text takes more than {most:g} s to read. Look for very many `[`, "
            "`<` or backticks in a row, or split it into several."
        )

    before = signal.signal(signal.SIGALRM, stop)
    # Again and again: what is raised while Python takes objects away is lost.
    signal.setitimer(signal.ITIMER_REAL, most, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
