"""A rule's frames in plain words; for the pages on rules."""

from collections.abc import Iterable, Iterator

from wellspring.model.frame import Frame
from wellspring.model.rule import Rule


def frames_of(rule: Rule) -> Iterator[str]:
    """Yield what each frame of a rule looks for, with an example."""
    for frame in rule.framed.frames if rule.framed else ():
        yield f"{tell_frame(frame)}: {frame.examples.flagged[0]}"


def tell_frame(frame: Frame) -> str:
    """Return what a frame looks for; names are those of files in editorial/lexicon/."""
    parts = [
        told("who", frame.who),
        told("does", frame.does),
        told("what", frame.what),
        "denied" if frame.denied else "",
        "somebody’s own" if frame.owned else "",
        told("said", (said.replace("-", " ") for said in frame.said)),
        *(told("beside", names.split("|")) for names in frame.beside),
        *(told("near", names.split("|")) for names in frame.near),
        told("without", frame.lacks),
    ]
    return "; ".join(filter(None, parts))


def told(role: str, names: Iterable[str]) -> str:
    """Return a role and what may fill it."""
    found = " or ".join(names)
    return f"{role} {found}" if found else ""
