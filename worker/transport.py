"""Redis as the broker, with every message checked before Celery's consumer sees it."""

from __future__ import annotations

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


class Transport(redis.Transport):
    Channel = Channel

    def _deliver(self, message: object, queue: str) -> None:
        super()._deliver(proper(message), queue)  # type: ignore[no-untyped-call]
