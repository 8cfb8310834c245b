"""The page to write on: what is saved differs from the file only in what was changed.

The texts are the repository's own, in a folder of the browser that stands for the one that a writer
chooses: nobody can press the button of a system's dialog for choosing folders.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.github import GitHub
from tests.conftest import ROOT
from tests.hostile.posts import posts
from wellspring.checking.content import check_library
from wellspring.commands.serve import SiteHandler, SiteServer
from wellspring.commands.write import make_page
from wellspring.house.style import HouseStyle
from wellspring.text.front_matter import FENCE, is_yaml
from wellspring.text.library import read_library
from wellspring.text.source import parse_source
from wellspring.text.values import split_commas

SEED = "content/posts/ketamine-therapy-benefits-for-mental-health-relief.md"
CHOOSING = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.requestPermission = async () => "granted";
"""
FILL = """
async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, bytes] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
  }
}
"""
READ = """
async () => {
  const found = {};
  const look = async (folder, above) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await look(handle, `${above}${name}/`);
      else found[above + name] = [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
    }
  };
  await look(await navigator.storage.getDirectory(), "");
  return found;
}
"""
READ_TEXT = "([kind, text]) => readText(fieldsOf[kind], text)"
WRITE_TEXT = """
([kind, text]) => {
  try {
    return writeText(fieldsOf[kind], readText(fieldsOf[kind], text)).trim();
  } catch (error) {
    return /YAML/.exec(error.message)[0];
  }
}
"""
CHANGE = """
([text, key, value]) =>
  writeText(fieldsOf.posts, { ...readText(fieldsOf.posts, text), [key]: value })
"""
LEARN = """
async () => {
  const config = await (await fetch("config.json")).json();
  window.fieldsOf = Object.fromEntries(
    config.collections.map(({ name, fields }) => [name, fields.filter((it) => it.name !== BODY)]));
}
"""
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("page") / "write"
    make_page(ROOT, folder)
    server = SiteServer(("127.0.0.1", 0), partial(SiteHandler, folder=folder, prefix="/write"))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/write/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def before() -> Files:
    """Return the texts that a writer finds."""
    files = sorted((ROOT / "content").rglob("*.md"))
    return {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files}


@contextmanager
def opened_at(browser: Browser, address: str, files: Files) -> Iterator[Page]:
    """Open the page as somebody who has chosen a folder with some files."""
    context = browser.new_context()
    context.add_init_script(CHOOSING)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    opened.answered = []  # type: ignore[attr-defined]
    opened.on("response", lambda answer: opened.answered.append(answer.url))  # type: ignore[attr-defined]
    opened.wrong = []  # type: ignore[attr-defined]
    opened.on(
        "console",
        lambda said: opened.wrong.append(said.text) if said.type == "error" else None,  # type: ignore[attr-defined]
    )
    opened.goto(address)
    opened.evaluate(FILL, {path: list(data) for path, data in files.items()})
    opened.get_by_role("button", name="Work with Local Repository").click()
    expect(opened.get_by_role("row").first).to_be_visible()
    yield opened
    context.close()


