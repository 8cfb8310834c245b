"""Lost dashes: compounds stay as they are; lost ones are restored, or told where not sure."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing.score import STYLE
from wellspring.house.rules import load_rules
from wellspring.text.dashes import Change, Habits, habits_of, restore_dashes

WORDS = STYLE.dashes
LOST = Habits(lost=2)
SETS = Path(__file__).parent
RULES = {rule.id: rule for rule in load_rules(Path(__file__).parents[2] / "editorial")}
EXAMPLES = RULES["typo-dash"].examples


def restored(text: str, habits: Habits = LOST) -> str:
    return restore_dashes(text, WORDS, habits).text


@pytest.mark.parametrize(
    "text",
    [
        *EXAMPLES.clean[:5],
        *EXAMPLES.clean[6:],
        "A treatment-resistant, FDA-approved, low-dose plan for 4–6 weeks.",
        "People with winter-pattern low mood.",
        "A 10-minute walk, 4-6 times, from 9-5, on 2024-06-05.",
        "Write to a-b@x-y.example, see https://x.example/a-but-b and @a-and-b, `a-but`.",
        "Her mother-in-law is state-of-the-art, day-to-day.",
        "Vitamin-D, X-ray, T-shirt, e-mail, Wi-Fi, COVID-19.",
        "Anna Smith-Jones and Jean-Luc met in Stratford-upon-Avon.",
        "Short- and long-term plans.",
        "The prefix \"pre-\", or “re-”, or ‘un-’, and 'over-' too.",
        "She is Polish-Scottish, and her fellow-traveller lives in the north-east.",
        "It takes 20 - 30 minutes.",
        "A type-I diabetes, a phase-I trial.",
        "“Ch-ch-Chelsea,” he said.",
        "Since mid-October a half-Irish nurse has come.",
        "An IT-based plan, a US-led walk, a know-it-all.",
        "Twenty-two people, one-on-one.",
        "Half-hearted as it was, the two-hour talk of an always-on, half-Irish nurse helped.",
        "A step-by-step, low-key plan for hand-held lamps and a drop-in session.",
        "It took a hand-made, painted box, a 7-year-old and COVID-19 tests.",
        "She bought a head-torch, a sleeping-bag and a camping-stove.",
        "A London-based nurse found the walk eye-opening in its way.",
        "It was a whisper-soft, moth-eaten shawl, and the bird-feeder was old.",
        "He met a wheelchair-user at a stage-three talk in mid-October.",
        "A bit time-consuming at first, the drive-in was half-past.",
        "They are gluten-free ones, with sugar-free ones beside them.",
        "My step-mother’s no-salt, low-fuss, oven-baked fish.",
        "It is a user-friendly, peer-reviewed, plain-English guide, heart-breakingly sad.",
        "Older-style, slower-moving, newly-wed and badly-healed.",
        "My great-aunt, a life-long vegetarian, was a first-rate cook.",
        "He wore a sweat-stained, open to the waist shirt and a moth-eaten, yet lovely scarf.",
        "By five-thirty I was asleep, and I’d slept since four-fifteen, at eleven-ish.",
        "Something high-pitched woke me on page two-hundred.",
        "Sub-editor, pond owner, recovering moderator.",
        "It is a word that ends in -osis or an -itis.",
        "Not-today: almost everything else.",
        "A sports-mad kid, a people-tired aunt and a cycling-mad uncle.",
        "Try box-breathing, chair-yoga or a body-scan.",
        "I made oat-milk lattes, sometimes, for the night-shift nurses.",
        "There is no happy-ever-after here.",
        "He kept the seven-fifteen, the half-nine and the eleven-o’clock, fifty-fifty.",
        "It was a Christmas-y day, the sea bottle-green and the walls institution-green.",
        "A cat’s-eye and a bird’s-nest lay by the half-built wall.",
        "I’m a retired piano-tuner, a sea-swimmer and a stair-taker.",
        "Tuba-player, school cook, believer in long exhales.",
        "Sign-writer and workshop-wrangler. Father of two.",
        "We met at ten-past-six for who-knows-what, on a come-as-you-are basis.",
        "She hung bobble-hats and slipper-socks on the washing-line.",
        "It is late-blooming, hill-hating and wind-deaf.",
        "A *self*-made man.",
        "At first-time buyers’ fairs and at home-cooked meals I felt small.",
    ],
)
def test_a_compound_keeps_its_hyphen(text: str) -> None:
    assert restored(text) == text


@pytest.mark.parametrize("text", EXAMPLES.flagged)
def test_what_the_checker_finds_is_restored(text: str) -> None:
    assert "—" in restored(text)


@pytest.mark.parametrize(
    ("text", "now"),
    [
        (
            "She had tried everything-SSRIs, walks, tea.",
            "She had tried everything—SSRIs, walks, tea.",
        ),
        ("The Crisis Is Real-And Growing", "The Crisis Is Real—And Growing"),
        ("It is late - or early.", "It is late—or early."),
        ("It is late -- or early.", "It is late—or early."),
        ("It is late--or early.", "It is late—or early."),
        ("He said “no”-and left.", "He said “no”—and left."),
        ("She looked up-like meerkats.", "She looked up—like meerkats."),
        ("He is so lucky-take notes.", "He is so lucky—take notes."),
        ("It served me well-fourteen years of it.", "It served me well—fourteen years of it."),
        ("It is good for all-guts are personal.", "It is good for all—guts are personal."),
        (
            "One man—paint on his boots-held on to my sleeve.",
            "One man—paint on his boots—held on to my sleeve.",
        ),
        ("I slept little-4 hours at most.", "I slept little—4 hours at most."),
        ("We went step-by-step-and slowly.", "We went step-by-step—and slowly."),
        ("Take a breath-in through the nose.", "Take a breath—in through the nose."),
        ("she said, and patted the scarf-", "she said, and patted the scarf—"),
        ("I came home-I’m always late.", "I came home—I’m always late."),
        ("I bought a lamp-cheap, ugly, bright.", "I bought a lamp—cheap, ugly, bright."),
        ("We left by the back door-looking at it.", "We left by the back door—looking at it."),
        ("It stood in the kitchen-plugged in.", "It stood in the kitchen—plugged in."),
        ("We met at half past eight-rain or not.", "We met at half past eight—rain or not."),
        ("I planted it in October-fat cloves.", "I planted it in October—fat cloves."),
        ("It is a small room-four chairs.", "It is a small room—four chairs."),
        ("The way out-slow, unforced.", "The way out—slow, unforced."),
        ("Of their own-medication helps.", "Of their own—medication helps."),
        ("Dinner was late-late and burnt.", "Dinner was late—late and burnt."),
        ("It came sideways-through the door.", "It came sideways—through the door."),
        ("I rest most days-window first.", "I rest most days—window first."),
        ("I have two lamps-small ones.", "I have two lamps—small ones."),
        ("He has the garden-loves it so.", "He has the garden—loves it so."),
        ("I wasn’t dizzy at all-I was afraid.", "I wasn’t dizzy at all—I was afraid."),
        ("My rule is boring-no screens.", "My rule is boring—no screens."),
        ("It went flat-mercifully-and ended.", "It went flat—mercifully—and ended."),
        ("She is a good cook-better than me.", "She is a good cook—better than me."),
        ("A pint from the hatch-vanilla only.", "A pint from the hatch—vanilla only."),
        (
            "It was an argument from 1987-word for word.",
            "It was an argument from 1987—word for word.",
        ),
        ("He parked there at 5-waiting for her.", "He parked there at 5—waiting for her."),
        ("**Date it**-then turn the page.", "**Date it**—then turn the page."),
        ("*That is how I know*-not by how I feel.", "*That is how I know*—not by how I feel."),
        (
            "He was the worst man in the county-make of that what you will.",
            "He was the worst man in the county—make of that what you will.",
        ),
        ("If you can’t stop-talk to someone.", "If you can’t stop—talk to someone."),
        ("Stir the risotto-clockwise, please.", "Stir the risotto—clockwise, please."),
        (
            "She switched the lamp on-low, amber, kind.",
            "She switched the lamp on—low, amber, kind.",
        ),
        (
            "They’ve reached a truce-grippy boots, and the rail.",
            "They’ve reached a truce—grippy boots, and the rail.",
        ),
        ("My headache had a colour-mustard.", "My headache had a colour—mustard."),
        (
            "It stood by the bed-chipped, half-pint, stolen from a pub.",
            "It stood by the bed—chipped, half-pint, stolen from a pub.",
        ),
        ("I thought about her every day-I still do.", "I thought about her every day—I still do."),
        (
            "Some days I only got as far as the tea-Selwyn counted it.",
            "Some days I only got as far as the tea—Selwyn counted it.",
        ),
        (
            "Three things help-self-care, rest and tea.",
            "Three things help—self-care, rest and tea.",
        ),
    ],
)
def test_a_lost_dash_is_restored(text: str, now: str) -> None:
    assert restored(text) == now


def test_who_has_dashes_means_the_hyphens() -> None:
    texts = ["It is late — or early.", "A quiet-garden day, with a stone-bench."]
    habits = habits_of(texts, WORDS)
    assert habits.real
    assert restored(texts[1], habits) == texts[1]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Get-Well Leek Soup, a one-note hush", "Get-Well Leek Soup, a one-note hush"),
        ("It is a chapel-slow walk.", "It is a chapel-slow walk."),
        ("There is a name for it-orthosomnia.", "There is a name for it—orthosomnia."),
    ],
)
@pytest.mark.parametrize("dash", [" - ", "--", " -- ", "—"])
def test_who_writes_dashes_otherwise_means_the_hyphens(text: str, now: str, dash: str) -> None:
    texts = [f"It is late{dash}or early.", f"It rained{dash}nobody came.", text]
    assert restored(text, habits_of(texts, WORDS)) == now


def test_the_most_loved_of_all_are_compounds() -> None:
    text = "The two most-mentioned and best-loved things were the least-used."
    assert restored(text) == text


class Saying:
    """Says of every hyphen how far it leans to a dash, as networks do."""

    def __init__(self, weight: float) -> None:
        self.weight = weight

    def weigh(self, text: str, at: int) -> float:
        assert text[at] == "-"
        return self.weight


@pytest.mark.parametrize(
    ("weight", "told"),
    [
        (-1.0, ()),
        (2.0, (Change("winter-light", done=False, sure=False),)),
        (3.0, (Change("winter-light", done=True, sure=False),)),
        (4.0, (Change("winter-light", done=True, sure=True),)),
    ],
)
def test_what_is_not_sure_is_told(weight: float, told: tuple[Change, ...]) -> None:
    words = replace(WORDS, joints=Saying(weight))
    assert restore_dashes("The room was winter-light.", words, Habits()).changes == told


def shares(files: Iterable[Path]) -> tuple[float, float]:
    """Return the shares of dashes that come back, and of hyphens that are broken."""
    dashes = kept = broken = hyphens = 0
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        habits = Habits(lost=habits_of([line.replace("—", "-") for line in lines], WORDS).lost)
        for line in lines:
            now = restored(line.replace("—", "-"), habits)
            dashes += line.count("—")
            hyphens += line.count("-")
            kept += sum(a == b == "—" for a, b in zip(line, now, strict=True))
            broken += sum(a == "-" != b for a, b in zip(line, now, strict=True))
    return kept / dashes, broken / hyphens


def test_most_lines_of_a_hard_set_come_back() -> None:
    kept, broken = shares([SETS / "dashes.txt"])
    assert kept >= 0.97
    assert broken <= 0.01


def test_most_lines_that_it_learned_from_come_back() -> None:
    kept, broken = shares(sorted(SETS.glob("dashes-*.txt")))
    assert kept >= 0.96
    assert broken <= 0.035


@given(st.text(alphabet="ab -—.,'\"I4\n", max_size=60))
def test_nothing_but_hyphens_and_blanks_changes(text: str) -> None:
    now = restored(text)
    assert now.replace("—", "").replace("-", "").replace(" ", "") == text.replace("—", "").replace(
        "-", ""
    ).replace(" ", "")
    assert restored(now) == restored(restored(now))


def test_a_name_that_comes_again_keeps_its_hyphen() -> None:
    text = (
        "A woman with a plum-coloured hat came and stood beside me on the steps without a word. "
        "Her name is Philippa-Jane, I know now, and she used to drive the bus."
    )
    habits = habits_of([text, "Philippa-Jane was alongside by then."], WORDS)
    assert restore_dashes(text, WORDS, replace(habits, lost=2)).text == text
