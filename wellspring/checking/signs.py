"""Signs of other kinds of Markdown, and cells that readers would not see; for check_source.

GitHub and other tools have marks that Python-Markdown shows as they are. What is looked for is
cheap; Markdown itself is asked only where something is found.
"""

import re
from collections.abc import Iterator, Sequence

from wellspring.checking.as_written import is_row
from wellspring.checking.shown import show
from wellspring.model.finding import Finding
from wellspring.model.place import Place
from wellspring.model.post import Source

TASK = re.compile(r"^[> \t]*(?:[-*+]|\d+\.)[ \t]+(?P<seen>\[[ xX]\] \S[^\n*_`\[<]*)", re.MULTILINE)
STRUCK = re.compile(r"(?P<seen>~~[^~\n]+~~)")
STRESSED = re.compile(r"(?<![=\w])(?P<seen>==[^=\s][^=\n]*==)(?![=\w])")
CUT = re.compile(r"(?P<seen>[^\s\\]\\)\n[ \t]*\S", re.MULTILINE)
HASH = re.compile(r"^#{1,6}(?P<seen>[^\s#][^\n]*)$", re.MULTILINE)
BULLETS = "•·▪◦●‣✅✔✓☑➤→"
GLUED = re.compile(
    rf"^(?P<one>[> \t]*(?:(?P<sign>[{BULLETS}])|-(?=[A-Za-z])|1\.(?=[A-Za-z]))[^\n]*)\n"
    rf"(?P<two>[> \t]*(?:(?P=sign)|-(?=[A-Za-z])|2\.(?=[A-Za-z]))[^\n]*)$",
    re.MULTILINE,
)
BAR = re.compile(r"(?<!\\)\|")
TASKS = "readers would see the brackets. Write `- ` alone, or a sign such as ✓ behind it."
STRIKES = "readers would see these signs. Take out what no longer holds; `Corrections` says so."
STRESS = "readers would see these signs. Write `**` around what matters."
SLASH = "readers would see the backslash. End the line with two blanks instead."
HEADING = (
    "readers would see this line as a heading. Write a blank behind `#` if it is one, and `\\#` if "
    "it is not."
)
JOINED = (
    "readers would see these lines as one. Begin each with `- ` and leave a blank line above the "
    "first, or end each with two blanks."
)
CELLS = (
    "this row has more parts than the first, and readers would not see “{lost}”. Give the first "
    "row as many, or write `\\|` for a bar within a part."
)
SWALLOWED = "readers would see this line as a row of the table. Leave a blank line above it."
SECOND = "the title is the page’s only heading with one `#`. Begin this one with `##`."
HIDDEN = (
    "readers would not see this line: Markdown takes it for the address of a link. Write `\\[` for "
    "the first bracket."
)
TITLE = re.compile(
    r"^(?:[ ]{0,3}>[ ]?)*(?:#[ \t]+\S|[^\s#>|*-][^\n]*\n[ ]{0,3}=+[ ]*$)", re.MULTILINE
)
NOTED = re.compile(
    r"^(?:[ ]{0,3}>[ ]?)*[ ]{0,3}(?P<seen>\[[^\[\]^!][^\[\]\n]*\]:[ ]*(?P<word>[^\s/#{:@<]+))[ ]*$",
    re.MULTILINE,
)
ADDRESS = re.compile(r"\.\w")
# What a body must hold for it, its form, and what to say.
MARKS = (
    ("] ", TASK, TASKS),
    ("~~", STRUCK, STRIKES),
    ("==", STRESSED, STRESS),
    ("\\\n", CUT, SLASH),
)


def check_signs(source: Source, body: str) -> Iterator[Finding]:
    """Report the first of each kind of sign that readers would see, and what they would not.

    `body` is the text's, its code blanked.
    """
    yield from lost_cells(source, body.split("\n"))
    yield from (Finding(place_of(source, at.start()), SECOND) for at in TITLE.finditer(body))
    yield from hidden_lines(source, body)
    found = [
        (match, message)
        for needed, form, message in MARKS
        if needed in body
        for match in form.finditer(body)
    ]
    heads, joined = list(HASH.finditer(body)), list(GLUED.finditer(body))
    if not found and not heads and not joined:
        return
    shown = show(source.body)
    words = shown.words
    told: set[str] = set()
    for match, message in found:
        if message not in told and match["seen"].strip() in words:
            told.add(message)
            yield Finding(place_of(source, match.start("seen")), message)
    for match in heads:
        if match[0].strip() not in f"{words}\n{shown.code}":
            yield Finding(place_of(source, match.start()), HEADING)
    for match in joined:
        one, two = match["one"].strip(" >\t"), match["two"].strip(" >\t")
        if not match["one"].endswith("  ") and f"{one}\n{two}" in words:
            yield Finding(place_of(source, match.start()), JOINED)
            return


def hidden_lines(source: Source, body: str) -> Iterator[Finding]:
    """Report what somebody says behind a name in brackets: “[Ben]: Fine.” is shown nowhere."""
    found = (
        [at for at in NOTED.finditer(body) if not ADDRESS.search(at["word"])]
        if "]:" in body
        else []
    )
    words = show(source.body).words if found else ""
    for match in found:
        if match["seen"] not in words:
            yield Finding(place_of(source, match.start("seen")), HIDDEN)


def place_of(source: Source, offset: int) -> Place:
    """Return where an offset of a body stands in its file."""
    before = source.body[:offset]
    column = offset - before.rfind("\n")
    return Place(source.path, source.body_line + before.count("\n"), column)


def lost_cells(source: Source, lines: Sequence[str]) -> Iterator[Finding]:
    """Report the rows of tables that have more cells than the first: the others are not shown."""
    for number, line in enumerate(lines):
        head = lines[number - 1] if number else ""
        if "|" not in line or "|" not in head or not is_row(line) or is_row(head):
            continue
        width = len(cells_of(head))
        if len(cells_of(line)) != width:
            continue
        for below, row in enumerate(lines[number + 1 :], number + 1):
            if not row.strip():
                break
            if not BAR.search(row):
                yield Finding(Place(source.path, source.body_line + below), SWALLOWED)
                break
            cells = cells_of(row)
            if len(cells) > width:
                lost = source.body.split("\n")[below].rstrip(" |").rpartition("|")[2].strip()
                place = Place(source.path, source.body_line + below)
                yield Finding(place, CELLS.format(lost=lost[:60]))


def cells_of(row: str) -> list[str]:
    """Return the cells of a table's row."""
    return BAR.split(row.strip(" >").removeprefix("|").removesuffix("|"))
