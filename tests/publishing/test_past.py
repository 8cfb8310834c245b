"""History and the way back: one more commit, never a force."""

import time

import pytest

from tests.publishing.conftest import SITE, Desk, git, write
from wellspring.errors import PublishError
from wellspring.publishing import past
from wellspring.publishing.gate import PagesTarget
from wellspring.publishing.github_pages import Wish
from wellspring.publishing.past import read_history, roll_back, trailers

TARGET = PagesTarget()


def publish_three(desk: Desk) -> list[str]:
    """Publish three versions of a page; return the commits."""
    made = []
    for words in ("one", "two", "three"):
        write(desk.output, {"index.html": words})
        made.append(desk.publish(message=f"Publish {words}{trailers('a' * 40, 3)}").commit or "")
    return made


def refused(desk: Desk, to: str = "2", target: PagesTarget = TARGET) -> str:
    before = desk.remote_refs(), desk.own_refs()
    with pytest.raises(PublishError) as caught:
        roll_back(desk.repository, target, to)
    assert (desk.remote_refs(), desk.own_refs()) == before
    return str(caught.value)


def test_history_tells_commit_source_pages_and_who(desk: Desk) -> None:
    commits = publish_three(desk)
    found = read_history(desk.repository, TARGET)
    assert [item.commit for item in found] == commits[::-1]
    line = str(found[0])
    assert line.startswith("  1  20")
    assert (
        f"{commits[2][:10]} from aaaaaaaaaa, 3 pages  Robin Example: Publish three (live)" in line
    )
    assert str(found[1]).endswith("Robin Example: Publish two")


def test_a_commit_of_somebody_else_is_history_too(desk: Desk) -> None:
    desk.publish()
    desk.push_by_another({"theirs.html": "theirs"})
    assert str(read_history(desk.repository, TARGET)[0]).endswith("By another (live)")


def test_the_way_back_is_one_more_commit(desk: Desk) -> None:
    commits = publish_three(desk)
    own = desk.own_refs()
    started = time.perf_counter()
    chosen, made = roll_back(desk.repository, TARGET)
    assert time.perf_counter() - started < 60
    assert chosen.commit == commits[1]
    assert desk.live()["index.html"] == "two"
    assert git(desk.remote, "rev-parse", "gh-pages").strip() == made
    assert git(desk.remote, "rev-list", "--count", "gh-pages") == "4\n"
    assert git(desk.remote, "rev-parse", "gh-pages^").strip() == commits[2]
    assert desk.own_refs() == own
    assert str(read_history(desk.repository, TARGET)[0]).count(" from aaaaaaaaaa, 3 pages") == 1


@pytest.mark.parametrize("by", ["number", "commit"])
def test_any_earlier_one_can_be_named(desk: Desk, by: str) -> None:
    commits = publish_three(desk)
    roll_back(desk.repository, TARGET, "3" if by == "number" else commits[0][:12])
    assert desk.live()["index.html"] == "one"


def test_the_way_back_from_the_way_back(desk: Desk) -> None:
    publish_three(desk)
    roll_back(desk.repository, TARGET)
    roll_back(desk.repository, TARGET, "2")
    assert desk.live()["index.html"] == "three"


def test_publishing_goes_on_after_it(desk: Desk) -> None:
    publish_three(desk)
    roll_back(desk.repository, TARGET)
    write(desk.output, {"index.html": "four"})
    assert desk.publish().commit
    assert desk.live()["index.html"] == "four"


@pytest.mark.parametrize("to", ["4", "0", "x", "-1", "abcdef0", "main"])
def test_what_there_is_not(desk: Desk, to: str) -> None:
    publish_three(desk)
    assert refused(desk, to) == (
        f"There is no publish `{to}`; there are 3. Type `invoke history` to see them."
    )


def test_the_first_publish_has_nothing_before_it(desk: Desk) -> None:
    desk.publish()
    assert refused(desk) == (
        "Only one publish was made, the live one: there is none to go back to."
    )


def test_what_is_live_already(desk: Desk) -> None:
    publish_three(desk)
    assert refused(desk, "1") == "Number 1 is what is live already; nothing was done."


def test_never_published(desk: Desk) -> None:
    words = (
        "origin/gh-pages has never been published. Type `invoke publish` to do it for the first "
        "time."
    )
    assert refused(desk) == words
    with pytest.raises(PublishError) as caught:
        read_history(desk.repository, TARGET)
    assert str(caught.value) == words


def test_a_tree_that_is_no_site(desk: Desk) -> None:
    desk.publish()
    clone = desk.repository.parent / "another"
    git(desk.repository.parent, "clone", "--quiet", "-b", "gh-pages", str(desk.remote), str(clone))
    git(clone, "rm", "--quiet", "-r", ".")
    write(clone, {"x.txt": "x"})
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "By another")
    git(clone, "push", "--quiet")
    desk.publish(wish=Wish(replace=True))
    assert refused(desk).startswith("Number 2 is not a site that was published from here.")


def test_another_domain(desk: Desk) -> None:
    desk.publish()
    desk.publish(cname="reader.example")
    assert refused(desk, target=PagesTarget(cname="reader.example")).startswith(
        "Number 2 was published under another domain than the live site's."
    )


def test_another_publishes_meanwhile(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_three(desk)
    whole = past.require_whole

    def while_another_pushes(*arguments: object) -> None:
        desk.push_by_another({"theirs.html": "theirs"})
        whole(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(past, "require_whole", while_another_pushes)
    with pytest.raises(PublishError, match="was changed by somebody else meanwhile"):
        roll_back(desk.repository, TARGET)
    assert desk.live()["theirs.html"] == "theirs"
    assert SITE["404.html"] == desk.live()["404.html"]


def test_a_second_step_back_brings_nothing_back(desk: Desk) -> None:
    publish_three(desk)
    roll_back(desk.repository, TARGET)
    told = refused(desk, "")
    assert told.startswith("The live site is a rollback already (Roll back to ")
    assert told.endswith(
        "; one more step back would show again what it withdrew. Type `invoke history`, then "
        "`invoke rollback --to` and a number."
    )
