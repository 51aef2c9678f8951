"""What pool processes share with the process that they are forked from."""

from __future__ import annotations

import gc

from celery import signals

from timeline.store import open_store
from worker.app import chosen


def _load(**_: object) -> None:
    """The store's libraries are loaded before, not in the time limit of each process's first article."""
    open_store(chosen.database_url).close()


def _share(**_: object) -> None:
    """What is there by now stays, but for garbage: to look for that would write to it, and each process copy it."""
    gc.collect()
    gc.freeze()


signals.worker_init.connect(_load)
signals.worker_before_create_process.connect(_share)
