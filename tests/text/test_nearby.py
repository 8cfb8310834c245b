"""Articles close to one another: when some have other words, the same as if all were looked at."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from wellspring.text.nearby import Entry, find_again, find_nearby

SUBJECTS = ["sleep", "lamp", "park", "shoes", "breath", "tea", "rest", "dark", "walk", "legs"]
WORDS = st.lists(
    st.sampled_from(SUBJECTS),
    min_size=1,
    max_size=8,
).map(" ".join)
TEXTS = st.lists(WORDS, min_size=2, max_size=14)


def entries(texts: list[str]) -> list[Entry]:
    """Return articles with these words, some of them with the same tag."""
    return [
        Entry(f"post-{number}", f"2025-01-{number + 1:02}", (f"tag {number % 3}",), words)
        for number, words in enumerate(texts)
    ]


@given(TEXTS, WORDS, st.data())
def test_another_title_gives_what_a_look_at_all_would(
    texts: list[str], words: str, data: st.DataObject
) -> None:
    before = entries(texts)
    number = data.draw(st.integers(0, len(texts) - 1))
    after = entries([*texts[:number], words, *texts[number + 1 :]])
    found, wanted = find_again(find_nearby(before), before, after), find_nearby(after)
    assert (found.near, found.spread) == (wanted.near, wanted.spread)
    assert {slug: [other for other, _ in close] for slug, close in found.said.items()} == {
        slug: [other for other, _ in close] for slug, close in wanted.said.items()
    }


def test_a_word_that_nobody_else_has_leaves_all_as_they_were() -> None:
    before = entries([f"sleep rest lamp{'s' * (number % 2)}" for number in range(9)])
    after = [*before[:3], replace(before[3], words=f"{before[3].words} unheard"), *before[4:]]
    known = find_nearby(before)
    found = find_again(known, before, after)
    assert (found.near, found.said) == (known.near, known.said)
    assert found.spread == find_nearby(after).spread


def test_words_of_nearby_articles_come_before_tags() -> None:
    found = find_nearby(entries(["sleep lamp", "tea park", "shoes", "legs", "lamp sleep"]))
    assert found.near["post-0"][0] == "post-4"
