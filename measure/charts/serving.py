"""Dateline's own page of a made-up topic, served by a real server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from werkzeug.serving import make_server

from api import create_app
from api.settings import ApiSettings
from measure.chronicles import filled
from measure.places import PROJECT, Document
from timeline.model import Timeline, Topic
from timeline.store import open_store
from timeline.wire import earliest, latest
from worker.settings import Settings

TOPIC = Topic("valley", "The valley")


@contextmanager
def served(number: int) -> Iterator[tuple[str, list[Document]]]:
    """The address of the page as long as the block lasts, and its events as the libraries take them."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dateline.db"
        filled(url, number, TOPIC)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        app = create_app(ApiSettings(worker=Settings(database_url=url), read_rate=0))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/timelines/{TOPIC.slug}", list(_events(url, number))
        server.shutdown()


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
