"""Every way in which Pelican would publish bare pages with success ends here without success.

Each fault is put into a small blog, and `invoke build` is run on it as an
author would: it must end with 1, say why, show no traceback and leave no output.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Blog

ARTICLE = "theme/templates/article.html"
FEED = "theme/templates/components/feed-notice/template.html"


def run_build(blog: Blog, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    root = str(blog.root)
    return subprocess.run(
        [sys.executable, "-m", "invoke", "--search-root", root, "build"],
        cwd=folder or blog.root,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": root, "PYTHONUTF8": "1"},
    )


def assert_refused(blog: Blog, *words: str, folder: Path | None = None) -> None:
    done = run_build(blog, folder)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for word in words:
        assert word in done.stderr
    assert not blog.output.exists()
    assert not list(blog.root.glob(".output-*"))


def add_settings(blog: Blog, text: str) -> None:
    with (blog.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def test_without_a_fault_it_builds(blog: Blog) -> None:
    done = run_build(blog)
    assert (done.returncode, done.stderr) == (0, "")
    assert "disclaimers proven on every article" in done.stdout


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('PLUGINS = [*all_plugins(), "no_such_plugin"]', "Cannot load plugin `no_such_plugin`"),
        ('PLUGINS = [*all_plugins(), "bad_import"]', "No module named 'no_such_module'"),
        ('PLUGINS = [*all_plugins(), "bad_syntax"]', "bad_syntax.py"),
        ('PLUGINS = [*all_plugins(), "bad_register"]', "Cannot register plugin `bad_register`"),
        (
            "import bad_register; PLUGINS = [*all_plugins(), bad_register]",
            "Cannot register plugin `bad_register`: cannot be registered",
        ),
        ("import bad_import; PLUGINS = [*all_plugins(), bad_import]", "no_such_module"),
        ('PLUGINS = [*all_plugins(), "raises_on_one"]', "questions-about-ketamine.md"),
        ('PLUGINS = [*all_plugins(), "raises_at_end"]', "raised at the end"),
        ('PLUGINS = [*all_plugins(), "raises_on_write"]', "raised on writing"),
        ('PLUGINS = "wellspring.plugins.site"', "PLUGINS"),
        ("PLUGINS = []", "PLUGINS lacks wellspring.plugins.site"),
        (
            "PLUGINS = [p for p in all_plugins() if 'medical' not in p]",
            "PLUGINS lacks wellspring.plugins.medical_disclaimer",
        ),
        (
            "import closure\nfrom wellspring.plugins import medical_disclaimer\n"
            "medical_disclaimer.register = closure.register\nPLUGINS = all_plugins()",
            "has no attribute 'disclaimers'",
        ),
        ('PLUGINS = [*all_plugins(), "no_feed_handler"]', "lacks its disclaimer `medication`"),
        ('PLUGINS = [*all_plugins(), "empties_disclaimers"]', "must carry: crisis"),
        ('PLUGINS = [*all_plugins(), "adds_a_form"]', "holds a form"),
        ('TIMEZONE = "Mars/Phobos"', "Mars/Phobos"),
        ('THEME = "no-such-theme"', "no-such-theme"),
        ('DISQUS_SITENAME = "x"', "`DISQUS_SITENAME` asks for comments"),
        ('GOOGLE_ANALYTICS = "x"', "`GOOGLE_ANALYTICS` would tell a third party"),
        ("WELLSPRING_REGION = ['US']", "Did you mean `WELLSPRING_REGIONS`?"),
        ("SITENAME = ", "pelicanconf.py:"),
        (
            "CACHE_CONTENT = True\nCONTENT_CACHING_LAYER = 'generator'",
            "`CACHE_CONTENT` keeps articles from earlier builds",
        ),
    ],
)
def test_a_fault_in_settings_or_plugins_stops_the_build(
    blog: Blog, settings: str, words: str
) -> None:
    for name, text in PLUGINS.items():
        blog.write(f"{name}.py", text)
    add_settings(blog, settings)
    assert_refused(blog, words)


PLUGINS = {
    "bad_import": "import no_such_module\n",
    "bad_syntax": "def register(:\n",
    "bad_register": "def register():\n    raise RuntimeError('cannot be registered')\n",
    "raises_on_one": (
        "from pelican import signals\n"
        "def handle(content):\n"
        "    if 'ketamine' in content.slug:\n"
        "        raise RuntimeError('raised on one')\n"
        "def register():\n"
        "    signals.content_object_init.connect(handle)\n"
    ),
    "raises_at_end": (
        "from pelican import signals\n"
        "def handle(generators):\n"
        "    raise RuntimeError('raised at the end')\n"
        "def register():\n"
        "    signals.all_generators_finalized.connect(handle)\n"
    ),
    "raises_on_write": (
        "from pelican import signals\n"
        "def handle(path, context):\n"
        "    raise RuntimeError('raised on writing')\n"
        "def register():\n"
        "    signals.content_written.connect(handle)\n"
    ),
    "closure": (
        "from pelican import signals\n"
        "from wellspring.plugins import medical_disclaimer\n"
        "def register():\n"
        "    def inner(generators):\n"
        "        medical_disclaimer.add_disclaimers(generators)\n"
        "    signals.all_generators_finalized.connect(inner)\n"
    ),
    "no_feed_handler": (
        "from pelican import signals\n"
        "from wellspring.plugins import medical_disclaimer\n"
        "def register():\n"
        "    signals.feed_generated.disconnect(medical_disclaimer.add_to_feed)\n"
    ),
    "empties_disclaimers": (
        "from pelican import signals\n"
        "def handle(generator, content):\n"
        "    content.disclaimers = ()\n"
        "def register():\n"
        "    signals.article_generator_write_article.connect(handle)\n"
    ),
    "adds_a_form": (
        "from pelican import signals\n"
        "def handle(content):\n"
        "    if content._content:\n"
        "        content._content += '<form></form>'\n"
        "def register():\n"
        "    signals.content_object_init.connect(handle)\n"
    ),
}


def test_a_theme_without_an_article_template_stops_the_build(blog: Blog) -> None:
    (blog.root / ARTICLE).unlink()
    assert_refused(blog, "unable to load article")


def test_a_theme_that_drops_the_notices_stops_the_build(blog: Blog) -> None:
    template = (blog.root / ARTICLE).read_text(encoding="utf-8")
    assert "notices" in template
    lines = [line for line in template.splitlines() if "notices" not in line]
    blog.write(ARTICLE, "\n".join(lines))
    assert_refused(blog, "questions-about-ketamine.md", "has no notices, and must carry: crisis")


def test_a_misspelt_name_in_a_template_stops_the_build(blog: Blog) -> None:
    template = (blog.root / ARTICLE).read_text(encoding="utf-8")
    blog.write(ARTICLE, template.replace("article.title", "article.titel"))
    assert_refused(blog, "theme/templates/", "titel")


def test_an_emptied_feed_notice_stops_the_build(blog: Blog) -> None:
    blog.write(FEED, "")
    assert_refused(blog, "its entry in feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json")


def test_an_emptied_house_style_stops_the_build(blog: Blog) -> None:
    for file in (blog.root / "editorial/disclaimers").iterdir():
        file.unlink()
    assert_refused(blog, "editorial/disclaimers:1:1: there is no file in this folder.")


def test_a_build_from_another_folder_is_the_same(blog: Blog, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert run_build(blog, elsewhere).returncode == 0
    assert "data-disclaimer" in blog.page("posts/questions-about-ketamine.html")
