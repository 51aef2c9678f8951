"""Redis as the broker, with every message checked before Celery's consumer sees it, and every loss noticed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kombu.asynchronous import get_event_loop
from kombu.transport import redis

from worker.envelope import proper, refusal


class Channel(redis.Channel):
    def _brpop_read(self, **options: object) -> object:
        try:
            return super()._brpop_read(**options)  # type: ignore[no-untyped-call]
        except (ValueError, RecursionError) as fault:
            content = getattr(fault, "doc", None) or getattr(fault, "object", "")
            readable = content if isinstance(content, str) else repr(content)
            self.connection._deliver(refusal(readable, f"It is not JSON: {fault}."), self.active_queues[0])
            return True

    def basic_ack(self, *args: object, **options: object) -> None:
        with self._noticed():
            super().basic_ack(*args, **options)  # type: ignore[no-untyped-call]

    def basic_reject(self, *args: object, **options: object) -> None:
        with self._noticed():
            super().basic_reject(*args, **options)  # type: ignore[no-untyped-call]

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        """Has the consumer connect anew when the broker cannot be told what became of a message.

        Celery logs that and goes on. The message counts as being in hand for ever; once as many do as may be
        prefetched, the consumer listens no more, and so never hears that its connection is gone.
        """
        try:
            yield
        except self.connection_errors as fault:
            if hub := get_event_loop():
                hub.call_soon(_raise, fault)  # type: ignore[no-untyped-call]
            raise


def _raise(fault: Exception) -> None:
    raise fault


class Transport(redis.Transport):
    Channel = Channel

    def _deliver(self, message: object, queue: str) -> None:
        super()._deliver(proper(message), queue)  # type: ignore[no-untyped-call]
