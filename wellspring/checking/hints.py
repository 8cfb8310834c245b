"""Which lists of a lexicon a sentence may hold words of, by its pieces; called by PhraseIndex.

Most sentences hold no verb of a frame together with its things, and need not be taken apart.
"""

from wellspring.model.frame import Lexicon
from wellspring.text.hints import ALWAYS
from wellspring.text.scan import ENDINGS


class Teller:
    """What pieces tell, as one number: lists that have them, what they start, what they end."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.hints = lexicon.hints
        self.endings = lexicon.endings
        self.lists = len(lexicon.names)
        self.size = len(self.hints.kinds)
        self.always = self.told(ALWAYS)

    def told(self, piece: str) -> int:
        """Return what a piece tells."""
        hints, found = self.hints, 0
        for number in hints.starts.get(piece, ()):
            found |= 1 << self.lists + number
        for number in hints.ends.get(piece, ()):
            found |= 1 << self.lists + self.size + number
        for size in ENDINGS if piece else ():
            found |= self.endings.get(piece[-size:], 0)
            if piece.endswith("n"):  # perhaps that of “n't”
                found |= self.endings.get(piece[-size - 1 : -1], 0)
        return found | hints.alone.get(piece, 0)

    def kinds(self, told: int) -> int:
        """Return the lists that a sentence may hold, by what all its pieces tell."""
        found = told & (1 << self.lists) - 1
        both = told >> self.lists
        both &= both >> self.size
        while both:
            last = both & -both
            found |= self.hints.kinds[last.bit_length() - 1]
            both ^= last
        return found
