"""The lanes of the one queue: Redis keeps a list for each priority, and the first is read until it is empty.

So an article sent by itself passes thousands that came in bulk, whatever process is free next.
"""

from __future__ import annotations

from kombu.transport.redis import Channel

from worker.app import QUEUE

SINGLE = 0
"""The lane of what somebody sends by itself, and of every client that names none."""
PIECE = 6
"""Articles of a batch that could not be read together."""
BULK = 9

BATCH = 25
"""The most articles of a message: about a third of a second's work, which is what a single one has to wait for."""
BATCH_BYTES = 100_000
"""Of their JSON, beyond which a batch takes no further article."""


def lanes(channel: Channel) -> list[str]:
    """The names of the lists, the first to be read first."""
    return [str(channel._q_for_pri(QUEUE, priority)) for priority in channel.priority_steps]  # type: ignore[no-untyped-call]


def lengths(channel: Channel) -> list[int]:
    """How many messages wait in each lane."""
    with channel.client.pipeline(transaction=False) as commands:
        for lane in lanes(channel):
            commands.llen(lane)
        return [int(length) for length in commands.execute()]
