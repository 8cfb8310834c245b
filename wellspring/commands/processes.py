"""What is said before texts are read by networks; called by examine and import_many."""

import os


def use_one_thread() -> None:
    """Keep small networks from waiting for threads, and those from other processes' ways.

    Processes that are started afterwards hear it too.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
