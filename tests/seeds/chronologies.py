"""The timelines of the seeds as tab-separated text, one event a line, for people to review."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from seed_articles import article, article_events, files, folders, name

from timeline.model import Event, Topic, When
from timeline.progress import State
from timeline.store import Entry, Store, open_store, upgrade
from timeline.wire import earliest, latest

HEADINGS = (
    "earliest",
    "latest",
    "granularity",
    "approximate",
    "status",
    "timex",
    "expression",
    "headline",
    "article",
    "accounts",
    "life",
)
FIRST_RECEIVED = datetime(2026, 1, 1, tzinfo=UTC)


def stored(url: str) -> Store:
    """A new store at ``url`` holding all seeds."""
    upgrade(url)
    store = open_store(url)
    for folder in folders():
        for file in files(folder):
            store.replace(_entry(file))
    return store


def chronology(store: Store, folder: Path) -> str:
    timeline = store.timeline(folder.name, limit=10_000)
    assert timeline is not None
    names = {article(file).id: file.name for file in files(folder)}
    rows = [HEADINGS, *(_row(event, names) for event in timeline.events)]
    return "".join("\t".join(row) + "\n" for row in rows)


def expected(folder: Path) -> Path:
    return folder / "expected.tsv"


def _entry(file: Path) -> Entry:
    return Entry(
        id=article(file).id,
        state=State.DONE,
        received=FIRST_RECEIVED,
        submission={"file": name(file)},
        topics=(Topic(file.parent.name, file.parent.name),),
        article=article(file),
        events=article_events(file),
    )


def _row(event: Event, names: dict[str, str]) -> tuple[str, ...]:
    return (
        earliest(event.when) or "",
        latest(event.when) or "",
        event.when.granularity.word,
        "approximate" if event.when.approximate else "",
        event.status.value,
        " ".join(filter(None, (event.when.timex.value, event.when.timex.mod))),
        event.when.text,
        " ".join(event.headline.split()),
        ", ".join(names[source.article] for source in event.sources),
        " | ".join(f"{_span(account.when)} {account.status.value}" for account in event.accounts),
        " | ".join(f"{step.stage.value} {_span(step.when)}" for step in event.life if len(event.life) > 1),
    )


def _span(when: When) -> str:
    return "/".join(dict.fromkeys(end or ".." for end in (earliest(when), latest(when))))
