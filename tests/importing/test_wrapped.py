"""Lines that a window broke are joined; verse, lists and short lines stay as they are."""

from wellspring.importing.line import Line
from wellspring.importing.wrapped import unwrapped

BROKEN = """\
The ball was blue. It had a smiling face on it, and I was to squeeze
it fifty times with my right hand, three times a day, for as long as
it took.

My sister wheeled me out in April because she wanted to hoover. She
parked me beside the long bed with the brake on, and went in, and it
was mild.
"""


def joined(text: str) -> list[str]:
    """Return the filled lines of a text after they are joined."""
    lines = [
        Line(number, line.strip(), len(line) - len(line.lstrip()))
        for number, line in enumerate(text.split("\n"), start=1)
    ]
    return [line.text for line in unwrapped(lines) if line.text]


def test_verse_stays() -> None:
    verse = "The knee bone is a stubborn ass,\nit will not let the doctor pass,\nbut show it grass."
    assert joined(verse) == verse.split("\n")


def test_paragraphs_are_joined() -> None:
    assert [text[-8:] for text in joined(BROKEN)] == ["it took.", "was mild"[-7:] + "."]


def test_a_list_beside_them_stays() -> None:
    things = "Pipe-lagging, for every handle\nA kneeler with arms\nA whistle round the neck"
    assert joined(f"{BROKEN}\n{things}")[2:] == things.split("\n")


def test_an_item_goes_on_below() -> None:
    item = (
        "1. Grip, release, grip again.\n"
        "2. Reaching across the middle of the body, which I had refused to do\n"
        "in the clinic.\n"
        "3. Standing up."
    )
    assert joined(f"{BROKEN}\n{item}")[3] == (
        "2. Reaching across the middle of the body, which I had refused to do in the clinic."
    )


def test_a_line_with_room_for_the_next_word_was_broken_by_the_writer() -> None:
    assert joined(f"{BROKEN}\nYours,\nRobin")[2:] == ["Yours,", "Robin"]


def test_a_paragraph_set_in_below_an_item_is_none_of_it() -> None:
    items = "- half a packet of mints\n- a list in his writing\n"
    paragraph = (
        "    I rang Ted. I thought that I really ought to, since she was\nalone in that house."
    )
    assert joined(f"{BROKEN}\n{items}{paragraph}")[-2:] == [
        "- a list in his writing",
        "I rang Ted. I thought that I really ought to, since she was alone in that house.",
    ]


def test_an_item_that_was_full_goes_on() -> None:
    item = "- a list in his writing, which I have kept in my coat since that\n  Monday, of eggs."
    assert joined(f"{BROKEN}\n{item}")[-1].endswith("since that Monday, of eggs.")


COLUMN = """\
There are forty-one steps to the ringing
chamber at St Bride’s, and on the first
evening I stopped on every one of them. I
wasn’t out of breath. I was looking for a
reason to go home.
I’d been made redundant in the spring, after
twenty-six years in the accounts department
of a firm that made hinges. I was fifty-
seven. My hands had gone on being busy with-
out me, and there was a hum in me like a
fridge in an empty house. I couldn’t even
sit through the whole of any such half-
hour programme. I was a good one without-
and a bad one with, and went to bed late,
and got up at two.
"""
WORDS = frozenset({"as", "you", "without", "with", "out", "half", "hour", "fifty", "seven", "and"})


def in_column(text: str) -> str:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return "\n".join(line.text for line in unwrapped(lines, WORDS.__contains__) if line.text)


def test_a_few_short_lines_are_no_column() -> None:
    some = "\n".join(COLUMN.split("\n")[:5])
    assert in_column(some) == some


def test_a_column_s_lines_are_joined() -> None:
    assert in_column(COLUMN).count("\n") == 1
    assert "on the first evening I stopped" in in_column(COLUMN)


def test_a_torn_word_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    found = in_column(COLUMN)
    assert "busy without me" in found
    assert "I was fifty-seven." in found
    assert "any such half-hour programme" in found
    assert "one without-and a bad" in found


def test_a_compound_of_three_is_not_torn() -> None:
    assert "such anti-European one" in in_column(
        COLUMN.replace("half-\nhour programme", "anti-\nEuropean one")
    )
    assert "such psychoeducation" in in_column(
        COLUMN.replace("half-\nhour programme", "psychoedu-\ncation")
    )
    assert "any come-as-you programme" in in_column(
        COLUMN.replace("such half-\nhour", "come-as-\nyou")
    )


def test_a_sentence_goes_on_where_a_column_ends() -> None:
    line = "of a firm that made hinges. I was fifty-\n"
    assert in_column(COLUMN.replace(line, f"\n\n{line}")) == in_column(COLUMN)
    new = COLUMN.replace(line, f"\n\n{line.capitalize()}")
    assert "accounts department\nOf a firm" in in_column(new)


def test_quoted_lines_are_joined() -> None:
    quoted = "> My mother did the very same thing, and we believed that she got up\n> to light it."
    assert joined(f"{BROKEN}\n{quoted}")[2:] == [quoted.replace("\n> ", " ")]
    two = quoted.replace("to light", ">- to light")
    assert joined(f"{BROKEN}\n{two}")[2:] == two.split("\n")


def test_short_lines_beside_long_paragraphs_are_items() -> None:
    items = (
        "a short, slow heel-raise routine, every other day\n"
        "easy walking, then walk-run, and no hills till may\n"
        "a pain diary, with one line a day and no essays"
    )
    long = "It was a plan that we had written together, as I said. " * 4
    assert joined(f"{long}\n\n{long}\n\n{items}")[2:] == items.split("\n")


def test_a_loud_heading_is_no_part_of_the_sentence_above() -> None:
    text = COLUMN.replace(
        "reason to go home.\n", "reason why I might as well now go home.\nTHE LATE BELL\n"
    )
    assert "well now go home.\nTHE LATE BELL\nI’d been" in in_column(text)
    assert "home, THE BBC" in in_column(
        text.replace("home.", "home,").replace("THE LATE BELL", "THE BBC")
    )
