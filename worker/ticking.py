"""What the worker's main process does from time to time, by the timer of its own loop."""

from __future__ import annotations

from abc import abstractmethod

from celery import Celery, bootsteps

from worker.app import chosen
from worker.settings import Settings


class Ticking(bootsteps.StartStopStep):  # type: ignore[misc]
    """A step of the worker that ticks from its start to its stop. A tick holds up everything else there."""

    requires = ("celery.worker.components:Timer",)
    seconds: int | None = None
    """From one tick to the next, where that does not hang on the time that an article may take."""

    @abstractmethod
    def tick(self, app: Celery) -> None: ...

    def start(self, parent: bootsteps.StartStopStep) -> None:
        self.ticking = parent.timer.call_repeatedly(self.seconds or interval(chosen), self.tick, (parent.app,))

    def stop(self, parent: bootsteps.StartStopStep) -> None:
        self.ticking.cancel()


def interval(settings: Settings) -> int:
    """Seconds from one tick to the next."""
    return max(1, min(30, settings.time_limit // 2))
