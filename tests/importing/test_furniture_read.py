"""What stands around a story: bylines, titles, tags and boxes are told by form and place."""

import pytest

from tests.importing.small_stories import body_of, post_of, read
from wellspring.importing.output import author_texts

PROSE = (
    "I walked to the bridge and back, as one does when the kettle is broken.",
    "It took an hour. The river was brown, and so was I by the end of it.",
)
LONG = " ".join(PROSE)
BODY = "\n\n".join(PROSE)


@pytest.mark.parametrize("title", ["Cooking for One Kidney", "my small brave garden"])
def test_a_rubric_in_capitals_is_no_title(title: str) -> None:
    assert read("KITCHEN", title, "By Sam Sample", "June 5, 2024", "", BODY).title == title


def test_a_title_in_capitals_has_a_subtitle_below() -> None:
    story = read("EVENING LIGHT", "A short guide to lamps", "By Sam Sample", "June 5, 2024", BODY)
    assert (story.title, story.subtitle) == ("EVENING LIGHT", "A short guide to lamps")


def test_a_title_below_the_menu_has_a_subtitle_below() -> None:
    story = read(
        *("Skip to content", "One Spoon", "Menu", "Home", "Recipes", "About", "Soup for One"),
        *("Three pans, no guests", "January 20, 2021 by Pat Placeholder", "", BODY),
        *("", "Leave a Reply", "Your email address will not be published."),
    )
    assert (story.title, story.subtitle) == ("Soup for One", "Three pans, no guests")


def test_a_title_that_the_page_names_again_stands_below_the_day() -> None:
    story = read(
        *("Löyly und Leinen", "Sauna, Wäsche, Wetter – ein Tagebuch", "Menü", "Impressum"),
        *("Veröffentlicht am 7. November 2021 von Anja Muster", "A warm room, a careful heart"),
        *("", BODY, "", "2 Gedanken zu „A warm room, a careful heart“", "Neueste Beiträge"),
        *("Fog", "A warm room, a careful heart", "Stolz präsentiert von WordPress"),
    )
    assert (story.title, story.author) == ("A warm room, a careful heart", "Anja Muster")


def test_a_mail_says_title_author_and_day() -> None:
    story = read(
        *("From: Jo Nobody <jo@porch.example>", "To: friends@porch.example"),
        *("Date: Sun, 14 Sep 2025 07:30:00 +0100", "Subject: Learning to Sit Still", "", BODY),
    )
    assert (story.title, story.author) == ("Learning to Sit Still", "Jo Nobody")
    assert str(story.day) == "2025-09-14"


def test_a_glued_byline_says_the_day() -> None:
    story = read("A Year", "By Sam SamplePublished August 30, 2023 12 min read", "18", BODY)
    assert (story.author, str(story.day)) == ("Sam Sample", "2023-08-30")


def test_who_posted_a_story_wrote_it_and_not_the_site_above_the_day() -> None:
    story = read(
        *("Bus Window Diary", "Sunday, October 6, 2019", "The Number Nine, Upstairs", BODY, ""),
        *("Posted by Robin Example at 7:45 PM", "Labels: buses, city", "No comments:"),
        *("Post a Comment", "Newer Post Older Post Home", "Powered by Blogger."),
    )
    assert (story.title, story.author) == ("The Number Nine, Upstairs", "Robin Example")
    assert "Bus Window Diary" not in post_of(story)


MEDIUM = ("--", "7", "Follow", "Written by Sam Sample", "1.2K Followers")


def test_a_list_is_no_run_of_tags() -> None:
    story = read("A Walk", "", BODY, "", "I packed:", "- tea", "- bread", "- jam", *MEDIUM)
    assert story.tags == []
    assert "- jam" in body_of(story)


def test_tags_stand_below_a_list_of_sources_and_no_magazine_is_one() -> None:
    story = read(
        *("A Walk", "", BODY, "", "Sources", "* NHS, “Sitting”: https://www.nhs.uk/sitting"),
        *("Work", "Habits", *MEDIUM, "·", "Writer for", "The Unhurried Desk"),
        *("Editor by day.", "Follow", "More from Sam Sample", "Help", "Status"),
    )
    assert story.tags == ["Work", "Habits"]
    assert (
        "".join(author_texts(story).values())
        == "Name: Sam Sample\nSummary: Editor by day.\n\nEditor by day.\n"
    )


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Filed under: hay fever, asthma"], ["hay fever", "asthma"]),
        (["Filed Under: Soups", "Tagged With: cooking, winter"], ["cooking", "winter"]),
        (["Tags: sleep", "Bookmark this | Print version | Tell a friend"], ["sleep"]),
        (["Published in Weather Systems", "Tags: sleep, rest"], ["sleep", "rest"]),
    ],
)
def test_tags(lines: list[str], tags: list[str]) -> None:
    story = read("A Walk", "By Sam Sample", "", BODY, "", *lines, "Leave a Reply", "Comment *")
    assert story.tags == tags


