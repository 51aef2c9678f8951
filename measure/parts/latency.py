"""From handing in an article to its events in the timeline, on an idle installation and while thousands come in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from statistics import median
from threading import Thread

from measure.articles import articles
from measure.figures import Part
from measure.places import Document, Unmeasured
from measure.plant import Plant, plant
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table, number

_IDLE, _WARMING, _BUSY, _BULK = 200, 20, 10, 2_000
_MEDIAN, _LAST, _AMID = 0.060, 0.200, 2.0
"""Seconds wanted: the median, the 99th percentile, and the longest amid a bulk import."""
_LONGEST = 30.0
_PAUSE = 0.002


@dataclass
class Client:
    """One connection that stays open; ``topics`` are counted, so that each article makes one of its own."""

    port: int
    topics: int = 0

    def __post_init__(self) -> None:
        self.wire = HTTPConnection("127.0.0.1", self.port, timeout=_LONGEST)

    def call(self, method: str, path: str, body: bytes | None = None, kind: str = "application/json") -> Document:
        self.wire.request(method, path, body, {"Content-Type": kind} if body else {})
        answer = self.wire.getresponse()
        told = json.loads(answer.read())
        if answer.status not in (200, 202, 404):
            raise Unmeasured(f"{method} {path} was answered with {answer.status}: {told}")
        return {"status": answer.status, "told": told}

    def seconds(self, article: Document) -> float:
        """Until a timeline that did not exist has an event."""
        self.topics += 1
        slug = f"lone-{self.topics}"
        began = time.perf_counter()
        self.call("POST", "/api/v1/articles", json.dumps(article | {"topics": [slug]}).encode())
        while not self._told(slug):
            if time.perf_counter() - began > _LONGEST:
                raise Unmeasured(f"an article was not in its timeline within {_LONGEST:g} s")
            time.sleep(_PAUSE)
        return time.perf_counter() - began

    def _told(self, slug: str) -> bool:
        found = self.call("GET", f"/api/v1/timelines/{slug}?limit=1")
        return bool(found["status"] == 200 and found["told"]["count"])


def measured() -> Part:
    with plant() as here:
        here.worker()
        here.api()
        made = articles(seed=23)
        client = Client(here.port)
        for article in islice(made, _WARMING):
            client.seconds(article)
        idle = [client.seconds(article) for article in islice(made, _IDLE)]
        busy = list(_amid(here, client, made))
    return Part("latency", table(idle, busy), {"idle": idle, "busy": busy}, ratios(idle, busy))


def _amid(plant: Plant, client: Client, made: Iterator[Document]) -> Iterator[float]:
    """What single articles take while a bulk import is read."""
    bulk = Thread(target=_import, args=(plant.port, list(islice(articles(seed=29), _BULK))))
    bulk.start()
    time.sleep(1)
    for article in islice(made, _BUSY):
        yield client.seconds(article)
    bulk.join()


def _import(port: int, given: list[Document]) -> None:
    body = "\n".join(json.dumps(article | {"topics": [f"bulk {n % 50}"]}) for n, article in enumerate(given))
    wire = HTTPConnection("127.0.0.1", port, timeout=300)
    wire.request("POST", "/api/v1/articles", body.encode(), {"Content-Type": "application/x-ndjson"})
    answer = wire.getresponse()
    answer.read()
    if answer.status != 202:
        raise Unmeasured(f"the bulk import was answered with {answer.status}")


def last(values: list[float]) -> float:
    """The 99th percentile."""
    return sorted(values)[max(0, round(0.99 * len(values)) - 1)]


def ratios(idle: list[float], busy: list[float]) -> tuple[Ratio, ...]:
    found = (
        ("idle, median", Spread.of(idle), _MEDIAN),
        ("idle, 99th percentile", Spread(last(idle), min(idle), max(idle)), _LAST),
        ("amid a bulk import, longest", Spread(max(busy), min(busy), max(busy)), _AMID),
    )
    return tuple(
        Ratio("latency", name, f"{1000 * wanted:.0f} ms", seconds.to(wanted), 1.0, below=True)
        for name, seconds, wanted in found
    )


def table(idle: list[float], busy: list[float]) -> Table:
    rows = [
        (name, *(number(1000 * value, 0) for value in (median(values), last(values), min(values), max(values))))
        for name, values in ((f"idle, {len(idle)} articles", idle), (f"amid {_BULK:,} others, {len(busy)}", busy))
    ]
    title = "Latency: milliseconds from handing in an article to its events in the timeline"
    return Table(title, ("installation", "median", "99th percentile", "least", "most"), rows)
