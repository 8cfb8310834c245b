"""Write only what has changed: every output is named by what it is made from.

A page or feed of the same name is taken from the last build as it is. What a template may depend on
is derived from it (template_names.py). Handed to Pelican as its writer; see decisions/0010.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import IO, Any, cast

from jinja2 import Template
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator
from pelican.utils import get_relative_path, path_to_url, sanitised_join
from pelican.writers import Writer

from wellspring.building.fingerprint import digest_of
from wellspring.building.mentions import Mentions
from wellspring.building.outputs import Outputs, place
from wellspring.building.together import silent, work_together
from wellspring.plugins.body_places import see_bodies
from wellspring.plugins.medical_disclaimer import source_of
from wellspring.plugins.page_names import OWN, Job, PageNames
from wellspring.plugins.term_lists import quicken_terms

OUTPUTS_KEY = "OUTPUTS_OF_THIS_BUILD"
TICK_KEY = "PROGRESS_OF_THIS_BUILD"
# What Pelican's own write_file takes for itself, so that no template sees it.
TAKEN = frozenset({"paginated", "template_name", "override_output", "url"})
LISTS = frozenset({"articles", "dates"})
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class IncrementalWriter(Writer):
    """Pelican's writer, less what the last build has written already."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self.outputs: Outputs = self.settings[OUTPUTS_KEY]
        self.pages = PageNames(self.outputs.names)
        self.shown = self.pages.shown
        self.instead: Callable[[Path], None] | None = None
        self.gathering = True
        self.waiting: dict[str, Job] = {}
        self.calls: dict[str, Callable[[], object]] = {}
        self.shows: dict[int, set[str]] = {}
        self.feeds: set[str] = set()

    def begin(self, context: dict[str, Any]) -> None:
        """Let every content keep its address: nothing changes it once writing has begun.

        Pelican works it out each time that somebody asks.
        """
        if self.pages.shared is not context:
            for content in filter(None, context["generated_content"].values()):
                content.override_url = content.url
            self.pages.shared = context

    def write_file(
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,  # noqa: FBT001, FBT002 - as above
        *rest: Any,  # noqa: ANN401 - as above
        **named: Any,  # noqa: ANN401 - as above
    ) -> None:
        """Write a page, or several of a list, unless they would be the same as before."""
        self.begin(context)
        own = [named[key] for key in OWN if isinstance(named.get(key), Content)]
        given = (name, template, context, relative_urls, *rest)
        self.note(name, own, partial(self.write_file, *given, **named))
        if not rest and self.is_there(name, template, context, named, relative=relative_urls):
            return
        watched = SimpleNamespace(render=partial(self.render, template))
        super().write_file(name, watched, context, relative_urls, *rest, **named)

    def is_there(
        self,
        path: str,
        template: Template,
        context: dict[str, Any],
        named: dict[str, Any],
        *,
        relative: bool,
    ) -> bool:
        """Put a page in its place if the last build has it, without all that Pelican prepares.

        Not for lists, which may be several pages, nor for a page that may replace another.
        """
        if path not in self.outputs.known or LISTS & named.keys():
            return False
        file = sanitised_join(self.output_path, path)
        if named.get("override_output") or file in self._written_files:
            return False
        own = {name: value for name, value in named.items() if name not in TAKEN}
        root = path_to_url(get_relative_path(path))
        rooted = {"SITEURL": root, "localsiteurl": root} if relative else {}
        rooted["output_file"] = path
        values = self.pages.values_for(template, own, rooted, context)
        if not self.outputs.is_as_before(path, self.pages.name_of(path, template, values)):
            return False
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        self._written_files.add(file)
        place(self.outputs.before / path, Path(file))
        return True

    def note(self, path: str, contents: Iterable[Content], call: Callable[[], object]) -> None:
        """Note which file shows the bodies of some contents, and what writes it."""
        for content in contents:
            self.calls[path] = call
            self.shows.setdefault(id(content), set()).add(path)
            self.outputs.showing.setdefault(source_of(content), set()).add(path)

    def note_feed(self, path: str, shown: Sequence[Content], call: Callable[[], object]) -> None:
        """Note which feed shows the bodies of some contents, and what writes it."""
        self.feeds.add(path)
        self.note(path, shown, call)

    def write_into(self, folder: Path) -> None:
        """Let files go into another folder, where none has been written yet."""
        self.output_path = str(folder)
        self._written_files.clear()

    def write_again(self, contents: Iterable[Content], *, feeds: bool) -> None:
        """Write the pages that show the bodies of some contents, or the feeds."""
        paths: set[str] = set()
        for content in contents:
            self.shown.forget(content)
            paths |= self.shows.get(id(content), set())
        for path in sorted(paths):
            if (path in self.feeds) == feeds:
                self.calls[path]()
        self.finish()

    def write_feed(  # noqa: PLR0913, PLR0917 - Pelican's own form
        self,
        elements: list[Content],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,  # noqa: FBT001, FBT002 - as above
        feed_title: str | None = None,
    ) -> Any:  # noqa: ANN401 - as above
        """Write a feed unless it would be the same; a reviewer without articles has none."""
        if not elements and path not in self.main_feeds():
            return None
        self.begin(context)
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        given = (elements, context, path, url, feed_type, override_output, feed_title)
        self.note_feed(str(path), shown, partial(self.write_feed, *given))
        states = [self.shown.own_state_of(element) for element in shown]
        about = [str(path), str(url), feed_type, str(feed_title)]
        if path and self.outputs.is_as_before(path, digest_of(*about, *states)):
            self.instead = partial(place, self.outputs.before / path)
            file = Path(self.output_path) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            self._open_w(str(file), "utf-8", override_output).close()
            return None
        return super().write_feed(*given)

    def main_feeds(self) -> list[str]:
        """Return the feeds that are there even before the first article."""
        return [self.settings.get(f"FEED_ALL_{kind}") or "" for kind in ("ATOM", "RSS", "JSON")]

    def _create_new_feed(self, feed_type: str, feed_title: str, context: dict[str, Any]) -> Any:  # noqa: ANN401 - as above
        """Return a feed, whose date while it is empty would otherwise be that of the build."""
        feed = super()._create_new_feed(feed_type, feed_title, context)
        dated = feed.latest_post_date
        feed.latest_post_date = lambda: dated() if feed.items else LONG_AGO
        return feed

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> IO[str]:  # noqa: FBT001, FBT002 - as above
        """Open a file for writing, unless it is put there as before or waits to be rendered."""
        instead, self.instead = self.instead, None
        if not instead or filename in self._written_files:
            return cast("IO[str]", super()._open_w(filename, encoding, override))
        self._written_files.add(filename)
        if override:
            self._overridden_files.add(filename)
        instead(Path(filename))
        return StringIO()

    def render(self, template: Template, context: dict[str, Any]) -> str:
        """Return a page, or nothing if it is there from the last build or still to be made."""
        path = context["output_file"]
        values = self.pages.values_for(template, context)
        if self.outputs.is_as_before(path, self.pages.name_of(path, template, values)):
            self.instead = partial(place, self.outputs.before / path)
            return ""
        job = self.pages.job(template, values, context["localsiteurl"])
        if "article" not in values and not self.gathering:
            text, self.outputs.mentions[path] = job.render()
            return text
        self.waiting[path] = job
        self.instead = leave
        return ""

    def finish(self) -> None:
        """Write the pages that wait to be rendered, on all processors."""
        self.gathering = False
        jobs, self.waiting = self.waiting, {}
        folder = Path(self.output_path)

        def write(paths: Sequence[str]) -> dict[str, Mentions]:
            """Write some of them; may be another process."""
            mentions = {}
            for path in paths:
                text, mentions[path] = jobs[path].render()
                (folder / path).write_text(text, encoding="utf-8")
            return mentions

        tick = partial(self.settings[TICK_KEY], "pages") if TICK_KEY in self.settings else silent
        self.outputs.mentions |= work_together(write, list(jobs), Mentions, tick)


def leave(_file: Path) -> None:
    """Write nothing: the page comes later."""


def finish(generator: ArticlesGenerator, writer: Writer) -> None:
    """Render the articles once all of them have been handed to the writer."""
    if isinstance(writer, IncrementalWriter):
        writer.finish()
        see_bodies(writer.outputs.one_place, generator.env)


def choose_writer(pelican: Pelican) -> type[Writer] | None:
    """Tell Pelican about the writer, if the build has an earlier one to go by."""
    return IncrementalWriter if OUTPUTS_KEY in pelican.settings else None


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(quicken_terms)
    signals.article_writer_finalized.connect(finish)
    signals.get_writer.connect(choose_writer)
