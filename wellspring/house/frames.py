"""Load the frames of rules and the lists that fill them, editorial/lexicon/; called by rules.

A list says what there is (`things`; `signs` that no “it” stands for; `endings` of names; `lists`
of editorial/vocabulary/, those of their expressions that can be spelled out) or what is done
(`doings`, which have an object, and `alone`, which have none).
"""

import re
from collections.abc import Iterable, Mapping
from typing import get_args

from wellspring.house.table import Table
from wellspring.model.frame import Frame, Framed, Lexicon, Said
from wellspring.model.topic import Examples
from wellspring.text.hints import hints_of
from wellspring.text.inflect import plurals, verb_forms
from wellspring.text.spellings import parser, spelled
from wellspring.text.suggest import did_you_mean
from wellspring.text.words import words_of

KEYS = ("things", "signs", "endings", "lists", "doings", "alone")
# An idiom that ends in one of these goes on with its object.
LEADING = {"from", "of", "to", "with", "without", "against", "than", "for"}
OBJECT, FIXED = "_", "="
# Short forms of a verb, which are words of their own.
SHORT = {"is": ("'s",), "be": ("'re", "'m", "are", "am"), "was": ("were",)}
LIST = re.compile(r"\{([a-z][a-z-]*)\}")
Spelled = Mapping[str, tuple[str, ...]]


def read_lexicon(tables: Iterable[Table], vocabulary: Spelled) -> Lexicon:
    """Read the files of editorial/lexicon/; `vocabulary` holds the words of that folder's lists."""
    lexicon = Lexicon()
    for table in tables:
        bit = 1 << len(lexicon.names)
        lexicon.names.append(table.id)
        table.text("what")
        given = [key for key in KEYS if read_part(table, key, lexicon, bit, vocabulary)]
        if not given:
            table.report("things", f"the list is empty. Add one of: {', '.join(KEYS)}.")
    lexicon.hints = hints_of(lexicon)
    return lexicon


def read_part(table: Table, key: str, lexicon: Lexicon, bit: int, vocabulary: Spelled) -> bool:
    """Read one key of a list; tell whether it holds something."""
    texts = table.texts(key)
    for text in texts:
        if "’" in text or text != text.lower() or not text.strip():
            table.report(key, f"`{text}` in `{key}` must be small letters with straight quotes.")
        elif key == "lists":
            add_list(table, text, lexicon, bit, vocabulary)
        elif key == "endings":
            lexicon.endings[text] = lexicon.endings.get(text, 0) | bit
        elif key in {"doings", "alone"}:
            add_doing(lexicon, bit, text, alone=key == "alone")
        else:
            add_thing(lexicon, bit, text)
    if key == "signs" and texts:
        lexicon.signs |= bit
    return bool(texts)


def add_list(table: Table, name: str, lexicon: Lexicon, bit: int, vocabulary: Spelled) -> None:
    """Add the words of a list of editorial/vocabulary/."""
    if name not in vocabulary:
        table.report("lists", f"there is no word list `{name}`. {did_you_mean(name, vocabulary)}")
    for expression in vocabulary.get(name, ()):
        for inner in LIST.findall(expression):
            add_list(table, inner, lexicon, bit, vocabulary)
        for text in () if LIST.search(expression) else spellings(expression):
            add_words(lexicon, bit, words_of(text).texts)


def spellings(expression: str) -> Iterable[str]:
    """Return what an expression spells; nothing if that is without end."""
    try:
        return spelled(list(parser.parse(expression)), {}) or ()
    except re.error:  # the loader of lists has reported it
        return ()


def add_thing(lexicon: Lexicon, bit: int, text: str) -> None:
    """Add a thing; its last word may be a plural."""
    *first, last = words_of(text).texts
    for form in plurals(last):
        add_words(lexicon, bit, (*first, form))


def add_words(lexicon: Lexicon, bit: int, words: tuple[str, ...]) -> None:
    """Add a thing by its words."""
    if words:
        rests = lexicon.things.setdefault(words[0], {})
        rest = " ".join(words[1:])
        rests[rest] = rests.get(rest, 0) | bit


def add_doing(lexicon: Lexicon, bit: int, text: str, *, alone: bool) -> None:
    """Add an idiom, such as `leave _ in the drawer`; `=optional` has no other form."""
    first, *parts = text.split()
    opens = OBJECT in parts and set(parts[-1].split("|")) <= LEADING
    if not alone and (OBJECT not in parts or opens):
        parts.append(OBJECT)
    for verb in first.removeprefix(FIXED).split("|"):
        forms = [(verb, "fixed")] if first.startswith(FIXED) else verb_forms(verb)
        for form, name in forms:
            for word in (form, *SHORT.get(form, ())):
                head, *more = words_of(word).texts
                rests = lexicon.doings.setdefault(head, {})
                bits = rests.setdefault(" ".join((*more, *parts)), {})
                bits[name] = bits.get(name, 0) | bit


def read_frames(table: Table, lexicon: Lexicon) -> Framed | None:
    """Read the `[[frame]]`s of a rule, and the excuses that they do not need."""
    without = table.texts("frames_without")
    frames = tuple(read_frame(part, lexicon) for part in table.rows("frame"))
    for name in without:
        if name not in table.values.get("excuses", ()):
            table.report("frames_without", f"`{name}` is no excuse of this rule. Take it out.")
    return Framed(frames, lexicon, without) if frames else None


def read_frame(table: Table, lexicon: Lexicon) -> Frame:
    """Read one `[[frame]]`."""
    frame = Frame(
        does=names(table, "does", lexicon),
        what=names(table, "what", lexicon),
        who=names(table, "who", lexicon),
        said=read_said(table),
        denied=table.flag("denied"),
        owned=table.flag("owned"),
        beside=names(table, "beside", lexicon),
        near=names(table, "near", lexicon),
        lacks=names(table, "lacks", lexicon),
        examples=Examples(table.texts("flagged"), table.texts("clean")),
    )
    if not frame.does and len(frame.beside) < len(("this", "that")):
        table.report("does", "a frame needs `does`, or two lists in `beside`. Add one.")
    if frame.does and not frame.said:
        table.report("said", "`said` is missing. Say to or of whom, such as `to-reader`.")
    if not frame.examples.flagged or not frame.examples.clean:
        table.report("flagged", "a frame needs `flagged` and `clean` examples. Add one of each.")
    return frame


def names(table: Table, key: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Read names of lists; `a|b` is either."""
    found = table.texts(key)
    for name in "|".join(found).split("|") if found else ():
        if name not in lexicon.names:
            message = f"there is no list `{name}` in editorial/lexicon/."
            table.report(key, f"{message} {did_you_mean(name, lexicon.names)}")
    return found if set("|".join(found).split("|")) <= {*lexicon.names, ""} else ()


def read_said(table: Table) -> tuple[Said, ...]:
    """Read to or of whom something is said."""
    known: tuple[Said, ...] = get_args(Said)
    given = table.texts("said")
    for value in given:
        if value not in known:
            table.report("said", f"`said` cannot be `{value}`. {did_you_mean(value, known)}")
    return tuple(value for value in known if value in given)
