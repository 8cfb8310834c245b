"""Notices in the language of the article; called by open_site.

A notice in a language that the reader does not speak warns nobody, so what is not
translated is an error, never a silent fall back to English.
"""

from collections.abc import Iterator

from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Post

# The language in which the files under editorial/disclaimers/ are written.
HOUSE_LANGUAGE = "en"


def check_language(post: Post, decision: Decision) -> Iterator[Finding]:
    """Report the disclaimers that a post needs and that its language does not have."""
    if post.lang == HOUSE_LANGUAGE:
        return
    for disclaimer in decision.disclaimers:
        wording = disclaimer.languages.get(post.lang)
        file = f"editorial/disclaimers/{disclaimer.id}.toml"
        if wording is None:
            message = (
                f"this article is in the language `{post.lang}`, and its notice "
                f"`{disclaimer.id}` is not. Add `[lang.{post.lang}]` to {file}."
            )
            yield Finding(Place(post.path), message)
        elif not wording.reviewed_by:
            message = (
                f"nobody has checked the translation `{post.lang}` of the notice "
                f"`{disclaimer.id}`. Let somebody who can do so set `reviewed_by` in {file}."
            )
            yield Finding(Place(post.path), message)
