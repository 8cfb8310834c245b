"""Settings: what is well set is taken, what is misspelt or would harm readers is refused."""

import pytest

from wellspring.errors import SettingsError
from wellspring.plugins.settings import Settings


def complaint(**settings: object) -> str:
    with pytest.raises(SettingsError) as raised:
        Settings.from_pelican(settings)
    return str(raised.value)


def test_nothing_needs_to_be_set() -> None:
    assert Settings.from_pelican({"SITENAME": "x"}) == Settings()


def test_lists_become_tuples() -> None:
    settings = Settings.from_pelican(
        {"WELLSPRING_REGIONS": ["GB", "IE"], "WELLSPRING_MENU": [["A", "a.html"]]}
    )
    assert settings.regions == ("GB", "IE")
    assert settings.menu == (("A", "a.html"),)


def test_an_empty_comment_setting_is_no_harm() -> None:
    Settings.from_pelican({"DISQUS_SITENAME": "", "GOOGLE_ANALYTICS": None})


@pytest.mark.parametrize(
    "key",
    [
        "DISQUS_SITENAME",
        "DISQUS_ON_PAGES",
        "GISCUS_REPO",
        "ISSO_SERVER",
        "UTTERANCES_REPO",
        "COMMENTS_ENABLED",
        "REMARK42_HOST",
    ],
)
def test_comments_are_refused(key: str) -> None:
    assert complaint(**{key: "x"}) == (
        f"pelicanconf.py: `{key}` asks for comments, and this blog has none: advice from "
        "strangers can hurt a reader. Remove the setting."
    )


def test_trackers_are_refused() -> None:
    assert complaint(MATOMO_URL="x") == (
        "pelicanconf.py: `MATOMO_URL` would tell a third party who reads about which illness. "
        "Remove the setting."
    )


def test_a_misspelt_setting_is_named() -> None:
    assert complaint(WELLSPRING_REGION=["US"]) == (
        "pelicanconf.py: there is no setting `WELLSPRING_REGION`. Did you mean "
        "`WELLSPRING_REGIONS`?"
    )


def test_a_setting_of_another_shape_is_refused_with_all_else() -> None:
    said = complaint(SITENAME=" ", WELLSPRING_MENUE=())
    assert "there is no setting `WELLSPRING_MENUE`" in said
    assert "`SITENAME` is empty." in said
