"""Say what a build has come to, and build only if something has changed.

Called by the tasks; imports neither Pelican nor anything else that takes long to start.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from wellspring.building.last import Inputs, LastBuild, inputs_of, recall_last
from wellspring.commands.report import complain, counted, say

# More warnings than that, and nobody reads the first.
SHOWN = 10


def build_changed(
    settings_file: Path, output: Path, root: Path, *, cold: bool = False, profile: bool = False
) -> None:
    """Build and say so, or only say how things stand when nothing has changed since."""
    started = time.perf_counter()
    inputs = inputs_of(settings_file, output)
    last = None if cold else recall_last(settings_file, output, inputs)
    parts = {"looking for changes": time.perf_counter() - started}
    if last:
        written = (
            0 if last.made_from == inputs.name else amended(settings_file, output, inputs, last)
        )
        seconds = time.perf_counter() - started
        if written is not None:
            parts |= {"amending": seconds - sum(parts.values())} if written else {}
            tell_outcome(last, output, root, written, seconds, parts if profile else {})
            return
    from wellspring.commands.build import build, tell
    from wellspring.commands.progress import Progress

    progress = Progress()
    try:
        built = build(settings_file, output, cold=cold, inputs=inputs, tick=progress.tick)
    finally:
        progress.end()
    tell(built, root, profile=profile)


def amended(settings_file: Path, output: Path, inputs: Inputs, last: LastBuild) -> int | None:
    """Put changed bodies into the output if that is all; return how many files show them."""
    from wellspring.commands.amend import amend

    return amend(settings_file, output, inputs, last)


def tell_outcome(  # noqa: PLR0913, PLR0917 - what there is to say
    outcome: LastBuild,
    output: Path,
    root: Path,
    written: int,
    seconds: float,
    parts: Mapping[str, float],
) -> None:
    """Say in one line what was built and proven, and how long each part took if any is given."""
    place = output.relative_to(root) if output.is_relative_to(root) else output
    say(
        f"Built {counted(outcome.pages, 'page')} into {place}/ in {seconds:.1f} s "
        f"({counted(written, 'file')} written, {outcome.files - written} unchanged); disclaimers "
        f"proven on every article and in {outcome.entries} feed entries."
    )
    for part, spent in parts.items():
        say(f"{spent:8.2f} s  {part}")
    for warning in outcome.warnings[:SHOWN]:
        complain(warning)
    if len(outcome.warnings) > SHOWN:
        more = len(outcome.warnings) - SHOWN
        complain(
            f"{counted(more, 'more warning')} of this kind: `invoke review-due` lists the articles "
            "that are due, `invoke doctor` the facts."
        )
    for line in (*outcome.waived, *waiting(outcome.future, datetime.now(UTC))):
        say(line)


def waiting(future: Iterable[str], now: datetime) -> Iterator[str]:
    """Yield a line that says how many articles wait on the live site, and when the next is due."""
    moments = [moment for text in future if (moment := datetime.fromisoformat(text)) > now]
    if not moments:
        return
    first = f"{min(moments):%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if len(moments) == 1:
        yield f"1 article waits for its date: readers of the live site get it on {first}."
    else:
        yield (
            f"{len(moments)} articles wait for their dates: readers of the live site get the first "
            f"on {first}."
        )
