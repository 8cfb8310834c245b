"""Write only what has changed: every output is named by what it is made from.

A page or feed whose name is that of the last build's is taken from there as it is. What a
template may depend on is derived from the template itself: the names it uses, in templates it
extends and includes too (jinja2.meta). Handed to Pelican as its writer; see decisions/0010.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO, Any, cast

from jinja2 import Template
from pelican import Pelican, signals
from pelican.contents import Content
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

from wellspring.building.fingerprint import digest_of
from wellspring.building.outputs import Outputs, place
from wellspring.building.together import work_together
from wellspring.plugins.shown import Named, Shown, names_in
from wellspring.plugins.template_names import TemplateNames
from wellspring.plugins.term_lists import quicken_terms

OUTPUTS_KEY = "OUTPUTS_OF_THIS_BUILD"
OWN = ("article", "page")
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class IncrementalWriter(Writer):
    """Pelican's writer, less what the last build has written already."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self.outputs: Outputs = self.settings[OUTPUTS_KEY]
        self.shown = Shown()
        self.again = ""
        self.settled = False
        self.template_names = TemplateNames()
        self.waiting: dict[str, Job] = {}
        self.calls: dict[str, Callable[[], object]] = {}
        self.shows: dict[int, set[str]] = {}

    def fix_addresses(self, context: dict[str, Any]) -> None:
        """Let every content keep its address: nothing changes it once writing has begun.

        Pelican works it out each time that somebody asks.
        """
        if not self.settled:
            for content in filter(None, context["generated_content"].values()):
                content.override_url = content.url
            self.settled = True

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
        self.fix_addresses(context)
        own = [named[key] for key in OWN if isinstance(named.get(key), Content)]
        given = (name, template, context, relative_urls, *rest)
        self.note(name, own, partial(self.write_file, *given, **named))
        watched = Watched(template, self)
        super().write_file(name, watched, context, relative_urls, *rest, **named)

    def note(self, path: str, contents: Iterable[Content], call: Callable[[], object]) -> None:
        """Note which file shows the bodies of some contents, and what writes it."""
        for content in contents:
            self.calls[path] = call
            self.shows.setdefault(id(content), set()).add(path)

    def write_into(self, folder: Path) -> None:
        """Let files go into another folder, where none has been written yet."""
        self.output_path = str(folder)
        self._written_files.clear()

    def write_again(self, contents: Iterable[Content]) -> None:
        """Write all files that show the bodies of some contents."""
        paths: set[str] = set()
        for content in contents:
            self.shown.states.pop(id(content), None)
            paths |= self.shows.get(id(content), set())
        for path in sorted(paths):
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
        self.fix_addresses(context)
        shown = elements[: self.settings["FEED_MAX_ITEMS"]]
        given = (elements, context, path, url, feed_type, override_output, feed_title)
        self.note(str(path), shown, partial(self.write_feed, *given))
        states = [self.shown.state_of(element) for element in shown]
        about = [str(path), str(url), feed_type, str(feed_title)]
        if path and self.outputs.is_as_before(path, digest_of(*about, *states)):
            self.again = path
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
        """Open a file for writing; one that is as before is put there, and nothing written."""
        again, self.again = self.again, ""
        if not again:
            return cast("IO[str]", super()._open_w(filename, encoding, override))
        with super()._open_w(filename, encoding, override) as file:
            opened = file.name
        if opened != os.devnull:
            Path(opened).unlink()
            place(self.outputs.before / again, Path(opened))
        return open(os.devnull, "w", encoding=encoding)  # noqa: PTH123 - as Pelican's

    def render(self, template: Template, context: dict[str, Any]) -> str:
        """Return a page, or nothing if it is there from the last build."""
        path = context["output_file"]
        used = names_in(context, sorted(self.names_for(template)))
        for name, value in used.items():
            own = name in OWN and isinstance(value, Content)
            used[name] = self.settle(value) if own else self.shown.of(value)
        states = [self.shown.state_of(used[name]) for name in OWN if name in used]
        rest = {
            name: value.name if isinstance(value, Named) else value
            for name, value in used.items()
            if name not in OWN
        }
        what = f"theme/templates/{template.name}"
        parts = (path, str(template.name), *states, self.shown.encode(rest, what))
        if self.outputs.is_as_before(path, digest_of(*parts)):
            self.again = path
            return ""
        made = {name: value.make() for name, value in used.items() if isinstance(value, Named)}
        job = Job(template, used | made, context["localsiteurl"])
        if "article" not in used:
            return job.render()
        self.waiting[path] = job
        return ""

    def finish(self) -> None:
        """Write the articles that wait to be rendered, on all processors."""
        jobs, self.waiting = self.waiting, {}
        folder = Path(self.output_path)

        def write(paths: Sequence[str]) -> dict[str, str]:
            """Write some of them; may be another process."""
            for path in paths:
                (folder / path).write_text(jobs[path].render(), encoding="utf-8")
            return dict.fromkeys(paths, "")

        work_together(write, list(jobs), str)

    def settle(self, content: Content) -> Content:
        """Return a content whose own page is written, its neighbours as cards."""
        for name in ("related", "older", "newer", "series", "translations"):
            if hasattr(content, name):
                setattr(content, name, self.shown.of(getattr(content, name)))
        return content

    def names_for(self, template: Template) -> Iterable[str]:
        """Return the names that a template uses."""
        name, names = str(template.name), self.outputs.names
        if name not in names:
            names[name] = self.template_names.used(name, template.environment)
        return names[name]


@dataclass(frozen=True, slots=True)
class Job:
    """A page to render: its template, all that the template uses, and the way to the site's root.

    No more is given to a template than what its page is known to depend on.
    """

    template: Template
    names: dict[str, Any]
    root: str

    def render(self) -> str:
        """Return the page."""
        for name in OWN:
            if isinstance(own := self.names.get(name), Content):
                own._context["localsiteurl"] = self.root  # noqa: SLF001 - links in it lead from there
        return str(self.template.render(self.names))


@dataclass(frozen=True, slots=True)
class Watched:
    """A template that the writer may leave unrendered."""

    template: Template
    writer: IncrementalWriter

    def render(self, context: dict[str, Any]) -> str:
        """Render the template, or let the writer take the page from the last build."""
        return self.writer.render(self.template, context)


def finish(_generator: ArticlesGenerator, writer: Writer) -> None:
    """Render the articles once all of them have been handed to the writer."""
    if isinstance(writer, IncrementalWriter):
        writer.finish()


def choose_writer(pelican: Pelican) -> type[Writer] | None:
    """Tell Pelican about the writer, if the build has an earlier one to go by."""
    return IncrementalWriter if OUTPUTS_KEY in pelican.settings else None


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_finalized.connect(quicken_terms)
    signals.article_writer_finalized.connect(finish)
    signals.get_writer.connect(choose_writer)
