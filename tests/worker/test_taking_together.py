"""Messages that wait together: taken together, noted and given back each by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from consumers import LANES, Consumer, consuming, message, noted
from processes import Valkey, until

from worker.app import QUEUE, TASK, TOGETHER
from worker.broker.gathering import BYTES, MOST, SHARE

FULL = MOST * SHARE


@pytest.fixture
def consumer(broker: Valkey) -> Iterator[Consumer]:
    """Takes one call: no further one as long as it is not done with."""
    with consuming(broker.url) as consumer:
        consumer.channel.qos.prefetch_count = 1
        yield consumer


def sent(broker: Valkey, *contents: str, lane: str = QUEUE) -> None:
    """The first of them is taken first."""
    broker.client.lpush(lane, *contents)


def called(consumer: Consumer) -> tuple[str, list[str]]:
    """The task of the one call, and the titles of its articles."""
    until(lambda: consumer.has(1))
    (given,) = consumer.given
    args, _, _ = given.payload
    articles = [article for _, article, _ in args[0]] if given.headers["task"] == TOGETHER else args
    return given.headers["task"], [article["title"] for article in articles]


@pytest.mark.parametrize(
    ("waiting", "taken"), [(1, 1), (2 * SHARE - 1, 1), (2 * SHARE, 2), (FULL, MOST), (3 * FULL, MOST)]
)
def test_the_more_wait_the_more_are_taken_up_to_a_few(
    broker: Valkey, consumer: Consumer, waiting: int, taken: int
) -> None:
    sent(broker, *map(message, range(waiting)))
    assert called(consumer) == (TASK if taken == 1 else TOGETHER, [str(n) for n in range(taken)])
    assert (noted(broker.client), broker.client.llen(QUEUE)) == (taken, waiting - taken)


@pytest.mark.parametrize("lane", LANES[1:])
def test_in_other_lanes_each_is_taken_by_itself(broker: Valkey, consumer: Consumer, lane: str) -> None:
    """What lies there came as a batch, or was one that could not be read together."""
    sent(broker, *map(message, range(FULL)), lane=lane)
    assert called(consumer) == (TASK, ["0"])
    assert noted(broker.client) == 1


def test_no_more_are_taken_than_are_read_in_a_moment(broker: Valkey, consumer: Consumer) -> None:
    long = json.loads(message(0)) | {"padding": "x" * (BYTES // 3)}
    sent(broker, *(json.dumps(long) for _ in range(FULL)))
    assert called(consumer) == (TOGETHER, ["0", "0"])
    assert noted(broker.client) == 2


def test_a_long_one_is_taken_by_itself_however_long(broker: Valkey, consumer: Consumer) -> None:
    long = json.loads(message(0)) | {"padding": "x" * 2 * BYTES}
    sent(broker, json.dumps(long), *map(message, range(1, FULL)))
    assert called(consumer) == (TASK, ["0"])


def test_all_are_done_with_at_once(broker: Valkey, consumer: Consumer) -> None:
    sent(broker, *map(message, range(FULL)))
    called(consumer)
    consumer.given[0].ack()
    until(lambda: consumer.turn() or consumer.has(2))
    assert noted(broker.client) == len(consumer.given[1].payload[0][0])
    assert broker.client.zcard("unacked_index") == noted(broker.client)


def test_each_that_is_put_back_comes_again_by_itself(broker: Valkey, consumer: Consumer) -> None:
    sent(broker, *map(message, range(FULL)))
    called(consumer)
    consumer.given[0].reject(requeue=True)
    until(lambda: not noted(broker.client) or consumer.turn())
    came: list[str] = []
    while len(came) < FULL:
        until(lambda: consumer.turn() or consumer.given[1:])
        given = consumer.given.pop()
        again = given.delivery_info["redelivered"]
        articles = given.payload[0] if given.headers["task"] == TASK else [each[1] for each in given.payload[0][0]]
        assert not again or len(articles) == 1
        assert again == (int(articles[0]["title"]) < MOST)
        came += [article["title"] for article in articles]
        given.ack()
    assert sorted(came, key=int) == [str(n) for n in range(FULL)]


def test_what_a_dead_consumer_held_together_comes_back_each_by_itself(broker: Valkey) -> None:
    sent(broker, *map(message, range(FULL)))
    with consuming(broker.url) as dead:
        dead.channel.qos.prefetch_count = 1
        until(lambda: dead.has(1))
        dead.channel.qos.restore_at_shutdown = False
    broker.client.ltrim(QUEUE, 1, 0)
    assert (noted(broker.client), broker.client.llen(QUEUE)) == (MOST, 0)
    with consuming(broker.url, visibility_timeout=0) as consumer:
        consumer.channel.qos.restore_visible()
        until(lambda: consumer.has(MOST))
    assert sorted(given.headers["id"] for given in consumer.given) == [str(n) for n in range(MOST)]
    assert all(given.delivery_info["redelivered"] for given in consumer.given)
