"""Consumers of the queue without a worker: they keep what they are given."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from kombu import Connection
from redis import Redis

from worker.app import QUEUE, TASK, transport

OURS = "worker.broker.transport:Transport"
LANES = [QUEUE, *(f"{QUEUE}\x06\x16{step}" for step in (3, 6, 9))]


def message(number: int) -> str:
    body = base64.b64encode(json.dumps([[{"title": str(number)}], {}, {}]).encode()).decode()
    return json.dumps(
        {
            "body": body,
            "content-type": "application/json",
            "headers": {"task": TASK, "id": str(number)},
            "properties": {
                "body_encoding": "base64",
                "delivery_tag": "t",
                "delivery_info": {"exchange": "", "routing_key": QUEUE},
            },
        }
    )


class Consumer:
    """That of a worker, without the worker: it keeps what it is given."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401
        self.connection, self.channel = connection, connection.default_channel
        self.given: list[Any] = []
        self.channel.basic_consume(QUEUE, False, self.given.append, "1")

    def turn(self) -> None:
        """One of its loop, in which it may hear something."""
        with suppress(TimeoutError):
            self.connection.drain_events(timeout=0.05)

    def has(self, count: int) -> bool:
        self.turn()
        return len(self.given) == count

    def waits(self) -> bool:
        self.turn()
        return bool(self.channel.waiting)


@contextmanager
def consuming(url: str, by: str = OURS, **options: object) -> Iterator[Consumer]:
    with Connection(url, transport=by, transport_options=transport(60, "test") | options) as connection:
        yield Consumer(connection)


def noted(client: Redis) -> int:
    return int(client.hlen("unacked"))  # type: ignore[arg-type]
