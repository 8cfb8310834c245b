"""A fresh clone for the launcher's tests, small enough to be set up without a network.

A stand-in for Invoke is made here as a wheel, and pip's own settings lead to it, as an
author's would lead to a mirror.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

LAUNCHER = Path(__file__).parent.parent / "blog.py"
STAND_IN = """\
import os, sys
if __name__ == "__main__":
    print(os.getcwd(), sys.argv[1:], sep="\\n")
    sys.exit(3 if "fail" in sys.argv else 0)
"""
BUILDING = '''\
from invoke import Context, task

@task
def build(_context: Context) -> None:
    """Build the blog.

    More about it.
    """
'''
TASKS = '''\
from invoke import Context, task

@task(aliases=["x"])
def gh_pages(_context: Context) -> None:
    """Publish."""

def helper() -> None:
    """Not a task."""
'''


def make_wheel(folder: Path, name: str) -> str:
    """Make a wheel of one module; return the line of a lock that asks for it."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    about = f"{name}-1.0.dist-info"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr(f"{name}.py", STAND_IN)
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


@dataclass(frozen=True)
class Clone:
    """A fresh clone of the blog, in a folder with a space in its name."""

    root: Path
    wheels: Path

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "blog.py"), *arguments]

    def environment(self, **more: str) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri()}
        return own | pip | {"PIP_CONFIG_FILE": os.devnull} | more

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            check=False,
            cwd=self.root.parent,
            env=self.environment(**more),
        )

    def module(self) -> ModuleType:
        """Import this clone's launcher."""
        spec = spec_from_file_location("blog", self.root / "blog.py")
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(),
        )


def make_clone(root: Path) -> Clone:
    wheels = root / "wheels"
    blog = root / "my blog"
    wheels.mkdir()
    blog.mkdir()
    shutil.copy(LAUNCHER, blog)
    (blog / "tasks.py").write_text(TASKS)
    (blog / "wellspring" / "tasks").mkdir(parents=True)
    for group in ("building", "publishing", "writing", "checking"):
        text = BUILDING if group == "building" else ""
        (blog / "wellspring" / "tasks" / f"{group}.py").write_text(text)
    invoke = make_wheel(wheels, "invoke")
    (blog / "requirements.lock").write_text(invoke)
    reader = make_wheel(wheels, "reader")
    (blog / "requirements-import.lock").write_text(invoke + reader)
    (blog / "requirements-test.lock").write_text(invoke + reader + make_wheel(wheels, "checker"))
    return Clone(blog, wheels)


def said(root: Path, *arguments: str) -> str:
    """Return what the stand-in for Invoke prints."""
    return f"{root}\n{list(arguments)}\n"
