"""The page to write on, for this computer."""

import json

import pytest

from tests.conftest import Blog
from wellspring.commands import write as command


def test_the_page_is_made_of_the_blogs_own_words_and_shown(
    blog: Blog, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(
        command, "serve", lambda folder, port, prefix: shown.append((folder, port, prefix))
    )
    command.write(blog.root, 8123)
    folder = blog.root / ".build" / "write"
    assert shown == [(folder, 8123, "/write")]
    assert "choose “Work with Local Repository”" in capsys.readouterr().out
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    assert config["backend"]["repo"] == "local/blog"
    fields = {field["name"]: field for field in config["collections"][0]["fields"]}
    assert [it["value"] for it in fields["Author"]["options"]] == ["Robin Example"]
    assert "Sleep" in [it["value"] for it in fields["Category"]["options"]]
