"""Work on many things in several processes at once, where the system can fork.

Called by whoever reads, renders or audits all texts of a site. The other processes only compute:
what they find comes back as plain data. If one of them fails for whatever reason, its share is
done again here, so that errors are raised where they would be without it.
"""

import gc
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

import msgspec

from wellspring.building.records import as_kind, encode

Made = TypeVar("Made")
Work = Callable[[Sequence[str]], Mapping[str, Made]]
Tick = Callable[[int, int], None]
# Fewer things are done before another process has started.
MANY = 40
MOST_PROCESSES = 8
# How many things are done between two words on how far it is.
AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Share:
    """What another process works on, and where its answer comes from."""

    names: Sequence[str]
    process: int
    answer: BinaryIO


def silent(_done: int, _of: int) -> None:
    """Say nothing of how far it is."""


def work_together(
    work: Work[Made], names: Sequence[str], kind: type[Made], tick: Tick = silent
) -> dict[str, Made]:
    """Return what `work` makes of each name, its parts being of a kind that can be kept.

    `tick` is told how many are done, of how many; that the others are as far is taken for granted.
    """
    shares = count_shares(len(names))
    if shares < 2:  # noqa: PLR2004 - one share is no sharing
        return work_alone(work, names, tick, len(names))
    gc.freeze()  # what is there already stays one copy in memory
    waiting = [send_out(work, names[start::shares]) for start in range(1, shares)]
    try:
        made = work_alone(work, names[::shares], tick, len(names))
        while waiting:
            share = waiting.pop()
            answered = receive(share, kind)
            made |= work(share.names) if answered is None else answered
    finally:
        gc.unfreeze()
        for share in waiting:
            receive(share, kind)
    return made


def work_alone(work: Work[Made], names: Sequence[str], tick: Tick, of: int) -> dict[str, Made]:
    """Return what `work` makes of each name, a few at a time if there are many."""
    if of < MANY:
        return dict(work(names))
    made: dict[str, Made] = {}
    for start in range(0, len(names), AT_ONCE):
        made |= work(names[start : start + AT_ONCE])
        tick(min(of, len(made) * of // len(names)), of)
    return made


def count_shares(things: int) -> int:
    """Return among how many processes to share; a process with threads cannot be forked safely."""
    can_fork = hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
    return min(os.cpu_count() or 1, MOST_PROCESSES, things // MANY + 1) if can_fork else 1


def send_out(work: Work[Made], names: Sequence[str]) -> Share:
    """Let another process do a share of the work."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process:
        os.close(theirs)
        return Share(names, process, os.fdopen(ours, "rb"))
    code = 1
    try:  # pragma: no cover - the other process
        os.close(ours)
        data = encode(dict(work(names)))
        with os.fdopen(theirs, "wb") as answer:
            answer.write(data)
        code = 0
    finally:
        # Neither its buffers nor what it was in the middle of are this process's to finish.
        os._exit(code)


def receive(share: Share, kind: type[Made]) -> dict[str, Made] | None:
    """Return what another process has made, or None if it has failed."""
    with share.answer as answer:
        data = answer.read()
    _, status = os.waitpid(share.process, 0)
    if status:
        return None
    try:
        return msgspec.msgpack.decode(data, type=dict[str, kind], dec_hook=as_kind)  # type: ignore[valid-type]
    except msgspec.DecodeError:
        return None
