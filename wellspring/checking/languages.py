"""Notices in the language of the article; called by open_site.

A notice in a language that the reader does not speak warns nobody, so what is not
translated is an error, never a silent fall back to English.
"""

import re
from collections.abc import Iterator

from wellspring.model.disclaimer import Decision
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Post, Source

# The language in which the files under editorial/disclaimers/ are written.
HOUSE_LANGUAGE = "en"
# ISO 639 (https://www.loc.gov/standards/iso639-2/).
CODE = re.compile(r"[a-z]{2,3}")


def check_code(source: Source) -> Iterator[Finding]:
    """Report a `Lang` that is no code, or that of a region in whose language notices are."""
    field = source.fields.get("lang")
    code = source.text("lang").lower()
    if not field or not code or CODE.fullmatch(code):
        return
    base = code.partition("-")[0]
    if CODE.fullmatch(base):
        message = f"notices know languages, not their regions. Write `Lang: {base}`."
    else:
        message = (
            f"`{source.text('lang')}` is no code of a language. Write two letters, such as `en` "
            "or `de`."
        )
    yield Finding(field.values[0].place, message)


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
