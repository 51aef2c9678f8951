"""Pool processes that have the next short task in hand while they are at one.

Celery's own pool hands one out when the last has ended: the result has to be noticed, the broker told, and the next
article carried over meanwhile, and a third of the time a process waits for that.
"""

from __future__ import annotations

from celery.concurrency import prefork
from celery.concurrency.asynpool import AsynPool

_IN_HAND = 2
_SHORT = 60_000
"""Bytes of a task that takes about a tenth of a second: nothing else waits for its process."""


class Busy(set[int]):
    """The pipes of processes that take nothing more; asked of what the pool knows, whatever it is told."""

    def __init__(self, pool: AsynPool) -> None:
        super().__init__()
        self.pool = pool

    def __contains__(self, pipe: object) -> bool:
        held = self._held(pipe)
        return len(held) >= _IN_HAND or any(size > _SHORT for size in held)

    def __len__(self) -> int:
        return sum(pipe in self for pipe in self.pool._all_inqueues)

    def _held(self, pipe: object) -> list[int]:
        """Bytes of each message that was carried over, or is, and has not come to an end."""
        waiting = self.pool.outbound_buffer
        return [
            job._payload[2]
            for job in self.pool._cache.values()
            if (process := job._scheduled_for) and process.inqW_fd == pipe and job not in waiting
        ]


class Pool(AsynPool):  # type: ignore[misc]
    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self._busy_workers = Busy(self)


class TaskPool(prefork.TaskPool):  # type: ignore[misc]
    """``uses_semaphore``: with one, no more messages come to the pool than it has processes."""

    Pool = Pool
    uses_semaphore = False
