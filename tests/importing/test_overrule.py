"""A second look has its way, and every line stays accounted for."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.importing.score import GIVEN, STYLE
from tests.importing.small_stories import PROSE
from wellspring.importing.bylines import names_in, whole
from wellspring.importing.names import authors_in, is_name, names_of, plain_name
from wellspring.importing.output import author_texts, post_text
from wellspring.importing.second_look import ROLES
from wellspring.importing.story import Story, read_story

# A page is told from a note by how much stands on it.
MENU = [("page", word) for word in ("Home", "About", "Shop", "News", "Help", "Cart")] * 3
BODY = ("paragraph", PROSE)


class Seen:
    """Says of each line what a test says it sees."""

    def __init__(self, roles: Sequence[str]) -> None:
        self.roles = roles

    def read(self, texts: Sequence[str], looks: Sequence[Sequence[float]]) -> list[list[float]]:
        assert len(texts) == len(looks) == len(self.roles)
        return [[float(role == seen) for role in ROLES] for seen in self.roles]

    def knows(self, word: str) -> bool:
        return word in PROSE


def read(*rows: tuple[str, str]) -> Story:
    """Return the story of lines, each with the role that the second look sees."""
    all_rows = [*MENU, *rows]
    text = "\n".join([*(word for _, word in MENU), "", "\n\n".join(line for _, line in rows)])
    style = replace(STYLE, lines=Seen([role for role, _ in all_rows]))
    return read_story(text.encode(), "x.txt", style)


def texts(story: Story) -> list[tuple[str, str]]:
    """Return the kinds and words of a story's blocks."""
    return [(block.kind, block.text) for block in story.blocks]


def test_what_rules_see_too_stays() -> None:
    story = read(("title", "A Slow Walk"), ("byline", "By Robin Example"), ("paragraph", PROSE))
    assert (story.title, story.author) == ("A Slow Walk", "Robin Example")
    assert texts(story) == [("paragraph", PROSE)]
    assert [note for note in story.unsure if note.kind in {"page", "kept"}] == []


def test_another_title_and_subtitle() -> None:
    story = read(
        ("page", "The Long Evening Gazette"),
        ("title", "Hinge"),
        ("subtitle", "What a knee can learn"),
        ("paragraph", PROSE),
    )
    assert (story.title, story.subtitle) == ("Hinge", "What a knee can learn")
    assert "The Long Evening Gazette" in [note.text for note in story.stripped]


def test_a_part_of_the_page_goes_and_is_named() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", "Enjoying the Kettle? Forward it to a friend who hurries."),
        ("paragraph", PROSE.replace("hour", "day")),
    )
    assert len(story.blocks) == len(["one", "other"])
    noted = [note.text for note in story.unsure if note.kind == "page"]
    assert noted == ["Enjoying the Kettle? Forward it to a friend who hurries."]


def test_what_readers_may_have_said_is_not_repeated() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", f"I walk like that too. {PROSE}"),
    )
    assert texts(story) == [("paragraph", PROSE)]
    assert story.stripped[-1].text == ""
    assert not any("I walk like that too" in note.text for note in story.unsure)


def test_headings_and_items() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("heading", "1) Give the walk a job."),
        ("paragraph", "Take along:"),
        ("item", "A cup. A lamp. It is dark on the way."),
        ("item", "A whistle"),
        ("paragraph", PROSE.replace("hour", "day")),
    )
    kinds = [kind for kind, _ in texts(story)]
    assert kinds == ["paragraph", "heading", "paragraph", "item", "item", "paragraph"]


def test_a_bio_and_what_else_to_read() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("link", "How to mend a slow knee"),
        ("bio", "Walks, mostly. Lives above a shop."),
    )
    assert [link.title for link in story.links] == ["How to mend a slow knee"]
    assert [line.text for line in story.bio] == ["Walks, mostly. Lives above a shop."]


def test_a_story_below_a_story_is_none() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "By Robin Example"),
        ("paragraph", PROSE),
        ("page", "Comments (2)"),
        ("page", "Sam Sample"),
        ("page", "2 days ago"),
        ("paragraph", f"I had that with my hip. {PROSE}"),
    )
    assert texts(story) == [("paragraph", PROSE)]


