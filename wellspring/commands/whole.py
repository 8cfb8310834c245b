"""The whole blog as texts to examine, with what would stop a build; called by check."""

from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, replace

from wellspring.building.clock import build_day
from wellspring.building.readings import Readings
from wellspring.building.site import Site, read_site, read_some
from wellspring.commands.examine import Job
from wellspring.commands.light import Light
from wellspring.model.finding import Finding
from wellspring.text.post import read_post

# So many texts are looked at faster by several processes.
MANY = 40


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog's texts, and what is wrong with them before any rule is asked."""

    jobs: list[Job]
    findings: list[Finding]
    site: Site

    @property
    def names(self) -> frozenset[str]:
        """Return its authors' names."""
        return frozenset(self.site.library.authors)


def read_blog(light: Light, readings: Readings | None = None) -> Blog:
    """Read a blog; `readings` are those of the last time. Raises HouseStyleError."""
    site, stopping = read_site(
        light.content, light.editorial, light.regions, build_day(), light.language, readings
    )
    return Blog(list(jobs_of_site(site)), [*stopping, *site.warnings], site)


def read_texts(light: Light, paths: Collection[str]) -> Blog:
    """Read some texts of a blog, and of all others what they say of themselves.

    Raises HouseStyleError.
    """
    if len(paths) > MANY:
        blog = read_blog(light)
        jobs = [job for job in blog.jobs if job.source.path in paths]
        found = [finding for finding in blog.findings if finding.place.path in paths]
        return replace(blog, jobs=jobs, findings=found)
    site, stopping = read_some(
        light.content, light.editorial, light.regions, build_day(), light.language, paths
    )
    return Blog(list(jobs_of_site(site, paths)), [*stopping, *site.warnings], site)


def jobs_of_site(site: Site, paths: Container[str] | None = None) -> Iterator[Job]:
    """Yield all texts of a blog: its articles, its pages and what its authors say of themselves.

    `paths` are those that are wanted, if not all are.
    """
    for path, source in site.library.sources.items():
        if paths is not None and path not in paths:
            continue
        post = site.library.posts.get(path)
        if post is None:
            yield Job(source, read_post(source)[0])
            continue
        authors = [site.library.authors.get(value.text) for value in post.authors]
        known = tuple(author for author in authors if author)
        yield Job(source, post, site.decisions[path], article=True, authors=known)
