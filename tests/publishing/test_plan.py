"""The plan before a publish: what it says, and which deletions and branches it refuses."""

import json

import pytest

from tests.publishing.conftest import SITE, Desk, git, write
from wellspring.errors import PublishError
from wellspring.publishing.github_pages import Wish
from wellspring.publishing.listing import Difference
from wellspring.publishing.plan import Plan, articles_of, farewells, notes_on

MANY = {f"posts/{number}.html": f"<title>{number}</title>" for number in range(20)}


def test_a_dry_run_says_the_plan_and_changes_nothing(desk: Desk) -> None:
    seen: list[Plan] = []

    def agree(plan: Plan) -> bool:
        seen.append(plan)
        return True

    before = desk.remote_refs(), desk.own_refs()
    report = desk.publish(wish=Wish(dry_run=True, agree=agree))
    assert (desk.remote_refs(), desk.own_refs()) == before
    assert str(report) == "Nothing was published: this was a dry run for origin/gh-pages."
    assert str(seen[0]).splitlines() == [
        "Plan for origin/gh-pages: pages 3 added, 0 changed, 0 removed; 2 other files change; "
        "0.0 MB in all.",
        "  + 404.html",
        "  + index.html",
        "  + posts/one.html",
    ]


def test_who_says_no_publishes_nothing(desk: Desk) -> None:
    wish = Wish(agree=lambda _: False)
    assert desk.refusal(wish=wish) == "Nothing was published, as you have said."


def test_many_deletions_are_refused_unless_they_are_meant(desk: Desk) -> None:
    write(desk.output, MANY)
    desk.publish()
    for path in list(MANY)[:5]:
        (desk.output / path).unlink()
    assert desk.refusal() == (
        "This would remove 5 of 23 live pages. If that is meant, type `invoke publish "
        "--allow-deletes 5`."
    )
    assert desk.refusal(wish=Wish(allow_deletes=4)).startswith("This would remove 5")
    assert desk.publish(wish=Wish(allow_deletes=5)).commit


def test_a_fifth_of_the_pages_may_go(desk: Desk) -> None:
    write(desk.output, MANY)
    desk.publish()
    for path in list(MANY)[:4]:
        (desk.output / path).unlink()
    assert desk.publish().commit


def test_a_small_site_can_lose_a_page(desk: Desk) -> None:
    desk.publish()
    (desk.output / "posts/one.html").unlink()
    assert desk.publish().commit


def test_a_branch_that_is_not_ours_is_not_taken(desk: Desk) -> None:
    git(desk.repository, "push", "--quiet", "origin", "main:gh-pages")
    assert desk.refusal() == (
        "origin/gh-pages holds something that was not published from here (README.md and 0 "
        "more). If this site is to take its place, type `invoke publish --replace`; if not, "
        "choose another branch with `--branch NAME`."
    )
    assert desk.publish(wish=Wish(replace=True)).commit
    assert desk.live() == SITE | {".nojekyll": ""}
    assert desk.publish().commit is None


def test_notices_and_reviewers_that_change_are_told() -> None:
    before = {"a.html": {"disclaimers": {"general": [], "medication": []}, "reviewed_by": "Kim"}}
    after = {"a.html": {"disclaimers": {"general": [], "crisis": []}, "reviewed_by": None}}
    assert list(notes_on(before, after)) == [
        "  notices of a.html: +crisis -medication",
        "  reviewer of a.html: nobody",
    ]
    assert list(notes_on(before, before)) == []


@pytest.mark.parametrize("report", ["", "{", "[]", '{"files": 3}', '{"files": {"a": 3}}'])
def test_a_report_that_cannot_be_read_tells_nothing(report: str) -> None:
    assert articles_of(report) == {}


def test_a_report_tells_of_articles_only() -> None:
    files = {"index.html": {"sha256": "x"}, "a.html": {"sha256": "y", "disclaimers": {}}}
    assert set(articles_of(json.dumps({"files": files}))) == {"a.html"}


def test_a_long_plan_is_cut() -> None:
    added = tuple(f"{number:03}.html" for number in range(100))
    plan = Plan("o/g", Difference(added, (), ()), 0, (), 1)
    assert str(plan).splitlines()[-1] == "  + and 80 more"
    plan.require_few_deletions(0)


def test_deletions_are_counted_in_pages() -> None:
    removed = tuple(f"{number}.png" for number in range(50))
    Plan("o/g", Difference((), (), removed), 50, (), 1).require_few_deletions(0)
    with pytest.raises(PublishError):
        Plan(
            "o/g", Difference((), (), ("a.html", "b.html", "c.html")), 3, (), 1
        ).require_few_deletions(0)


def test_an_article_that_goes_may_have_got_another_address() -> None:
    before = {"posts/a.html": {"disclaimers": []}, "posts/b.html": {"disclaimers": []}}
    assert list(farewells(before, ["posts/a.html", "tag/x.html", "posts/c.html"])) == [
        "  Whoever has the address of posts/a.html would find nothing there. If the article has "
        "another one now, write `Aliases: /posts/a.html` into it."
    ]
    assert list(farewells(before, [])) == []
