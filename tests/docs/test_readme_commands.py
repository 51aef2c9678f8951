"""What the README says to type works, and gives what it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from documents import ROOT, blocks, commands
from processes import until
from served import Dateline

pytestmark = pytest.mark.system

README = "README.md"
ADDRESS = "http://127.0.0.1:8000"
MAKE = [command for command in commands(README) + commands("CONTRIBUTING.md") if command.startswith("make ")]
TYPED = [command for command in commands(README) if not command.startswith("make ")]


@pytest.mark.parametrize("command", sorted(set(MAKE)))
def test_make_target(command: str) -> None:
    """Every make command of the documents has its target."""
    dry = subprocess.run([*command.split(), "-n"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert dry.returncode == 0, dry.stderr


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl on this machine")
@pytest.mark.parametrize("command", TYPED)
def test_command(command: str, dateline: Dateline) -> None:
    """Each command succeeds, in the README's order, and what it hands in is read."""
    said = dateline.run("bash", "-euc", command.replace(ADDRESS, dateline.url))
    for status_url in re.findall(r'"status_url":\s*"([^"]+)"', said):
        assert _outcome(dateline, status_url)["state"] == "done"


def test_example_of_an_event(dateline: Dateline) -> None:
    """The README's JSON is an event of the timeline that it fetches."""
    (block,) = blocks(README, "json")
    example = json.loads(block.replace(ADDRESS, dateline.url))
    timeline = until(lambda: dateline.get("/api/v1/timelines/night-ferries"))
    (event,) = (event for event in timeline["events"] if event["headline"] == example["headline"])
    assert event == example


def test_example_of_an_explanation(dateline: Dateline) -> None:
    """The README shows what `dateline explain` prints."""
    (command,) = (command for command in TYPED if command.startswith("dateline explain"))
    (shown,) = (block for block in blocks(README, "") if block.startswith("Tuesday\n"))
    assert dateline.run("bash", "-euc", command) == shown


def test_celery_client(dateline: Dateline) -> None:
    """An article that any Celery client puts on the queue gets its timeline."""
    (client,) = blocks(README, "python")
    dateline.run(sys.executable, "-c", client)
    until(lambda: _count(dateline, "ferries"))


def test_seeds_are_there(dateline: Dateline) -> None:
    """After `dateline up --seeds` every topic has the articles of its folder."""
    kinds = (".json", ".txt", ".html")
    articles = [file for file in (ROOT / "seeds").rglob("*") if file.suffix in kinds]
    until(lambda: Counter(file.parent.name for file in articles) <= _articles(dateline))


def _articles(dateline: Dateline) -> Counter[str]:
    """The number of articles by topic."""
    listed = dateline.get("/api/v1/topics") or {"topics": []}
    return Counter({topic["slug"]: topic["articles"] for topic in listed["topics"]})


def _count(dateline: Dateline, slug: str) -> int:
    timeline = dateline.get(f"/api/v1/timelines/{slug}")
    return int(timeline["count"]) if timeline else 0


def _outcome(dateline: Dateline, status_url: str) -> dict[str, Any]:
    """The article as soon as it is read, or known to be unreadable."""

    def finished() -> dict[str, Any] | None:
        article = dateline.get(status_url)
        return article if article and article["state"] in ("done", "failed") else None

    return until(finished)
