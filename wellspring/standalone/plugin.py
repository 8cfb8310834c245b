"""Decide on every article, write its notices into its content, prove them at the end.

Pelican calls these handlers; what one run knows is kept in that run's own settings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from feedgenerator import SyndicationFeed
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator, Generator

from wellspring.audit.expected import Expectation
from wellspring.building.clock import build_day
from wellspring.checking.ages import check_ages
from wellspring.checking.languages import check_language
from wellspring.disclaimers.decide import decide
from wellspring.disclaimers.waivers import check_waivers
from wellspring.errors import ContentError
from wellspring.house.style import HouseStyle
from wellspring.model.crisis_line import EVERYWHERE
from wellspring.model.disclaimer import Decision
from wellspring.standalone.posts import post_of, untouched
from wellspring.standalone.proof import prove
from wellspring.standalone.settings import Settings, load_for
from wellspring.text.render import render_short

RUN = "_MEDICAL_DISCLAIMER_RUN"


@dataclass(slots=True)
class Run:
    """What one run of Pelican has decided and written, by the articles' addresses in the site."""

    settings: Settings
    root: Path
    templates: Environment
    expectations: dict[str, Expectation] = field(default_factory=dict)
    notices: dict[str, str] = field(default_factory=dict)


def prepare(pelican: Pelican) -> None:
    """Read the settings, so that a wrong one stops Pelican before it writes."""
    settings = Settings.from_pelican(pelican.settings)
    pelican.settings[RUN] = Run(settings, Path(pelican.settings["PATH"]).parent, templates())


def add_notices(generators: Iterable[Generator]) -> None:
    """Put notices into every article that gets a page."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            add_to_generator(generator)


def add_to_generator(generator: ArticlesGenerator) -> None:
    """Decide on the articles of one generator. Raises ContentError with all that is wrong."""
    run: Run = generator.settings[RUN]
    articles = [
        *generator.articles,
        *generator.translations,
        *generator.hidden_articles,
        *generator.hidden_translations,
        *generator.drafts,
        *generator.drafts_translations,
    ]
    house = load_for(run.settings, run.root, {article.category.name for article in articles})
    problems = [str(item) for item in check_ages(house, build_day()) if item.severity == "error"]
    for article in articles:
        path = Path(article.source_path)
        shown = path.relative_to(run.root) if path.is_relative_to(run.root) else path
        post = post_of(article, shown.as_posix())
        decision = decide(post, house, run.settings.regions)
        problems += [str(item) for item in check_waivers(post, decision, house.disclaimers)]
        problems += [str(item) for item in check_language(post, decision)]
        problems += [
            f"{post.path}:1:1: there is no disclaimer `{value.text}`. Known: "
            f"{', '.join(sorted(house.disclaimers))}."
            for value in post.disclaimers
            if value.text not in house.disclaimers
        ]
        run.expectations[article.url] = Expectation(article.save_as, post, decision)
        write_into(article, decision, run, house)
    if problems:
        raise ContentError("\n".join(problems))


def write_into(article: Article, decision: Decision, run: Run, house: HouseStyle) -> None:
    """Put an article's notices into its content, after its summary has been made without them."""
    if not decision.requirements and not decision.drug_notes:
        return
    article.metadata["summary"] = untouched(article).summary
    rest = [item for item in decision.disclaimers if item not in decision.in_full]
    directory = next((line.url for line in house.crisis_lines if line.country == EVERYWHERE), "")
    names = {
        "decision": decision,
        "rest": rest,
        "heading": run.settings.heading,
        "elsewhere": run.settings.help_url or directory,
    }
    before, after = (
        run.templates.get_template(name).render(names) for name in ("before.html", "after.html")
    )
    article._content = f"{before}\n{article._content}\n{after}"  # noqa: SLF001 - as Pelican's plugins do
    run.notices[article.url] = f"{before}\n{after}"


def add_to_feed(context: Mapping[str, Any], feed: SyndicationFeed) -> None:
    """Put the notices before the summaries of a feed that has no content, as RSS may be."""
    run: Run = context[RUN]
    for url, notice in run.notices.items():
        for item in feed.items:
            own = urlsplit(item["link"]).path.strip("/").endswith(url.strip("/"))
            if own and item["content"] is None and notice[:40] not in item["description"]:
                item["description"] = f"{notice}{item['description']}"


def templates() -> Environment:
    """Return the plugin's own templates, which no theme can change."""
    environment = Environment(
        loader=PackageLoader("wellspring.standalone"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["rendered"] = rendered
    return environment


def rendered(text: str) -> Markup:
    """Render a notice's Markdown."""
    return Markup(render_short(text))  # noqa: S704 - the house's own words


def prove_output(pelican: Pelican) -> None:
    """Look at everything that was written. Raises ContentError with all that is missing."""
    run: Run = pelican.settings[RUN]
    problems = list(prove(Path(pelican.output_path), pelican.settings["SITEURL"], run.expectations))
    if problems:
        raise ContentError("\n".join(problems))


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(prepare)
    signals.all_generators_finalized.connect(add_notices)
    signals.feed_generated.connect(add_to_feed)
    signals.finalized.connect(prove_output)