def test_nothing_that_is_a_story_changes_nothing() -> None:
    story = read(("page", "A Slow Walk"), ("page", "By Robin Example"), ("page", PROSE))
    assert texts(story) == [("paragraph", PROSE)]


def test_of_a_few_lines_rules_tell_alone() -> None:
    style = replace(STYLE, lines=Seen([]))
    story = read_story(f"A Slow Walk\n\n{PROSE}".encode(), "x.txt", style)
    assert (story.title, texts(story)) == ("A Slow Walk", [("paragraph", PROSE)])


def test_the_author_may_stand_below_the_story() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("byline", "Posted by Robin Example at 09:22 PM in Essays | Permalink"),
    )
    assert story.author == "Robin Example"


def test_the_bio_may_name_the_author() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("bio", "Robin Example-Lee, 61, mends clocks in the back room of a shop."),
    )
    assert story.author == "Robin Example-Lee"
    assert story.bio[0].text.startswith("Robin Example-Lee, 61")


def test_a_place_behind_a_name_is_not_the_author() -> None:
    story = read(
        ("title", "A Slow Walk"), ("paragraph", PROSE), ("byline", "Kerensa, Second Spout")
    )
    assert story.author == "Kerensa"


def test_a_day_is_not_the_author() -> None:
    story = read(
        ("title", "A Slow Walk"), ("paragraph", PROSE), ("byline", "Sun Mar 8, 2026 | robin_e")
    )
    assert story.author == "robin_e"


def test_of_two_names_the_bio_tells_which_is_the_author() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("byline", "The Long Evening and Robin Example"),
        ("paragraph", PROSE),
        ("bio", "Robin Example mends clocks."),
    )
    assert story.author == "Robin Example"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Written by Robin Example, RDH", "Robin Example, RDH"),
        ("Robin Example, PhD, RD | 4 min read", "Robin Example, PhD, RD"),
        ("Robin Example and Kim Sample", "Robin Example and Kim Sample"),
        ("By Kim Sample and Robin Example | 4 min", "Kim Sample and Robin Example"),
        ("By Robin Example & Kim Sample,  | ", "Robin Example & Kim Sample"),
        ("By Robin Example, contributor", "Robin Example"),
        ("Posted by Robin Example, M.Ed., School Counselor", "Robin Example, M.Ed."),
        (
            "20 June | Robin Example, BSc (Hons) Physiotherapy",
            "Robin Example, BSc (Hons) Physiotherapy",
        ),
        ("Robin Example, DClinPsych", "Robin Example, DClinPsych"),
        ("By Kim Sample, Robin Example and Lee Trial", "Kim Sample, Robin Example and Lee Trial"),
        ("Robin Example, Kim Sample, and The Team", "Robin Example"),
        ("By Robin Example, USA", "Robin Example"),
        ("By Robin Example, STAFF WRITER", "Robin Example"),
        ("By Robin Example and the team", "Robin Example"),
        ("By Robin Example and Friends", "Robin Example"),
        ("By Robin Example and Updated June", "Robin Example"),
    ],
)
def test_degrees_and_a_second_author_stay_with_the_first(text: str, name: str) -> None:
    assert whole("Robin Example", [text]) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Robin Example, MD, Kim Sample, RN, and Lee Trial", 3),
        ("Robin Example & Kim Sample", 2),
    ],
)
def test_those_who_have_written_together_are_named_without_degrees(text: str, names: int) -> None:
    assert is_name(text)
    assert names_of(text) == ["Robin Example", "Kim Sample", "Lee Trial"][:names]
    assert not is_name(", ".join(["Robin Example"] * 7) + " and Kim Sample")


def test_no_row_of_a_table_is_left_out() -> None:
    words = ["A Slow Walk", PROSE, "Day\tSteps", "1\t5", "2\t8", PROSE]
    roles = ["title", "paragraph", "page", "page", "page", "paragraph"]
    text = "\n".join([*(word for _, word in MENU), "", *words])
    style = replace(STYLE, lines=Seen([*(role for role, _ in MENU), *roles]))
    story = read_story(text.encode(), "x.txt", style)
    table = "| Day | Steps |\n| --- | --- |\n| 1 | 5 |\n| 2 | 8 |"
    assert ("verbatim", table) in texts(story)


def test_an_illustrator_alone_is_no_author() -> None:
    assert names_in("ILLUSTRATION Kim Sample") == []
    assert names_in("Illustration by Kim Sample") == []


