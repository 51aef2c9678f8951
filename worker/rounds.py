"""The tasks that go through what is stored, a little at a time: each sends a message for the rest."""

from __future__ import annotations

from contextlib import closing

from celery import Task

from timeline.store import Rereading, open_store
from worker import refiling, rereading
from worker.app import REFILE, REREAD, celery, chosen
from worker.attempts import came_before, store, stored
from worker.broker.lanes import BULK
from worker.observing import herald


def reread(self: Task, number: int, position: int) -> None:
    """Reads some stored articles again and sends a message for those after them.

    After a crash one at a time, so that one which kills its reader stands for itself.
    """
    stored(lambda: _read_on(number, position, crashed=came_before(self)))


def _read_on(number: int, position: int, *, crashed: bool) -> None:
    found = rereading.advanced(store(), number, position, chosen.zone, 1 if crashed else rereading.AT_ONCE)
    if found is None and crashed:  # perhaps between the store's commit and the next message
        found = store().rereadings.find(number)
    _send_on(found)


def _send_on(found: Rereading | None) -> None:
    herald.changed()
    if found is not None and found.ended is None:
        celery.send_task(REREAD, [found.id, found.position], priority=BULK)


def refile() -> None:
    """Files some articles anew, as changed topics ask for, and sends a message for the rest."""
    stored(_refile_on)


def _refile_on() -> None:
    left = refiling.refiled(store())
    herald.changed()
    if left:
        celery.send_task(REFILE, priority=BULK)


def pass_over(number: int, position: int) -> None:
    """Goes on behind the article whose reading killed its process."""
    with closing(open_store(chosen.database_url)) as opened:
        _send_on(rereading.skipped(opened, number, position))


celery.task(refile, name=REFILE)
celery.task(reread, name=REREAD, bind=True)
