"""What processes that share work do first; called by examine and import_many."""

import os


def use_one_thread() -> None:
    """Keep the networks of a process from starting threads beside the other processes."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
