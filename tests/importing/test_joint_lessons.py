"""What teaches lost dashes has its dashes: passages that lack them by intent are left out."""

from tests.importing.joint_lessons import first_story, is_sound, lessons_of


def test_passages_with_lost_dashes_teach_nothing() -> None:
    assert is_sound({"rules": ["claim-absolute"]}, "dev-b")
    assert not is_sound({"rules": ["typo-dash"]}, "dev-b")
    assert not is_sound({"rules": [], "unsure": ["typo-dash"]}, "dev-b")
    assert not is_sound({"rules": []}, "dev-seed")


def test_the_first_story_teaches_its_dashes() -> None:
    dashes = [dash for lesson in lessons_of(first_story()) for dash in lesson.dashes]
    assert sum(dashes) > len("a dozen")
