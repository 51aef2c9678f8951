"""The seed articles as the program reads them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from timeline.model import Article, Event
from timeline.pipeline import events
from timeline.reading import read
from timeline.submission import submission

ZONE = ZoneInfo("Europe/London")
LATER = datetime(2026, 1, 1, tzinfo=UTC)
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
KINDS = {".txt": "text", ".html": "html"}


def folders() -> list[Path]:
    """One a topic; the name is the topic's slug."""
    return sorted(path for path in SEEDS.iterdir() if path.is_dir())


def files(folder: Path = SEEDS) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in {*KINDS, ".json"})


def name(file: Path) -> str:
    return file.relative_to(SEEDS).as_posix()


def document(file: Path) -> dict[str, object]:
    """The JSON article that the file stands for; what is scraped has its folder's topic."""
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        loaded: dict[str, object] = json.loads(content)
        return loaded
    return {KINDS[file.suffix]: content, "topics": [file.parent.name]}


@cache
def article(file: Path) -> Article:
    return read(submission(document(file)), zone=ZONE, now=LATER)


@cache
def article_events(file: Path) -> tuple[Event, ...]:
    return events(article(file))
