"""No looking for unused objects in short work that leaves few: an eighth of its time.

Called by commands that read many texts. What is in no circle is freed all the same.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles of unused objects until the end; as before afterwards."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