def test_a_byline_below_a_story_names_both_who_wrote_it() -> None:
    rows = [("title", "A Slow Walk"), ("paragraph", PROSE)]
    found = read(*rows, ("byline", "Robin Example and Kim Sample"), ("bio", "Robin Example mends."))
    assert (found.author, found.others) == ("Robin Example", ["Kim Sample"])


def test_a_first_name_in_the_bio_is_better_than_none() -> None:
    rows = [("title", "A Slow Walk"), ("paragraph", PROSE)]
    assert read(*rows, ("bio", "Hello, I’m Robin. I mend clocks.")).author == "Robin"
    assert read(*rows, ("bio", "I’m Sorry, it said. I mend clocks.")).author == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mental Health is on the way to being talked of.", ""),
        ("My sister, 26, writes about the way home.", ""),
        ("Summer 2026, in letters and lists.", ""),
        ("Kim, 26, writes about the long way home from work.", "Kim"),
        ("Robin Example was 38 when it began, and tells us of it.", "Robin Example"),
        ("Robin Example on losing the way, and a lamp.", "Robin Example"),
        ("Mrs Robin Example remembers a lamp.", "Robin Example"),
    ],
)
def test_the_words_below_a_title_may_name_the_author(text: str, name: str) -> None:
    story = read(("title", "A Slow Walk"), ("subtitle", text), ("paragraph", PROSE))
    assert story.author == name


def test_tags_are_read_from_the_lines_that_have_them() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("tag", "🏷️ Kept under: rivers · slow walks"),
        ("tag", "#knees #rivers"),
        ("page", "Sales, Marketing, IT Services"),
    )
    assert story.tags == ["rivers", "slow walks", "knees"]


@pytest.mark.parametrize(
    "text",
    ["Tagged under: knees, slow walks", "Tags: knees // slow walks", "Topics: knees / slow walks"],
)
def test_tags_may_be_headed_and_set_apart_in_other_ways(text: str) -> None:
    assert read(("title", "A Slow Walk"), ("paragraph", PROSE), ("tag", text)).tags == [
        *("knees", "slow walks")
    ]


def test_a_word_above_a_title_is_no_tag_where_others_say_that_they_are() -> None:
    kicker, menu = ("tag", "Body Parts"), ("page", "Fridays, mostly, and by post")
    rows = [
        kicker,
        menu,
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("tag", "Tags: knees, tea"),
    ]
    assert read(*rows).tags == ["knees", "tea"]


def test_tags_may_have_only_blanks_between_them() -> None:
    rows = [("title", "A Slow Walk"), ("paragraph", PROSE)]
    assert read(*rows, ("tag", "tags: salt blood-pressure tea")).tags == [
        *("salt", "blood-pressure", "tea")
    ]
    assert read(*rows, ("tag", "tags: slow walks, tea")).tags == ["slow walks", "tea"]


def test_sites_behind_the_titles_of_what_else_to_read_go_and_are_named() -> None:
    sites = ["Chest & Voice", "The Northern Beacon", "Phlegm Quarterly"]
    rows = [
        ("link", f"{title}, {site}")
        for title, site in zip(("Tea", "Rest", "Huff"), sites, strict=True)
    ]
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
    assert [link.title for link in story.links] == ["Tea", "Rest", "Huff"]
    assert [note.text for note in story.stripped if note.kind == "aside"] == sites


def test_a_title_to_read_on_gets_its_dash_back() -> None:
    row = ("link", "Shutters of the North-A Soundwalk")
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), row)
    assert [link.title for link in story.links] == ["Shutters of the North—A Soundwalk"]


def test_signs_before_items_go() -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("item", "🌿 a cup of tea"))
    assert texts(story) == [("paragraph", PROSE), ("item", "a cup of tea")]


@pytest.mark.parametrize(
    "rows",
    [
        ("✅ Ibuprofen with food", "❌ Ibuprofen with aspirin"),
        ("⭐️⭐️⭐️ Kind nurses", "⭐️ The waiting room"),
        ("❌ no oven", "❌ no ironing"),
    ],
)
def test_signs_that_say_something_stay(rows: tuple[str, str]) -> None:
    seen = [("item", row) for row in rows]
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *seen)
    assert texts(story)[1:] == seen


