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
