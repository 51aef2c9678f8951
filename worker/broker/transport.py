"""Redis as the broker, with messages taken as `worker.broker.channel` does."""

from __future__ import annotations

from time import monotonic

from kombu.transport import redis
from kombu.transport.redis import MultiChannelPoller

from worker.broker.channel import Channel as OurChannel

PATIENCE = 1.0
"""Seconds after which lanes that were empty are looked at again, whatever the broker tells."""


class Poller(MultiChannelPoller):
    def on_readable(self, fileno: int) -> None:
        """Hears what is said of a lane while no message may be taken; kombu takes it for a lost connection."""
        channel, kind = self._fd_to_chan.get(fileno, (None, None))
        if kind == "BRPOP" and not channel._in_poll:
            channel._brpop_read()
        else:
            super().on_readable(fileno)  # type: ignore[no-untyped-call]

    def on_poll_start(self) -> None:
        for channel in self._channels:
            if channel.qos.done or (channel.waiting and monotonic() - channel._brpop_sent_at > PATIENCE):
                channel.look_again()
        super().on_poll_start()  # type: ignore[no-untyped-call]
        for channel in self._channels:
            if not channel._in_poll:
                channel.qos.tell()


class Transport(redis.Transport):
    Channel = OurChannel

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[no-untyped-call]
        self.cycle = Poller()  # type: ignore[no-untyped-call,assignment]