@pytest.mark.parametrize("rows", [("≥ 140 call us.", "≥ 180 call now."), ("↓ salt", "↓ sugar")])
def test_these_are_no_signs_before_items(rows: tuple[str, str]) -> None:
    story = read_story("\n\n".join(("A Slow Walk", PROSE, *rows, PROSE)).encode(), "x.txt", STYLE)
    assert [row for row in rows if row in [block.text for block in story.blocks]] == list(rows)


def test_pictures_that_differ_are_the_authors_own() -> None:
    rows = [("item", "🧦 odd socks"), ("item", "☕ the urn"), ("item", "🗝 the man with the key")]
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
    assert texts(story)[1:] == rows


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("-> a fan, on low", ("item", "a fan, on low")),
        ("[] a good comb", ("item", "a good comb")),
        ("-- one coffee, small", ("item", "one coffee, small")),
        ("-how many nights I woke", ("item", "how many nights I woke")),
        ("Step 2: Simmer for an hour.", ("number", "Simmer for an hour.")),
        ("3rd. Two for the pressure", ("number", "Two for the pressure")),
        ("1 - Told my wife.", ("number", "Told my wife.")),
        ("❌ no oven", ("item", "❌ no oven")),
        ("37.4 on the thermometer", ("item", "37.4 on the thermometer")),
    ],
)
def test_odd_bullets_go_where_an_item_is_seen(text: str, block: tuple[str, str]) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("item", text))
    assert texts(story)[1] == block


def test_a_paragraph_may_begin_with_a_sign() -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("paragraph", f"★ {PROSE}"))
    assert texts(story)[1] == ("paragraph", f"★ {PROSE}")


def test_what_leads_to_a_title_is_no_part_of_it() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("link", "⇒ Keep reading: My Hat-an Appreciation"),
        ("link", "Smoke: a Short Confession"),
    )
    titles = [link.title for link in story.links]
    assert titles == ["My Hat—an Appreciation", "Smoke: a Short Confession"]


def test_sites_behind_titles_go_if_all_have_one() -> None:
    rows = [("link", "Giving a baby medicine (Family Library)"), ("link", "Two names (Spoonful)")]
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
    assert [link.title for link in story.links] == ["Giving a baby medicine", "Two names"]
    assert "(Spoonful)" in [note.text for note in story.stripped]


def test_brackets_stay_where_not_all_titles_have_them() -> None:
    for titles in (["Sick days (Part Two)", "Two names"], ["Rest (Part 1)", "Rest (Part 2)"]):
        rows = [("link", title) for title in titles]
        story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
        assert [link.title for link in story.links] == titles


def test_what_a_mailing_list_puts_before_a_title_goes_and_is_named() -> None:
    title, button = (
        ("title", "[slow-walkers] The bread knife"),
        ("page", "Enjoying this? Forward it."),
    )
    story = read(title, ("paragraph", PROSE), button, ("paragraph", PROSE.replace("hour", "day")))
    assert story.title == "The bread knife"
    assert ("aside", "[slow-walkers]") in [(note.kind, note.text) for note in story.stripped]


def test_brackets_of_its_own_stay_in_a_title() -> None:
    story = read(("title", "[Story] The bread knife"), ("page", "Notes: one"), ("paragraph", PROSE))
    assert story.title == "[Story] The bread knife"


def test_a_bio_is_whole_whose_first_line_looks_like_something_else() -> None:
    lines = [
        "You’re reading Robin Example, who was a school cook for",
        "most of her life, and rests.",
    ]
    text = "\n".join([*(word for _, word in MENU), "", "A Slow Walk", "", PROSE, "", *lines])
    roles = [*(role for role, _ in MENU), "title", "paragraph", "page", "bio"]
    story = read_story(text.encode(), "x.txt", replace(STYLE, lines=Seen(roles)))
    assert [line.text for line in story.bio] == [" ".join(lines)]


def test_what_stands_below_a_bio_is_no_part_of_it() -> None:
    story = read(
        ("title", "A Slow Walk"),
        ("paragraph", PROSE),
        ("bio", "Robin Example writes about sleep and about walking in Wales"),
        ("page", "I cried reading this, thank you so much."),
    )
    assert [line.text for line in story.bio] == [
        "Robin Example writes about sleep and about walking in Wales"
    ]


