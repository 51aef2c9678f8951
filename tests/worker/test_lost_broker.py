"""A consumer whose broker is gone: it hears of that, whatever it was about to tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from consumers import Consumer, consuming, message
from kombu.asynchronous import Hub, get_event_loop, set_event_loop
from processes import Valkey, running, until

from worker.app import QUEUE


@pytest.fixture
def hub() -> Iterator[Hub]:
    before, hub = get_event_loop(), Hub()
    set_event_loop(hub)
    yield hub
    set_event_loop(before)


@pytest.fixture
def bereft(tmp_path: Path) -> Iterator[Consumer]:
    """It holds a message of a broker that is gone."""
    with running(Valkey(tmp_path / "broker")) as broker, consuming(broker.url) as consumer:
        broker.client.lpush(QUEUE, message(1))
        until(lambda: consumer.has(1))
        until(consumer.waits)
        broker.kill()
        yield consumer


def test_that_a_message_cannot_be_given_back_ends_the_connection_in_the_next_turn(hub: Hub, bereft: Consumer) -> None:
    """Celery logs it and goes on: the message would count as being in hand for ever."""
    lost = bereft.connection.connection_errors
    with pytest.raises(lost):
        bereft.given[0].requeue()
    with pytest.raises(lost):
        hub.run_once()


def test_that_it_cannot_be_told_what_is_done_with_ends_the_connection_in_the_next_turn(bereft: Consumer) -> None:
    bereft.given[0].ack()
    with pytest.raises(bereft.connection.connection_errors):
        bereft.connection.drain_events(timeout=1)
