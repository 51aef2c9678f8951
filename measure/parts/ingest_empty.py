"""The worker with tasks that do nothing: what the queue costs by itself, with the same messages and settings."""

from __future__ import annotations

import worker.tasks  # noqa: F401  # registers them
from worker.app import TASK, TASK_MANY, TOGETHER, celery


def nothing(*_: object, **__: object) -> None:
    pass


for name in (TASK, TASK_MANY, TOGETHER):
    celery.tasks[name].run = nothing
