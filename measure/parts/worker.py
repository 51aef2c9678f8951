"""Memory of a Celery worker and its processes while article after article goes through it, none of them twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from measure.articles import articles
from measure.figures import Part
from measure.places import Document
from measure.plant import Plant, plant, until
from measure.queue import Queue
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table, number
from measure.weighing import resident
from worker.broker.lanes import BATCH

MARKS = (1_000, 1_500, 2_000, 3_000, 4_000)
LONG_MARKS = (1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000)
"""In batches a process is not replaced before it has read 50,000 articles (`worker_max_tasks_per_child`)."""
_FLAT = 1.3
_TOGETHER = 200
"""Articles of one topic: how a topic grows is measured elsewhere."""
_LONGEST = 600.0


def measured() -> Part:
    return _measured("worker", MARKS)


def measured_long() -> Part:
    """Some ten minutes."""
    return _measured("worker-50000", LONG_MARKS)


def _measured(name: str, marks: tuple[int, ...]) -> Part:
    with plant() as here:
        rows = list(_weighed(here, marks))
    first, *later = (row["resident"] for row in rows)
    grown = Spread(later[-1] / first, min(later) / first, max(later) / first)
    ratio = Ratio(name, f"memory, {marks[-1]:,} articles read", f"that after {marks[0]:,}", grown, _FLAT, below=True)
    return Part(name, table(rows), {"resident": rows}, (ratio,))


def _weighed(here: Plant, marks: tuple[int, ...]) -> Iterator[Document]:
    queue, worker, made, done = Queue.of(here), here.worker(), _made(), 0
    for mark in marks:
        while done < mark:
            given = list(islice(made, min(mark - done, 100 * BATCH)))
            queue.put_together(given)
            until(lambda: not queue.messages(), _LONGEST, "The end of the queue", every=0.1)
            done += len(given)
        yield {"articles": done, "resident": resident(worker.pid)}


def _made() -> Iterator[Document]:
    for number_, article in zip(count(), articles(seed=53)):
        yield article | {"topics": [f"Matter {number_ // _TOGETHER}"]}


def table(rows: list[Document]) -> Table:
    """``rows`` have ``articles`` and ``resident`` in bytes."""
    shown = [
        (f"{row['articles']:,}", number(row["resident"] / 2**20), f"{row['resident'] / rows[0]['resident']:.3f} ×")
        for row in rows
    ]
    title = "Worker: memory of a worker and its two processes, articles of 3 KB in batches (shared pages once)"
    return Table(title, ("articles read", "MiB", f"of that at {rows[0]['articles']:,}"), shown)