@pytest.fixture
def page(browser: Browser, address: str, before: Files) -> Iterator[Page]:
    with opened_at(browser, address, before) as opened:
        yield opened


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page for its own script, which reads and writes front matter."""
    opened = browser.new_page()
    opened.goto(address)
    opened.evaluate(LEARN)
    yield opened
    opened.close()


def open_text(page: Page, kind: str, slug: str) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/{kind}/entries/{slug}")


def words(page: Page, name: str = "The article") -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def save(page: Page) -> Files:
    """Save, and return the files when the page says that it has."""
    button = page.get_by_role("button", name="Save", exact=True)
    button.click()
    expect(page.get_by_text("saved", exact=False).first).to_be_visible()
    return {path: bytes(data) for path, data in page.evaluate(READ).items()}


def test_a_changed_sentence_is_all_that_changes(page: Page, before: Files) -> None:
    open_text(page, "posts", Path(SEED).stem)
    box = words(page)
    box.fill(box.input_value().replace("mindfulness apps, even", "mindfulness apps, then even"))
    old = before[SEED]
    new = old.replace(b"mindfulness apps, even", b"mindfulness apps, then even")
    assert len(new) == len(old) + 5
    assert save(page) == before | {SEED: new}


def test_changed_keys_are_all_that_changes(page: Page, before: Files) -> None:
    page.set_viewport_size({"width": 1280, "height": 6000})  # fields out of sight are not there
    open_text(page, "posts", Path(SEED).stem)
    words(page, "Subtitle").fill("What writers should ask")
    page.get_by_role("button", name=re.compile("Add .*Aliases")).click()
    words(page, "old address").fill("/2019/an-old-one/")
    new = before[SEED].replace(
        b"Subtitle: Transforming Mental Health Safely\n", b"Subtitle: What writers should ask\n"
    )
    header, body = new.split(b"\n\n", 1)
    new = header + b"\nAliases: /2019/an-old-one/\n\n" + body
    assert save(page) == before | {SEED: new}


def test_pages_and_authors_are_kept_too(page: Page, before: Files) -> None:
    open_text(page, "authors", "wellspring-editors")
    words(page, "Role").fill("Readers of proofs")
    after = save(page)
    old = before["content/authors/wellspring-editors.md"].decode().split("\n")
    new = after["content/authors/wellspring-editors.md"].decode().split("\n")
    assert {path for path in after if after[path] != before.get(path)} == {
        "content/authors/wellspring-editors.md"
    }
    assert [line for line in new if line not in old] == ["Role: Readers of proofs"]
    assert [line for line in old if line not in new and not line.startswith("Role:")] == []


def test_what_the_page_cannot_show_is_kept(browser: Browser, address: str) -> None:
    name = "content/posts/odd.md"
    odd = b"# a note\nTitle: Odd\nDate: 2026-01-01 08:30\nAuthor: Gone\nCategory: Gone\n"
    odd += b"Mood: fine\nReviewed: 2026-01-02\n\nOld words.\n"
    before = {name: odd, "content/posts/yaml.md": b'---\nTitle: "B"\n---\n\nWords.\n'}
    with opened_at(browser, address, before) as page:
        expect(page.get_by_text("There was an error while parsing an entry file")).to_be_visible()
        open_text(page, "posts", "odd")
        words(page).fill("New words.")
        assert save(page) == before | {name: odd.replace(b"Old", b"New")}


def test_a_new_article_is_a_draft_that_the_blog_takes(
    page: Page, before: Files, house: HouseStyle, tmp_path: Path
) -> None:
    page.goto(f"{page.url.partition('#')[0]}#/collections/posts/new")
    words(page, "Title").fill("An early café: notes, and “tea”")
    page.get_by_role("checkbox", name="Wellspring Editors").click()
    page.get_by_role("radio", name="Sleep").click()
    words(page).fill("Begin with a cup of tea.\n\n## Then\n\nSit down.")
    after = save(page)
    name = "content/posts/an-early-cafe-notes-and-tea.md"
    assert after.keys() - before.keys() == {name}
    text = after[name].decode()
    assert text.startswith("Title: An early café: notes, and “tea”\nDate: 20")
    assert text.endswith(
        "\nAuthor: Wellspring Editors\nCategory: Sleep\nStatus: draft\n\n"
        "Begin with a cup of tea.\n\n## Then\n\nSit down.\n"
    )
    for path, data in after.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    wrong = check_library(read_library(tmp_path / "content"), house)
    assert [item for item in wrong if item.place.path == name] == []


def test_a_token_is_enough_to_save_to_github(browser: Browser, address: str, before: Files) -> None:
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    github = GitHub(before)
    github.answer_for(opened)
    opened.goto(address)
    opened.get_by_role("button", name="Sign In Using Access Token").click()
    opened.get_by_label("Personal Access Token").fill("a-token")
    opened.get_by_role("button", name="Sign In", exact=True).click()
    expect(opened.get_by_text("A calmer evening before bed")).to_be_visible()
    open_text(opened, "posts", Path(SEED).stem)
    box = words(opened)
    box.fill(box.input_value().replace("It's not just a buzzword.", "It is no mere buzzword."))
    opened.get_by_role("button", name="Save", exact=True).click()
    expect(opened.get_by_text("saved", exact=False).first).to_be_visible()
    old, new = b"It's not just a buzzword.", b"It is no mere buzzword."
    assert github.committed() == {SEED: before[SEED].replace(old, new)}
    assert github.commits[0]["branch"]["branchName"] == "main"
    assert github.tokens == {"token a-token"}
    context.close()


def test_nobody_else_is_asked_for_anything(page: Page, address: str) -> None:
    open_text(page, "posts", Path(SEED).stem)
    expect(words(page)).to_be_visible()
    strange = [
        url
        for url in page.answered  # type: ignore[attr-defined]
        if not url.startswith((address, "data:", "blob:"))
    ]
    assert strange == []


def test_nothing_is_wanted_that_the_page_refuses(page: Page) -> None:
    open_text(page, "posts", Path(SEED).stem)
    expect(words(page)).to_be_visible()
    page.wait_for_function("[...document.fonts].some((it) => it.status === 'loaded')")
    assert page.wrong == []  # type: ignore[attr-defined]


def test_it_fits_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_text(page, "posts", Path(SEED).stem)
    expect(words(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_icons_are_pictures_and_not_their_names(page: Page) -> None:
    page.wait_for_function("[...document.fonts].some((it) => it.status === 'loaded')")
    widths = page.locator(".material-symbols-outlined").evaluate_all(
        "all => all.map((it) => it.offsetWidth)"
    )
    assert 0 < max(widths) <= 32


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=posts, kind=st.sampled_from(["posts", "pages", "authors"]))
def test_what_nobody_changes_stays_as_it_is(reader: Page, text: str, kind: str) -> None:
    trimmed = reader.evaluate("text => text.trim().replace(/\\r\\n?/g, '\\n')", text)
    written = reader.evaluate(WRITE_TEXT, [kind, trimmed])
    assert written == ("YAML" if fenced_yaml(trimmed) else trimmed)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=posts)
def test_the_page_reads_what_the_blog_reads(reader: Page, text: str) -> None:
    trimmed = reader.evaluate("text => text.trim().replace(/\\r\\n?/g, '\\n')", text)
    if fenced_yaml(trimmed):
        return
    source, findings = parse_source(trimmed, "x.md")
    if findings:
        return
    entry = reader.evaluate(READ_TEXT, ["posts", trimmed])
    assert entry["body"] == reader.evaluate("text => text.trim()", source.body)
    said = {key: source.text(key.lower()) for key in ("Title", "Date", "Category", "Summary")}
    assert {key: entry[key] for key in said} == said
    links = source.fields.get("know-more")
    assert entry["Know-more"] == [value.text for value in (links.values if links else ())]
    assert entry["Tags"] == [value.text for value in split_commas(source.fields.get("tags"))]
    assert entry["Status"] == (source.text("status") or "published")


def fenced_yaml(text: str) -> bool:
    first, *lines = text.split("\n")
    end = next((n for n, line in enumerate(lines) if FENCE.fullmatch(line)), len(lines))
    return bool(FENCE.fullmatch(first)) and is_yaml(lines[:end])


def test_several_authors_have_a_key_of_their_own(reader: Page) -> None:
    one = "# who\nAuthor: A\nTags: x, y\n\nBody"
    two = "# who\nAuthors: A, B\nTags: x, y\n\nBody"
    assert reader.evaluate(CHANGE, [one, "Author", ["A"]]) == one
    assert reader.evaluate(CHANGE, [one, "Author", ["A", "B"]]) == two
    assert reader.evaluate(CHANGE, [two, "Author", ["A", "B"]]) == two
    assert reader.evaluate(CHANGE, [two, "Author", ["A"]]) == one


def test_a_key_that_is_emptied_keeps_its_line(reader: Page) -> None:
    text = "Title: A\n# why\nKnow-more: a | b\n    c\nOdd: kept\n\nBody"
    assert reader.evaluate(CHANGE, [text, "Know-more", []]) == (
        "Title: A\n# why\nKnow-more:\nOdd: kept\n\nBody"
    )
    assert reader.evaluate(CHANGE, [text, "Know-more", ["x |\n  y ", " ", "z"]]) == (
        "Title: A\n# why\nKnow-more: x | y\n    z\nOdd: kept\n\nBody"
    )
    assert reader.evaluate(CHANGE, [text, "Status", "draft"]) == (
        text.replace("\n\nBody", "\nStatus: draft\n\nBody")
    )
