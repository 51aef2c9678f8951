"""What pool processes share with the process that they are forked from."""

from __future__ import annotations

from celery import signals

from timeline.store import open_store
from worker.app import chosen


def _load(**_: object) -> None:
    """The store's libraries are loaded before, not in the time limit of each process's first article."""
    open_store(chosen.database_url).close()


signals.worker_init.connect(_load)
