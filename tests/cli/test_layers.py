"""The import contract of pyproject.toml holds, and would notice."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def verdict(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; sys.path.insert(0, '.'); import importlinter.cli as c; c.lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in ("cli", "api", "worker", "timeline"):
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_layers_hold() -> None:
    result = verdict(PROJECT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("timeline/wire.py", "import flask", "The domain knows none of its entrances BROKEN"),
        ("timeline/store/__init__.py", "import celery", "The domain knows none of its entrances BROKEN"),
        (
            "timeline/wire.py",
            "from pathlib import Path",
            "In the domain only the store does input and output BROKEN",
        ),
        (
            "timeline/wire.py",
            "import sqlalchemy.sql",
            "In the domain only the store does input and output BROKEN",
        ),
        ("timeline/wire.py", "import worker.settings", "Imports point one way BROKEN"),
        ("worker/settings.py", "import api", "Imports point one way BROKEN"),
        ("api/__init__.py", "def late() -> None:\n    import cli.main", "Imports point one way BROKEN"),
        ("api/__init__.py", "import sqlite3", "SQL is written in the store alone BROKEN"),
    ],
)
def test_an_import_the_wrong_way_is_noticed(copy: Path, file: str, line: str, broken: str) -> None:
    with (copy / file).open("a") as source:
        source.write(f"\n{line}\n")
    result = verdict(copy)
    assert result.returncode != 0
    assert broken in result.stdout


def test_reading_articles_loads_neither_flask_nor_celery_nor_sql() -> None:
    code = (
        "import sys, timeline.pipeline, timeline.reading, timeline.submission;"
        "print([name for name in ('flask', 'celery', 'redis', 'sqlalchemy') if name in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output == "[]\n"
