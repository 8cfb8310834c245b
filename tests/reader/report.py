"""Measure what readers get, on every page type, and write docs/reader-report.md.

    npm install --prefix tests/reader/kit
    python -m tests.reader.report [RUNS]

Needs Chromium, Node 20, Java and poppler-utils; see kit/README.md. Nothing here is a test that
fails when the machine is slow: the gates are in tests/browser and tests/test_weight.py.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from tests.conftest import ROOT

HERE = Path(__file__).parent
REPORT = ROOT / "docs" / "reader-report.md"
ADDRESS = "https://blog.example/wellspring"
SEED = "posts/ketamine-therapy-benefits-for-mental-health-relief.html"
PAGES = {
    "article, the seed": SEED,
    "article, every part": "posts/every-part-of-a-page.html",
    "home": "index.html",
    "category": "category/sleep.html",
    "tag": "tag/ketamine.html",
    "author": "author/wellspring-editors.html",
    "archive": "archives.html",
    "page": "about.html",
    "get help": "get-help.html",
    "search": "search.html",
    "404": "404.html",
}
BOUND = 750  # ms: the least that the kit's model of a slow network allows a page of one flight
BUILD = "import sys; from wellspring.commands.build import build; from pathlib import Path; "
BUILD += "build(Path('publishconf.py').resolve(), Path('output').resolve())"


def main() -> None:
    """Build, measure, write."""
    runs = sys.argv[1] if len(sys.argv) > 1 else "3"
    with tempfile.TemporaryDirectory() as folder:
        site = build_site(Path(folder) / "blog")
        results = measure(site, Path(folder) / "out", runs)
        REPORT.write_text(report(site, results, runs), encoding="utf-8")
    print(f"Wrote {REPORT.relative_to(ROOT)}.")  # noqa: T201 - a tool for people


def build_site(root: Path) -> Path:
    """Build the blog with one more article, which has every part, for a project's address."""
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".build", "output", "node_modules", ".*_cache"
    )
    shutil.copytree(ROOT, root, ignore=ignored)
    shutil.copy(HERE / "every-part.md", root / "content/posts/every-part-of-a-page.md")
    photo(root / "content/images/measured.jpg")
    environment = os.environ | {"SITEURL": ADDRESS}
    subprocess.run([sys.executable, "-c", BUILD], cwd=root, env=environment, check=True)
    return root / "output"


def photo(file: Path) -> None:
    """Write a picture that packs about as well as a photo does."""
    image = Image.new("RGB", (1600, 1067), "#9bb4cc")
    pen = ImageDraw.Draw(image)
    for number in range(1400):
        x, y = number * 733 % 1600, 400 + number * 389 % 667
        size = 8 + number * 7 % 60
        pen.ellipse(
            (x, y, x + size, y + size // 2), fill=(60 + size, 90 + number % 90, 70 + y // 9)
        )
    image.save(file, quality=90)


def measure(site: Path, out: Path, runs: str) -> dict[str, dict[str, Any]]:
    """Run the kit over all pages; return its results by page."""
    environment = os.environ | {
        "BASE_URL": f"{ADDRESS}/",
        "CPU": "1",
        "RUNS": runs,
        "OUT": str(out),
    }
    command = ["node", str(HERE / "kit" / "measure.mjs"), str(site), *PAGES.values()]
    subprocess.run(command, env=environment, check=True)
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))["results"]
    keep = os.environ.get("SHOTS")
    if keep:
        shutil.copytree(out, keep, dirs_exist_ok=True)
    return {result["page"]: result for result in results}


def report(site: Path, results: dict[str, dict[str, Any]], runs: str) -> str:
    """Return the report as Markdown."""
    rows = [row(name, results[page]) for name, page in PAGES.items()]
    seed = (site / SEED).read_bytes()
    body = seed[seed.index(b'<div class="body prose">') : seed.index(b'<section class="notices">')]
    versions = json.loads((HERE / "kit" / "package.json").read_text("utf-8"))["dependencies"]
    used = ", ".join(f"{name} {version}" for name, version in versions.items())
    parts = (HERE / "report-notes.md").read_text(encoding="utf-8").split("<!-- figures -->")
    figures = [
        f"Measured with {used}; {runs} runs of Lighthouse a page, the median; CPU factor 1.",
        "",
        *HEAD,
        *rows,
        "",
        f"Seed article: {packed(seed)} bytes of gzip as a document; its text alone (with editor's "
        f"notes and notes on drugs) {packed(body)}.",
    ]
    return f"{parts[0]}{chr(10).join(figures)}{parts[1]}"


HEAD = (
    "| page | LH | LCP ms (÷ 750) | CLS | kB, requests | 3rd party | axe light, phone, dark | "
    "HTMLCS | vnu | a line (most) | phone | ring missing | print |",
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
)


def row(name: str, result: dict[str, Any]) -> str:
    """Return one page's row."""
    light, net, checks = result["lh"], result["net"], result["checks"]
    scores = "/".join(str(light[key]) for key in ("perf", "a11y", "bp", "seo"))
    axe = ", ".join(
        "/".join(str(count) for count in counts(checks["axe"][screen]))
        for screen in ("desktop", "mobile", "dark")
    )
    lines = [checks["typo"][screen] for screen in ("desktop", "mobile")]
    across = [f"{line.get('cplMedian') or '–'} ({line.get('cplMax') or '–'})" for line in lines]
    cells = (
        name,
        scores,
        f"{light['lcp']} ({light['lcp'] / BOUND:.2f})",
        light["cls"],
        f"{net['bytes'] / 1000:.1f}, {net['requests']}",
        len(net["third"]),
        axe,
        sum(found["n"] for found in checks["htmlcs"].values()),
        f"{result['vnu']['errors']}/{result['vnu']['warnings']}",
        *across,
        checks["keyboard"]["noFocusRing"],
        checks["printPages"],
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def counts(axe: dict[str, Any]) -> list[int]:
    """Return how many nodes fail at each level."""
    return [
        sum(found["n"] for found in axe["violations"] if found["level"] == level)
        for level in ("A", "AA", "AAA", "best-practice")
    ]


def packed(data: bytes) -> int:
    """Return how many bytes gzip makes of a page, as GitHub Pages does."""
    return len(gzip.compress(data, 6))


if __name__ == "__main__":
    main()