def test_a_bio_that_was_broken_is_whole() -> None:
    lines = ["Robin Example mends clocks in the back room of a", "shop and swims on Sundays."]
    rows = [("bio", lines[0]), ("page", lines[1])]
    text = "\n".join([*(word for _, word in MENU), "", "A Slow Walk", "", PROSE, "", *lines])
    roles = [*(role for role, _ in MENU), "title", "paragraph", *(role for role, _ in rows)]
    story = read_story(text.encode(), "x.txt", replace(STYLE, lines=Seen(roles)))
    assert [line.text for line in story.bio] == [" ".join(lines)]
    # What it has is not said to be left out.
    assert [note.text for note in story.stripped if note.text in lines] == []


@pytest.mark.parametrize(
    ("text", "bio"),
    [
        ("💡 About Pia: I sew, mostly.", "I sew, mostly."),
        ("About me: I sew, mostly.", "I sew, mostly."),
        ("I sew, mostly. More about me →", "I sew, mostly."),
        ("I write about sleep, grief and more...", "I write about sleep, grief and more..."),
        ("I write about walking: slowly.", "I write about walking: slowly."),
    ],
)
def test_a_bio_is_without_what_heads_it(text: str, bio: str) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("bio", text))
    assert [line.text for line in story.bio] == [bio]
    told = " ".join(note.text for note in story.stripped)
    assert all(word in told or word in bio for word in text.split())


@pytest.mark.parametrize("text", ["The End", "Thank You", "Much Love", "Stay Safe"])
def test_a_farewell_is_no_author(text: str) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("paragraph", text))
    assert story.author == ""


def test_a_full_name_below_the_last_words_is_the_authors() -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("paragraph", "Robin Example-Lee"))
    assert story.author == "Robin Example-Lee"


@pytest.mark.parametrize(
    ("role", "text", "day"),
    [
        ("page", "Published: 2 March 2026", "2026-03-02"),
        ("page", "2 February 2026", "2026-02-02"),
        ("page", "Mar 21st, 2026   142 notes", "2026-03-21"),
        ("page", "Posted 8 Dec 2025 under Bodies", "2025-12-08"),
        ("byline", "Updated March 18 2026, first published March 17 2026", "2026-03-17"),
        ("byline", "Monday, August 11. 2025", "2025-08-11"),
        ("byline", "5/19/2025", "2025-05-19"),
        ("byline", "BY ROBIN EXAMPLE IN JOURNAL ON 14TH JANUARY 2026", "2026-01-14"),
        ("page", "Last updated by the Webmaster 21/05/2025", None),
        ("page", "Clive on May 25, 2026 at 7:12 am", None),
        ("page", "Published: 09/02/2026", None),
    ],
)
def test_the_day_may_stand_below_the_story(role: str, text: str, day: str | None) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), (role, text))
    assert (str(story.day) if story.day else None) == day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("by Marit Solvang-Dray", "Marit Solvang-Dray"),
        ("WORDS: Ottoline Brace", "Ottoline Brace"),
        ("Posted by Robin Example on June 5, 2024", "Robin Example"),
        ("👤 Rufus A. Penhallow", "Rufus A. Penhallow"),
        ("Robin Example | 4 min read", "Robin Example"),
        ("Story and photos by Robin de la Example, staff", "Robin de la Example"),
        ("September 18, 2025 by Robin Example · Leave a Comment", "Robin Example"),
        ("ILLUSTRATION Kim Sample, words Robin Example", "Robin Example"),
        ("Photographs by Kim Sample, written by Robin Example", "Robin Example"),
        ("View Robin O'Example's profile", "Robin O'Example"),
        ("[Robin Example]", "Robin Example"),
        ("BY ROBIN EXAMPLE IN JOURNAL ON 14TH JANUARY 2026", "ROBIN EXAMPLE"),
        ("By Maria Martinez · Sleep Foundation", "Maria Martinez"),
        ("June Marsh", "June Marsh"),
        ("by Jane", "Jane"),
        ("moth-in-the-lamp", "moth-in-the-lamp"),
        ("pickledegg2023 · 23/09/2025 11:58", "pickledegg2023"),
    ],
)
def test_the_name_in_a_byline(text: str, name: str) -> None:
    assert names_in(text)[:1] == [name]


