"""The documents name what there is: all of it, and nothing else."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from click import Context
from documents import ROOT, document, links, table

README = "README.md"
DOCUMENTS = (
    README,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "docs/operations.md",
    "docs/formats.md",
    "docs/live.md",
    "docs/history.md",
)
CODE = [file for room in ("timeline", "worker", "api", "cli") for file in sorted((ROOT / room).rglob("*.py"))]


def test_commands() -> None:
    """The README's table has the commands of `dateline`."""
    from cli.main import main

    named = re.findall(r"`dateline (\w+)", " ".join(row[0] for row in table(README, "Commands")))
    assert sorted(named) == main.list_commands(Context(main))


def test_requests() -> None:
    """The README's table has the requests that the API answers."""
    from api import create_app

    named = re.findall(r"(?:GET|POST|PUT|PATCH|DELETE) /[^`]*", " ".join(row[0] for row in table(README, "Requests")))
    answered = {
        f"{method} {rule.rule}"
        for rule in create_app().url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert {_nameless(request) for request in named} == {_nameless(request) for request in answered}


def test_settings() -> None:
    """The README's table has the environment variables that the code reads."""
    code = "".join(file.read_text(encoding="utf-8") for file in CODE)
    read = re.findall(r'"(DATELINE_[A-Z_]+|REDIS_URL|DATABASE_URL)"', code)
    assert {row[0].strip("`") for row in table(README, "Settings")} == set(read)


def test_defaults_of_settings() -> None:
    """The defaults are those of a program without any variable set."""
    import api.settings
    import worker.settings

    values = {**asdict(worker.settings.settings({})), **asdict(api.settings.api_settings({}))}
    known = {str(value) for value in values.values()} | {"http://127.0.0.1:8000"}
    shown = [re.findall(r"`([^`]+)`", row[1]) for row in table(README, "Settings")]
    assert [default for default in shown if default and default[0] not in known] == []


def test_tests_of_defences() -> None:
    """Every defence of SECURITY.md names a test that there is."""
    tests = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    named = [row[2].strip("`") for row in table("SECURITY.md", "What is defended, how, and the test")]
    assert len(named) > 10
    assert [name for name in named if f"def {name}(" not in tests] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links(name: str) -> None:
    """What a document links to inside the project is there."""
    assert [target for target in links(name) if not ((ROOT / name).parent / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_line_length(name: str) -> None:
    """Lines of prose fit an editor; tables are as wide as they are."""
    long = [line for line in document(name).splitlines() if len(line) > 125 and not line.startswith("|")]
    assert long == []


def _nameless(request: str) -> str:
    return re.sub(r"<[^>]*>|\{[^}]*\}", "{}", request)
