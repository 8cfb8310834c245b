"""“Did you mean …?” for misspelt names; called wherever a name is looked up."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a sentence naming the closest known name, or all of them when none is close."""
    names = sorted(known)
    by_folded = {candidate.casefold(): candidate for candidate in names}
    close = get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{by_folded[close[0]]}`?"
    if not names:
        return "There are none yet."
    return f"Choose one of: {', '.join(f'`{candidate}`' for candidate in names)}."
