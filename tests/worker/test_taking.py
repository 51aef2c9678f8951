"""Messages taken from the broker: each is in its lane or noted as taken, and one that comes is heard of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from consumers import LANES, OURS, Consumer, consuming, message, noted
from kombu import Connection
from processes import Valkey, until

from worker.app import QUEUE
from worker.broker.transport import Poller

KILLED = 5
HOARD = """
import sys
from kombu import Connection
with Connection(sys.argv[1], transport="worker.broker.transport:Transport") as connection:
    channel = connection.default_channel
    channel.basic_consume("celery", False, lambda message: print(flush=True), "1")
    while True:
        connection.drain_events()
"""


@pytest.fixture
def patient(broker: Valkey, monkeypatch: pytest.MonkeyPatch) -> Iterator[Consumer]:
    """A consumer that looks at its lanes again only when it hears something."""
    monkeypatch.setattr("worker.broker.transport.PATIENCE", 1e9)
    with consuming(broker.url, health_check_interval=1e9) as consumer:
        yield consumer


def test_who_is_killed_amid_taking_messages_has_lost_none(broker: Valkey) -> None:
    for sent in range(2_000, 2_000 * KILLED + 1, 2_000):
        with broker.client.pipeline() as commands:
            for number in range(2_000):
                commands.lpush(QUEUE, message(number))
            commands.execute()
        with subprocess.Popen([sys.executable, "-c", HOARD, broker.url], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            os.kill(process.pid, signal.SIGKILL)
        left = int(broker.client.llen(QUEUE))  # type: ignore[arg-type]
        assert 0 < left < sent
        assert left + noted(broker.client) == sent


def test_a_message_in_any_lane_is_heard_of_by_who_waits(broker: Valkey, patient: Consumer) -> None:
    for count, lane in enumerate(LANES, 1):
        until(patient.waits)
        broker.client.lpush(lane, message(count))
        until(lambda count=count: patient.has(count))  # type: ignore[misc]
    assert [each.headers["id"] for each in patient.given] == ["1", "2", "3", "4"]


def test_what_is_done_with_is_told_while_nothing_comes(broker: Valkey, patient: Consumer) -> None:
    broker.client.lpush(QUEUE, message(1))
    until(lambda: patient.has(1))
    until(patient.waits)
    assert noted(broker.client) == 1
    patient.given[0].ack()
    until(lambda: patient.waits() and not noted(broker.client))
    assert not broker.client.zcard("unacked_index")


def test_what_is_done_with_is_told_when_no_message_may_be_taken_and_at_the_end(broker: Valkey) -> None:
    broker.client.lpush(QUEUE, message(1), message(2), message(3))
    with consuming(broker.url) as consumer:
        until(lambda: consumer.has(3))
        consumer.channel.qos.prefetch_count = 1
        consumer.given[0].ack()
        until(lambda: consumer.turn() or noted(broker.client) == 2)
        consumer.given[1].ack()
    assert noted(broker.client) == 0
    assert broker.unfinished == 1, "what was not done with is back in its lane"


def test_a_lane_that_changes_while_nothing_may_be_taken_costs_no_connection(broker: Valkey) -> None:
    with consuming(broker.url) as consumer:
        until(consumer.waits)
        consumer.channel.qos.prefetch_count = 1
        broker.client.lpush(LANES[1], message(1))
        until(lambda: consumer.has(1))
        connected = consumer.channel.client.connection._sock
        broker.client.lpush(LANES[2], message(2))
        for _ in range(5):
            consumer.turn()
        assert consumer.channel.client.connection._sock is connected
        consumer.given[0].ack()
        until(lambda: consumer.has(2))


def test_a_broker_that_does_not_tell_is_asked(broker: Valkey, caplog: pytest.LogCaptureFixture) -> None:
    broker.client.execute_command("ACL", "SETUSER", "mute", "on", ">secret", "~*", "&*", "+@all", "-client|tracking")
    with consuming(broker.url.replace("://", "://mute:secret@")) as consumer:
        until(consumer.waits)
        broker.client.lpush(QUEUE, message(1))
        until(lambda: consumer.has(1))
    assert "will not tell when messages arrive" in caplog.text


@pytest.mark.parametrize("content", [message(1), "garbage", "5", '{"headers": 7}', b"\xff\x00"])
def test_what_a_dead_consumer_held_comes_back_as_what_it_was(broker: Valkey, content: str | bytes) -> None:
    broker.client.lpush(LANES[2], content)
    with consuming(broker.url) as dead:
        until(lambda: dead.has(1))
        dead.channel.qos.restore_at_shutdown = False
    assert noted(broker.client) == 1
    with consuming(broker.url, visibility_timeout=0) as consumer:
        consumer.channel.qos.restore_visible()
        until(lambda: consumer.has(1))
        first, second = dead.given[0], consumer.given[0]
    assert second.payload == first.payload
    assert (first.delivery_info["redelivered"], second.delivery_info["redelivered"]) == (False, True)


def test_what_celerys_own_transport_noted_comes_back_too(broker: Valkey) -> None:
    """That of a worker of an earlier version, say."""
    broker.client.lpush(QUEUE, message(1))
    with consuming(broker.url, "redis") as dead:
        until(lambda: dead.has(1))
        dead.channel.qos.restore_at_shutdown = False
    with consuming(broker.url, visibility_timeout=0) as consumer:
        consumer.channel.qos.restore_visible()
        until(lambda: consumer.has(1))
        assert consumer.given[0].payload[0] == dead.given[0].payload[0]
        assert consumer.given[0].delivery_info["redelivered"]


def test_the_loop_of_a_worker_polls_as_ours() -> None:
    with Connection("redis://", transport=OURS) as connection:
        assert isinstance(connection.transport.cycle, Poller)