@pytest.mark.parametrize("text", ["Season 4", "#winter", "Issue 42", "Year 2"])
def test_numbers_and_hashtags_are_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize("text", ["Leopold Strand ’94", "tired_heron2", "Robin O'Neil"])
def test_a_handle_and_a_class_have_numbers(text: str) -> None:
    assert is_name(text)


def test_who_tells_a_story_may_give_the_name_in_its_first_words() -> None:
    told = f"My name’s Robin Example, I’m fifty-eight, and I worked at the mill. {PROSE}"
    rows = [("title", "I came for the lathe"), ("paragraph", told), ("paragraph", PROSE)]
    assert read(*rows).author == "Robin Example"
    assert read(rows[0], ("byline", "By Ann Other"), *rows[1:]).author == "Ann Other"
    assert read(rows[0], ("paragraph", PROSE), rows[1]).author == ""


def test_who_has_taken_the_pictures_is_no_part_of_a_name() -> None:
    byline = ("byline", "WORDS Robin Example PHOTOGRAPHY Ann Other")
    assert read(("title", "Stairs"), byline, ("paragraph", PROSE)).author == "Robin Example"


def test_a_title_is_whole_whose_first_words_stand_above_it() -> None:
    whole_title = "Sleeping well: four things"
    story = read(
        ("title", "Sleeping well"), ("subtitle", whole_title), ("subtitle", "By night"), BODY
    )
    assert (story.title, story.subtitle) == (whole_title, "By night")


def test_what_a_label_says_counts() -> None:
    story = read(
        ("page", "Title: Heavy Things"),
        ("subtitle", "Subtitle: And slow ones"),
        ("byline", "Author: Robin Example"),
        ("title", "The Gazette"),
        BODY,
    )
    assert (story.title, story.subtitle) == ("Heavy Things", "And slow ones")


def test_a_subject_may_be_short_for_the_title_below() -> None:
    story = read(
        ("byline", "From: Robin Example <robin@walks.example>"),
        ("page", "Date: 5 June 2024"),
        ("page", "Subject: No. 14: on lying flat"),
        ("title", "On Lying Flat"),
        BODY,
    )
    assert story.title == "On Lying Flat"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Draft 3 - A Slow Walk", "A Slow Walk"),
        ("re: A Slow Walk", "A Slow Walk"),
        ("Draft beer and I", "Draft beer and I"),
        ("Re-reading", "Re-reading"),
    ],
)
def test_the_number_of_a_draft_is_no_part_of_a_title(text: str, title: str) -> None:
    assert read(("title", text), BODY).title == title


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Topics: Health Body image Ageing", ["Health", "Body image", "Ageing"]),
        ("Topics: Mental Health", ["Mental Health"]),
        ("SleepWellnessLife Lessons", ["Sleep", "Wellness", "Life Lessons"]),
        ("Mental HealthHome", ["Mental Health", "Home"]),
        ("Topics: MindBody", ["MindBody"]),
        ("#SlowWalk #MindBodyLife", ["SlowWalk", "MindBodyLife"]),
    ],
)
def test_tags_that_lost_what_stood_between_them(text: str, tags: list[str]) -> None:
    assert read(("title", "Hinge"), BODY, ("tag", text)).tags == tags


@pytest.mark.parametrize("text", ["~", "~ ~ ~", "###", "# # #", "--", "—", "–––", "* * *"])
def test_dividers_of_all_kinds(text: str) -> None:
    story = read(("title", "Hinge"), BODY, ("paragraph", text), BODY)
    assert texts(story)[1] == ("rule", "---")


def test_the_day_something_was_sent_in_is_not_its_own() -> None:
    day = "Received 11 January 2024   Accepted 2 April 2024   Published 21 May 2024"
    story = read(("title", "Handover"), ("page", day), BODY)
    assert str(story.day) == "2024-05-21"


LINKED = "Read next: A Short Rest"
SITE = "https://rest.example/short"


def test_an_address_below_what_else_to_read_is_its_own() -> None:
    story = read(
        ("title", "A Slow Walk"), ("paragraph", PROSE), ("link", LINKED), ("paragraph", SITE)
    )
    assert [(link.title, link.url) for link in story.links] == [("A Short Rest", SITE)]
    assert texts(story) == [("paragraph", PROSE)]


