"""Dateline's own page of a made-up topic, from a server as it is shipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.chronicles import filled
from measure.kept import made_once, move
from measure.places import BENCH, PROJECT, Document
from measure.plant import plant
from timeline.model import Timeline, Topic
from timeline.store import open_store
from timeline.wire import earliest, latest

TOPIC = Topic("valley", "The valley")


@dataclass(frozen=True, slots=True)
class Served:
    """``events`` are those of the page as the libraries take them."""

    address: str
    events: list[Document]
    store: Path

    def changed(self) -> None:
        """What was answered before is answered anew."""
        move(self.store, TOPIC.slug)


@contextmanager
def served(number: int) -> Iterator[Served]:
    """As long as the block lasts."""
    kept = made_once(f"valley-{number}", lambda file: filled(f"sqlite:///{file}", number, TOPIC))
    with TemporaryDirectory(prefix="page-", dir=BENCH) as folder:
        store = Path(shutil.copyfile(kept, Path(folder) / "dateline.db"))
        with plant(store) as here:
            here.api()
            address = f"http://127.0.0.1:{here.port}/timelines/{TOPIC.slug}"
            yield Served(address, list(_events(here.database_url, number)), store)


def _events(url: str, number: int) -> Iterator[Document]:
    store = open_store(url)
    told = store.timeline(TOPIC.slug, limit=number)
    store.close()
    for event in told.events if isinstance(told, Timeline) else ():
        ends = earliest(event.when), latest(event.when)
        yield {"id": event.id, "headline": event.headline, "status": event.status.value} | dict(
            zip(("earliest", "latest"), ends, strict=True)
        )


def assets() -> list[Path]:
    """Scripts and styles of the page; a few of them belong to other pages."""
    static = PROJECT / "api" / "static"
    return [file for file in static.rglob("*") if file.suffix in (".js", ".css")]
