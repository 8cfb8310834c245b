"""Settings of another shape than they need: named with what to write, before anything is built."""

from typing import Any

import pytest

from wellspring.plugins.setting_shapes import misshapen

ENTRY = 'Write each entry as `("About", "about.html"),`, the commas too.'
CODES = 'Write the codes of your readers\' countries, home first, such as `["US", "GB"]`.'
GOOD: dict[str, Any] = {
    "WELLSPRING_MENU": [("About", "about.html")],
    "WELLSPRING_FOOTER_MENU": (),
    "WELLSPRING_REGIONS": ["US", "GB"],
    "SITENAME": "A blog",
    "TIMEZONE": "Europe/Berlin",
    "DEFAULT_LANG": "en",
}


def test_good_settings_and_none_pass() -> None:
    assert list(misshapen(GOOD)) == []
    assert list(misshapen({})) == []


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (
            "WELLSPRING_MENU",
            [("About", "about.html"), "Aboutabout.html"],
            f"has the entry `'Aboutabout.html'`. {ENTRY}",
        ),
        ("WELLSPRING_MENU", ("About", "about.html"), f"has the entry `'About'`. {ENTRY}"),
        ("WELLSPRING_FOOTER_MENU", [("About", "")], f"has the entry `('About', '')`. {ENTRY}"),
        ("WELLSPRING_FOOTER_MENU", {"About": "about.html"}, f"is not a list. {ENTRY}"),
        ("SITENAME", " ", "is empty. Write the blog's name, which every page and feed shows."),
        (
            "DEFAULT_LANG",
            "English",
            "is `English`, which is no code of a language. Write two letters, such as `en`.",
        ),
        ("WELLSPRING_REGIONS", "US", f"is `'US'`. {CODES}"),
        ("WELLSPRING_REGIONS", ["usa"], f"is `['usa']`. {CODES}"),
    ],
)
def test_a_wrong_shape_is_named(name: str, value: object, said: str) -> None:
    found = list(misshapen({**GOOD, name: value}))
    assert found[0] == f"pelicanconf.py: `{name}` {said}"


def test_a_time_zone_that_there_is_not_is_named() -> None:
    assert list(misshapen({**GOOD, "TIMEZONE": "Europe/Berlinn"})) == [
        "pelicanconf.py: there is no time zone `Europe/Berlinn`. Did you mean `Europe/Berlin`? It "
        "is written such as `Europe/Berlin` or `UTC`."
    ]
