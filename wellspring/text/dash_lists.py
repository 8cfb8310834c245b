"""Tell the list that a lost dash promises from a row of compounds; called by weighing."""

import re

LISTED = re.compile(
    r"(?:, [^\W\d_][\w'’ -]{1,24})+(?:,? (?:and|or) [^\W\d_][\w'’ -]{1,40}[.!?]"
    r"|, (?!(?:is|are|was|were|has|had|have|can|will|would)\b)[\w'’ -]{2,40}[.!?])"
)
# “A head-torch, a sleeping-bag and a stove”.
ARTICLE = re.compile(r",? (?:and )?(an?|the|my|your|his|her|our|their) ")
# “No-salt, low-fuss fish” is no list but a row of compounds.
ROW = re.compile(r",(?: and)? [\w'’]+-[\w'’]+")


def lists(previous: str, behind: str) -> bool:
    """Tell whether a list stands behind two words, and is none of things like the ones before it.

    `previous` is the word before the two.
    """
    listed = LISTED.match(behind) is not None and ROW.match(behind) is None
    return listed and not is_alike(previous, behind)


def is_alike(previous: str, behind: str) -> bool:
    """Tell whether what follows a comma has the article that the words before have."""
    found = ARTICLE.match(behind)
    return found is not None and found[1].rstrip("n") == previous.rstrip("n")
