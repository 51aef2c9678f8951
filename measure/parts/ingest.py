"""Articles through broker, worker and store, beside what their parts cost when each is measured alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from statistics import median

from redis import Redis

from measure.articles import articles
from measure.children import child, module
from measure.figures import Part
from measure.places import Document
from measure.plant import WORKERS, Plant, plant, until
from measure.queue import Queue
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table
from worker.broker.lanes import BATCH

ROUNDS = 5
EMPTY, PLAIN = "measure.parts.ingest_empty", "measure.parts.ingest_plain"
_EMPTY, _SINGLE, _BULK, _ALONE = 1_800, 800, 1_500, 150
_FROM, _TO = 0.2, 0.95
"""The part of a run that is timed: the worker is warm by then, and not yet idle."""
_LONGEST = 60.0
_LOOK = 0.05
"""Seconds from one look at the queue to the next. What is there then is counted, so more would tell no more and
keep the broker busy."""


@dataclass(slots=True)
class Rounds:
    """Articles a second, a number for each round; ``plain`` are tasks that do nothing in a queue of Celery's own parts,
    ``empty`` such messages in ours, which makes one task of several that wait, ``costs`` CPU seconds of one of these,
    all programs together; ``alone`` what the parts took without a queue.
    """

    plain: list[float] = field(default_factory=list)
    empty: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)
    single: list[float] = field(default_factory=list)
    bulk: list[float] = field(default_factory=list)
    alone: list[Document] = field(default_factory=list)

    def limits(self) -> list[float]:
        """Articles a second that the cores would do if the parts cost what they cost alone."""
        costs = zip(self.costs, self.alone, strict=True)
        return [WORKERS / (cost + alone["whole"]["cpu"] / _ALONE) for cost, alone in costs]

    def bare(self) -> list[float]:
        """Articles a second that as many loops as there are worker processes would do."""
        return [WORKERS * _ALONE / alone["many"]["wall"] for alone in self.alone]


def measured() -> Part:
    found = Rounds()
    for _ in range(ROUNDS):
        found.plain.append(_drained(PLAIN, _EMPTY, single=True)[0])
        rate, cost = _drained(EMPTY, _EMPTY, single=True)
        found.empty.append(rate)
        found.costs.append(cost)
        found.single.append(_drained("worker.app", _SINGLE, single=True)[0])
        found.alone.append(_alone())  # between the two that it is compared with: a machine has its moods
        found.bulk.append(_drained("worker.app", _BULK, single=False)[0])
    compared = (
        ("one a message", found.single, "what its parts allow", found.limits(), 0.8),
        ("one a message", found.single, "tasks that do nothing in Celery's queue", found.plain, 0.35),
        ("in batches", found.bulk, "loops without a queue", found.bare(), 0.7),
    )
    ratios = tuple(
        Ratio("ingest", name, to, Spread.over(values, limits), wanted) for name, values, to, limits, wanted in compared
    )
    return Part("ingest", table(found), asdict(found), ratios)


def _drained(app: str, count: int, *, single: bool) -> tuple[float, float]:
    """Articles a second while a worker empties the queue, and CPU seconds of each."""
    with plant() as here:
        waiting = _filled(here, count, single=single)
        here.worker(app)
        marks = []
        for part in (_FROM, _TO):
            until(partial(_down_to, waiting, count * (1 - part)), _LONGEST, "The end of the queue", _LOOK)
            marks.append((count - waiting(), time.perf_counter(), here.cpu()))
    (first, began, before), (last, ended, after) = marks
    return (last - first) / (ended - began), (after - before) / (last - first)


def _down_to(waiting: Callable[[], int], count: float) -> bool:
    return waiting() <= count


def _filled(plant: Plant, count: int, *, single: bool) -> Callable[[], int]:
    """Puts articles on the queue; how many of them are there, those in the worker's hands included."""
    queue, made = Queue.of(plant), list(islice(articles(), count))
    with _unsynced(queue.channel.client):
        (queue.put if single else queue.put_together)(made)
    return lambda: (1 if single else BATCH) * queue.messages()


@contextmanager
def _unsynced(broker: Redis) -> Iterator[None]:
    """Nobody times how the queue is filled."""
    shipped = str(broker.config_get("appendfsync")["appendfsync"])
    broker.config_set("appendfsync", "no")
    yield
    broker.config_set("appendfsync", shipped)


def _alone() -> Document:
    with plant() as here, child(module("measure.parts.ingest_child", here.database_url), _LONGEST) as running:
        running.answer(str(_ALONE // 4))
        return running.answer(str(_ALONE))


def table(found: Rounds) -> Table:
    rates = {
        "tasks that do nothing, in Celery's queue": found.plain,
        "messages of which nothing is done, in Dateline's": found.empty,
        "one article a message": found.single,
        "articles in batches": found.bulk,
        "one article a message, what its parts allow": found.limits(),
        "articles in batches, loops without a queue": found.bare(),
    }
    rows = [(name, *Spread.of(values).cells(0)) for name, values in rates.items()]
    alone = {
        part: 1000 * median(each[part]["cpu"] for each in found.alone) / _ALONE for part in ("read", "whole", "many")
    }
    note = (
        f"CPU of an article: queue {1000 * median(found.costs):.2f} ms, reading {alone['read']:.2f} ms, writing "
        f"{alone['whole'] - alone['read']:.2f} ms by itself and {alone['many'] - alone['read']:.2f} ms in a batch."
    )
    title = f"Ingest: articles of 3 KB a second, SQLite, {WORKERS} worker processes, medians of {ROUNDS} rounds in turn"
    return Table(title, ("through the queue", "a second", "lowest", "highest"), rows, [note])