def test_an_address_below_the_story_stays_in_it() -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), ("paragraph", SITE))
    assert texts(story) == [("paragraph", PROSE), ("paragraph", SITE)]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("byline", "Posted on March 9, 2024 by robin"),
            ("page", "Robin Example"),
            ("bio", "I nurse."),
        ],
        [("page", "Robin Example"), ("bio", "Is a nurse.")],
    ],
)
def test_a_name_is_whole_where_other_lines_have_it(rows: list[tuple[str, str]]) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
    assert story.author == "Robin Example"


def test_a_page_may_be_headed_by_the_whole_name() -> None:
    head = [("page", "Robin Example MBACP (Accred)"), *MENU[:5], ("title", "Hinge")]
    story = read(*head, BODY, ("page", "Author"), ("bio", "Robin is a nurse."))
    assert story.author == "Robin Example"


@pytest.mark.parametrize(
    "rows",
    [
        [("byline", "Posted on March 9, 2024 by lee"), ("page", "Robin Example")],
        [("page", "Robin Example"), ("page", "Cart"), ("bio", "Is a nurse.")],
        [("page", "Lee Example MBACP"), ("page", "Cart"), ("bio", "Robin is a nurse.")],
    ],
)
def test_another_name_is_not_the_author_s(rows: list[tuple[str, str]]) -> None:
    story = read(("title", "A Slow Walk"), ("paragraph", PROSE), *rows)
    assert story.author in {"lee", ""}


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Updated January 11, 2025", "Originally published May 14, 2021"], "2021-05-14"),
        (["January 11, 2025", "Published", "February 2, 2024"], "2025-01-11"),
        (["January 11, 2025", "First published in spring. Updated May 2, 2024"], "2025-01-11"),
        (["Updated January 11, 2025"], "2025-01-11"),
        (["January 11, 2025", "Published in Lyme"], "2025-01-11"),
    ],
)
def test_the_first_day_of_publication_counts(lines: list[str], day: str) -> None:
    rows = [("page", line) for line in lines]
    story = read(("title", "Hinge"), rows[0], BODY, *rows[1:])
    assert str(story.day) == day


def test_a_sentence_is_not_left_out_in_part() -> None:
    first, second = "There are forty-one steps; you may stop on", "as many as you like."
    story = read(
        ("title", "Hinge"),
        ("page", "When the firm let her go, Robin"),
        ("subtitle", "could not be still."),
        BODY,
        ("paragraph", first),
        ("page", second),
    )
    assert story.subtitle in {
        "When the firm let her go, Robin could not be still.",
        "could not be still.",
    }


def test_names_below_the_word_that_opens_them_are_all_authors() -> None:
    names = [("byline", "Robin Example"), ("byline", "Kim Sample")]
    story = read(("title", "Hinge"), ("page", "Written by"), *names, ("page", "Share"), BODY)
    assert (story.author, story.others) == ("Robin Example", ["Kim Sample"])
    story = read(("title", "Hinge"), *names, BODY)
    assert story.others == []


def test_a_loud_title_is_as_its_subject_has_it() -> None:
    loud = ("title", "THE LATE BLACKBIRD")
    story = read(("page", "Subject: The late blackbird"), loud, BODY)
    assert story.title == "The late blackbird"
    assert read(("page", "Subject: The late crow"), loud, BODY).title == "THE LATE BLACKBIRD"


def test_each_author_gets_what_is_said_of_them() -> None:
    byline = ("byline", "By Robin Example, a nurse, and Kim Sample, a cook")
    bios = [("bio", "Robin is a nurse."), ("bio", "She knits."), ("bio", "Kim Sample cooks.")]
    story = read(("title", "Hinge"), byline, BODY, *bios)
    assert "Authors: Robin Example, Kim Sample\n" in post_text(story, GIVEN, STYLE.shelves)
    assert author_texts(story) == {
        "Robin Example": "Name: Robin Example\nSummary: Robin is a nurse.\n\n"
        "Robin is a nurse.\n\nShe knits.\n",
        "Kim Sample": "Name: Kim Sample\nSummary: Kim Sample cooks.\n\nKim Sample cooks.\n",
    }


TAGLINE = "Notes on care, loss and getting up again"


def page_of(*blocks: list[tuple[str, str]]) -> Story:
    """Return the story of blocks of lines, each with its role, with blank lines between blocks."""
    rows = [*MENU, *(row for block in blocks for row in block)]
    text = "\n\n".join("\n".join(line for _, line in block) for block in ([*MENU], *blocks))
    style = replace(STYLE, lines=Seen([role for role, _ in rows]))
    return read_story(text.encode(), "x.txt", style)