def test_facts_in_a_profile_are_no_bio() -> None:
    story = read(
        *("A Walk", "", BODY, "", "Post a Comment", "Links to this post:", "About Me"),
        *("Name: Dell Example", "Location: Michigan", "I run a boat yard with my husband."),
        *("View my complete profile", "Powered by Blogger"),
    )
    assert story.author == "Dell Example"
    assert [line.text for line in story.bio] == ["I run a boat yard with my husband."]


def test_three_short_lines_are_no_box_to_subscribe() -> None:
    story = read("A Walk", "", BODY, "", "Join", "The choir sang.", "So did I.", "", PROSE[0])
    assert "The choir sang." in body_of(story)


def test_a_box_to_subscribe_goes_with_all_its_lines() -> None:
    story = read(
        *("A Walk", "", BODY, "", "Salt & Stone", "One letter a fortnight. No stock cubes."),
        *("Subscribe", "Email sent! Check your inbox to complete your signup.", "", BODY),
    )
    assert "stock cubes" not in body_of(story)
    assert ("aside", "Salt & Stone") in [(note.kind, note.text) for note in story.stripped]


def test_an_abbreviation_ends_no_heading() -> None:
    story = read("A Walk", "", BODY, "", "What Dr. Nonesuch did", "", PROSE[1])
    assert "## What Dr. Nonesuch did" in body_of(story)


@pytest.mark.parametrize(
    ("lines", "markdown"),
    [
        (["# neck", "# posture", "# desk work"], False),
        (["#neck #posture", "* a towel, rolled up", "+ a chair that tips"], False),
        (["I don’t use *all* of them.", "# neck", "# back"], False),
        (["# Neck", PROSE[0], "# Back", PROSE[1]], True),
        (["# Neck", "## Why", PROSE[0], "It **helps**."], True),
    ],
)
def test_hashtags_make_no_markdown(lines: list[str], markdown: object) -> None:
    assert read("A Walk", "", BODY, "", *lines).markdown is markdown


def test_marks_of_all_kinds_make_one_list() -> None:
    story = read("A Walk", "", BODY, "", "* a towel", "- a timer", "+ a chair", "", PROSE[0])
    assert "- a towel\n- a timer\n- a chair\n" in body_of(story)


def test_what_stands_beneath_a_title_names_it() -> None:
    story = read(
        *("Forums", "New posts", "Members", "Log in", "Fatigue and pacing", "Six months of pacing"),
        *("Thread starter quiet_fern", "Start date Mar 4, 2023", "Tags", "energy pacing", "Q"),
        *("quiet_fern", "Well-known member", "Joined", "Jun 2, 2019", "Location", "Leeds", "#1"),
        *(BODY, "Like Reply", "You must log in or register to reply here.", "Similar threads"),
    )
    assert (story.title, story.subtitle) == ("Six months of pacing", "")
    assert (story.author, str(story.day)) == ("quiet_fern", "2023-03-04")


def test_tags_below_a_title_are_tags() -> None:
    story = read("A Walk", "By Sam Sample", "June 5, 2024", "#health", "#rest", "", BODY)
    assert story.tags == ["health", "rest"]
    assert body_of(story).startswith("I walked to the bridge")


def test_a_name_twice_names_who_wrote_and_no_title() -> None:
    story = read(
        *("Skip to main content", "What Night Shifts Taught Me", "Report this article"),
        *("Lee Anyone", "Lee Anyone", "Ward manager. I write about soup.", "Published Nov 3, 2021"),
        *("+ Follow", BODY),
    )
    assert (story.title, story.author) == ("What Night Shifts Taught Me", "Lee Anyone")
    assert body_of(story).startswith("I walked")


def test_words_in_capitals_are_no_degree() -> None:
    story = read(
        *("Skip to content", "SLOW KITCHEN NOTES", "Food, feet up", "About Me", "Recipes"),
        *("Contact", "February 11, 2020", "/", "Sam Sample", "On Eating Alone", BODY),
        *("3 responses to “On Eating Alone”", "Lee", "February 12, 2020", "A feast.", "Reply"),
    )
    assert (story.title, story.author) == ("On Eating Alone", "Sam Sample")


@pytest.mark.parametrize(
    ("line", "heading"),
    [("Who Is It For?", True), ("Who is it for?", False), ("Really?", False)],
)
def test_a_question_in_capitals_is_a_heading_among_such(line: str, heading: object) -> None:
    story = read("A Walk", "", BODY, "", "What You Need", PROSE[0], "A Word", PROSE[1], line, BODY)
    assert (f"## {line}" in body_of(story)) is heading


