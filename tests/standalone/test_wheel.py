"""The wheel: Pelican finds the plugin by its short name, with the house rules that it needs."""

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.standalone.test_plugin import MARKDOWN, SETTINGS, Other

SOURCES = ("wellspring", "editorial", "namespace", "pyproject.toml", "README.md")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds Pelican and the unpacked wheel, as an environment would."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    for name in SOURCES:
        path = ROOT / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, source / name)
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--no-build-isolation", "-w", "w"],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.copytree(Path(str(files("pelican"))), target / "pelican")
    (wheel,) = (source / "w").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_pelican_finds_the_plugin_by_its_short_name(installed: Path, tmp_path: Path) -> None:
    site = Other(tmp_path)
    site.write("content/ketamine.md", MARKDOWN)
    settings = SETTINGS.format(root="", theme="simple").replace("sys.path.insert(0, '')\n", "")
    site.write("pelicanconf.py", settings.replace("wellspring.standalone", "medical_disclaimer"))
    done = subprocess.run(
        [sys.executable, "-m", "pelican"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = site.page("questions-about-ketamine.html")
    assert page.css_first("[data-disclaimer=crisis] a[href='tel:988']") is not None


def test_every_house_rule_is_in_the_wheel(installed: Path) -> None:
    rules = {
        path.relative_to(ROOT / "editorial").as_posix()
        for path in (ROOT / "editorial").rglob("*.toml")
        if path.parent.name != "reviews"
    }
    packed = installed / "wellspring" / "editorial"
    assert rules == {path.relative_to(packed).as_posix() for path in packed.rglob("*.toml")}
