"""Tell a full name from a farewell, a credit or a sentence; called where names are read."""

import re

from wellspring.importing.names import NAME

FULL_NAME = re.compile(NAME)
# Who has done something else than to write.
CREDITS = (
    r"(?:illustrat(?:ions?|ed|or)|photo(?:s|graphs?|graphy)?|pictures?|images?|art(?:work)?"
    r"|drawings?|edited|reviewed|(?:fact[- ])?checked|translated|translation)"
)
CREDIT = re.compile(rf"(?<!and )\b{CREDITS}\W*$", re.IGNORECASE)
CREDITED = re.compile(rf"{CREDITS}(?: by)?:? ", re.IGNORECASE)
NO_NAME = frozenset(
    [
        *("a", "all", "an", "best", "but", "end", "every", "good", "he", "her", "his", "how"),
        *("i", "if", "in", "keep", "love", "much", "my", "new", "no", "now", "on", "one"),
        *("our", "part", "rest", "she", "so", "some", "stay", "take", "thank", "thanks"),
        *("that", "the", "their", "these", "they", "this", "to", "we", "what", "when"),
        *("why", "with", "you", "your"),
        *("edited", "photo", "photos", "pictures", "posted", "published", "reviewed", "sorry"),
        *("about", "article", "articles", "comment", "comments", "follow", "leave", "menu", "more"),
        *("policy", "post", "posts", "privacy", "read", "related", "share", "subscribe", "view"),
        "updated",
    ]
)


def is_full_name(text: str) -> bool:
    """Tell whether words can be nothing but a full name."""
    return FULL_NAME.fullmatch(text) is not None and may_be_name(text)


def may_be_name(text: str) -> bool:
    """Tell whether words with capitals are no farewell and no beginning of a sentence."""
    return NO_NAME.isdisjoint(word.casefold() for word in text.split())
