"""Calls for what polls feeds where that runs only while it is needed: `dateline up` starts it then."""

from __future__ import annotations

import logging
import os
import signal
from contextlib import closing
from datetime import UTC, datetime

from celery import Celery

from timeline.store import Unavailable, open_store
from worker.app import celery, chosen
from worker.ticking import Ticking

log = logging.getLogger(__name__)


class Call(Ticking):
    """Looks as often as what polls does. Only the process that started this worker is called."""

    seconds = 5

    def include_if(self, parent: object) -> bool:
        return chosen.feeds_call == os.getppid()

    def tick(self, app: Celery) -> None:
        try:
            with closing(open_store(chosen.database_url)) as store:
                due = store.feeds.due(datetime.now(UTC))
        except Unavailable as fault:
            log.warning("Looking for feeds that are due has to wait: %s", fault)
            return
        if due:
            os.kill(chosen.feeds_call, signal.SIGUSR1)


celery.steps["worker"].add(Call)