def test_what_a_publication_says_of_itself_is_no_title() -> None:
    follow = [("page", "Follow publication"), ("title", TAGLINE)]
    story = page_of(
        follow, [("page", "Two Sisters, One Coat"), ("byline", "Robin Example")], [BODY]
    )
    assert story.title == "Two Sisters, One Coat"
    assert page_of(follow, [("page", "Lee Lay")], [BODY]).title == TAGLINE
    apart = page_of(
        [("page", "Newsletters"), ("title", TAGLINE)], [("page", "One two three")], [BODY]
    )
    assert apart.title == TAGLINE


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Tea #31: One late bird", "One late bird"),
        ("Not one late bird", "1. ONE LATE BIRD"),
        ("One late bird, again", "1. ONE LATE BIRD"),
    ],
)
def test_a_subject_may_say_more_before_a_loud_title(subject: str, title: str) -> None:
    story = read(("page", f"Subject: {subject}"), ("title", "1. ONE LATE BIRD"), BODY)
    assert story.title == title


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Robin Example Community Reporter", "Robin Example"),
        ("Robin Example (who runs this place)", "Robin Example"),
        ("Robin Example (she/her)", "Robin Example (she/her)"),
        ("Robin Example ’", "Robin Example"),
        ("Robin Editor", "Robin Editor"),
        ("ROBIN EXAMPLE", "Robin Example"),
    ],
)
def test_a_name_is_without_what_is_said_beside_it(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    ("byline", "rest", "author"),
    [
        ("Posted by robinexample", ("bio", "Robin Example gardens."), "Robin Example"),
        ("Posted by robinexample", ("page", "Lee Example"), "robinexample"),
        ("By Headteacher", ("bio", "Robin Example gardens."), "Robin Example"),
    ],
)
def test_a_handle_or_a_post_is_no_name(byline: str, rest: tuple[str, str], author: str) -> None:
    assert read(("title", "Hinge"), ("byline", byline), BODY, rest).author == author


def test_a_paragraph_is_not_left_out_in_part() -> None:
    first, second = "Those of us who ride on Tuesdays had got", "used to the wheel that she had."
    story = page_of([("title", "Hinge")], [BODY], [("page", first), ("paragraph", second)], [BODY])
    assert first in " ".join(text for _, text in texts(story))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", [""]),
        ("Robin Example, RN", ["Robin Example, RN"]),
        ("Tea and Toast", ["Tea and Toast"]),
        ("Robin Example, RN, and Kim Sample", ["Robin Example", "Kim Sample"]),
        ("Robin & Kim Example", ["Robin Example", "Kim Example"]),
    ],
)
def test_all_names_of_a_byline(text: str, names: list[str]) -> None:
    assert authors_in(text) == names


def test_the_day_below_its_label_counts_above_a_story_only() -> None:
    label = [("page", "Edited Nov 30, 2024"), ("page", "Published"), ("page", "February 2, 2024")]
    assert str(read(("title", "Hinge"), *label, BODY).day) == "2024-02-02"


def test_a_reader_is_not_the_author() -> None:
    rest = [("page", "Comments"), ("page", "Robin Other"), ("page", "June 7, 2024")]
    assert read(("title", "Hinge"), ("byline", "By Robin"), BODY, *rest).author == "Robin"


def test_a_question_behind_a_sentence_heads_an_answer_though_a_second_look_sees_none() -> None:
    asked = [("heading", "How far is it?"), BODY, ("heading", "What do you eat?"), BODY]
    odd = "You have walked here for years. Do you still see the river?"
    rows = [*asked, ("heading", "Who comes along?"), BODY, ("paragraph", odd), BODY]
    assert ("heading", odd) in texts(read(("title", "Hinge"), *rows))


def test_a_torn_word_is_joined_by_the_words_that_a_second_look_knows() -> None:
    rows = [
        "The ball was blue. It had a smiling face on it, so I was to pick it up",
        "and squeeze it. It was a good walk of an hour, with a bench, and with so-",
        "up at the end, and it was as long as it took to go there and come home.",
    ]
    story = page_of([("title", "Hinge")], [("paragraph", row) for row in rows])
    assert "and with soup at the end" in texts(story)[0][1]
