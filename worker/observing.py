"""What a worker lets be seen of itself: its log, and how long articles took."""

from __future__ import annotations

from datetime import UTC, datetime

from celery import signals
from structlog.contextvars import bind_contextvars, clear_contextvars

from timeline.progress import State
from worker.app import chosen
from worker.heralding import Herald
from worker.logs import configure
from worker.meters import Meters

meters = Meters(chosen.redis_url)
herald = Herald(chosen.redis_url)


def ended(received: datetime, state: State | None) -> None:
    """Tells of an article that came to ``state`` now, and counts it; ``None`` where another delivery was first."""
    if state is not None:
        herald.changed()
        meters.observe("ingest", (datetime.now(UTC) - received).total_seconds(), state.value)


def request_of(task: str) -> str:
    """The request that the task's article came with: the API's task ids begin with it."""
    return task.partition(".")[0]


def _configure(**_: object) -> None:
    configure(chosen.log)


def _bind(task_id: str, kwargs: dict[str, object], **_: object) -> None:
    clear_contextvars()
    bind_contextvars(request=request_of(task_id))
    if known := kwargs.get("id"):
        bind_contextvars(article=known)


def _unbind(**_: object) -> None:
    clear_contextvars()


def _hand_over(**_: object) -> None:
    meters.hand_over()


signals.setup_logging.connect(_configure, weak=False)
signals.task_prerun.connect(_bind, weak=False)
signals.task_postrun.connect(_unbind, weak=False)
signals.worker_process_shutdown.connect(_hand_over, weak=False)