@pytest.mark.parametrize("text", ["*", ".", "..."])
def test_a_text_of_marks_alone_has_a_title(text: str) -> None:
    assert read(text).title == text


def test_who_submitted_to_a_forum_is_above_the_title() -> None:
    story = read(
        *("Skip to main content", "Log In", "r/slowmornings", "Posted by u/quiet_fern 3 years ago"),
        *("A month without coffee and one useful thing", LONG),
        *("12", "Upvotes", "Sort by: Best"),
    )
    assert (story.title, story.subtitle) == ("A month without coffee and one useful thing", "")
    assert story.author == "quiet_fern"


def test_the_name_of_a_letter_is_its_foots() -> None:
    foot = ("Copyright © 2020 The Porch Letter, All rights reserved.", "Our mailing address is:")
    head = ("From: Jo Nobody <jo@porch.example>", "To: you", "Subject: A Walk", "View in browser")
    letter = read(*head, "THE PORCH LETTER", "Issue 23", "", BODY, "", *foot)
    other = read(*head, "WHAT A PORCH IS FOR", "Issue 23", "", BODY, "", *foot)
    assert "THE PORCH LETTER" not in body_of(letter)
    assert "WHAT A PORCH IS FOR" in body_of(other)


def test_an_extracted_page_says_title_author_and_day() -> None:
    story = read(
        *("Title: A Walk", "", "URL Source: https://walks.example/a/", ""),
        *("Published Time: 2022-05-17T08:00:00+00:00", "", "Markdown Content:", "# A Walk", ""),
        *("By [Sam Sample](https://walks.example/sam/)", "", BODY, "", "## Why", "", PROSE[0]),
        *("", "* * *"),
    )
    assert (story.title, story.author, str(story.day)) == ("A Walk", "Sam Sample", "2022-05-17")
    assert body_of(story) == f"{BODY}\n\n## Why\n\n{PROSE[0]}"


def test_boxes_to_tick_are_items_and_the_card_of_a_recipe_goes() -> None:
    story = read(
        *("Soup for One", "by Sam Sample | Jan 21, 2021 | Soups", "", BODY, "", "★★★★★"),
        *("4.9 from 27 votes", "", "Author: Sam Sample", "", "Author: my aunt, of course.", ""),
        *("Ingredients", "", "▢\tone leek", "▢\tsalt", "", "Instructions"),
        *(
            "",
            "1.\tWash the leek, slowly.",
            "2.\tBoil it, slowly.",
            "",
            "Notes",
            "",
            LONG,
            "",
            LONG,
            "",
        ),
        *("Did you make this recipe?", "Pin this recipe for later!"),
    )
    assert body_of(story) == (
        f"{BODY}\n\nAuthor: my aunt, of course.\n\n## Ingredients\n\n- one leek\n- salt\n\n"
        "## Instructions\n\n1. Wash the leek, slowly.\n2. Boil it, slowly.\n\n"
        f"## Notes\n\n{LONG}\n\n{LONG}"
    )


@pytest.mark.parametrize(
    ("bio", "told"),
    [("Sam runs a library.", ["Sam runs a library."]), ("The kettle sang all night.", [])],
)
def test_who_the_author_is_may_stand_above_the_text(bio: str, told: list[str]) -> None:
    story = read(
        *("HubPages", "Explore", "Contact Author", "A Notebook for All"),
        *("Updated on October 8th, 2017", "Sam Sample", "more", bio, "Contact Author", BODY),
    )
    assert (story.title, story.author, str(story.day)) == (
        *("A Notebook for All", "Sam Sample"),
        "2017-10-08",
    )
    assert [line.text for line in story.bio] == told


@pytest.mark.parametrize(
    ("below", "kept"),
    [("Image by Noone Inparticular from Pixabay", False), (PROSE[1], True)],
)
def test_the_first_part_of_a_title_above_a_credit_is_a_picture(below: str, kept: object) -> None:
    title = "Small Habits for a Back: Field Notes"
    line = "Small Habits for a Back"
    story = read(title, "By Sam SamplePublished 5 months ago • 9 min read", line, below, BODY)
    assert (line in body_of(story)) is kept


def test_a_title_may_hold_the_words_of_a_button() -> None:
    story = read(
        *("Psyche logo", "Please Leave a Comment, I Wrote, Until I Stopped"),
        *("A year of counting replies", "By Sam SamplePublished 2 years ago • 5 min read", BODY),
    )
    assert story.title == "Please Leave a Comment, I Wrote, Until I Stopped"
    assert story.subtitle == "A year of counting replies"
