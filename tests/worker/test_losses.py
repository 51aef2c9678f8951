"""Several articles whose process was lost for good are sent again, one by one."""

from __future__ import annotations

from typing import Any

import pytest
from celery import signals
from consumers import LANES, consuming
from processes import Valkey, until

from worker import losses, tasks  # noqa: F401  # the latter registers them
from worker.app import TASK, TASK_MANY, TOGETHER, application, celery
from worker.settings import Settings

MOMENT = "2024-03-05T09:30:00+00:00"
ARTICLES = [{"title": "Fog"}, {"title": "Ice"}]
IDS = ["a" * 32, "b" * 32]
WAITED = [["r1.1", ARTICLES[0], {"received": MOMENT, "id": IDS[0]}], ["r2.1", ARTICLES[1], {"received": MOMENT}]]


@pytest.mark.parametrize(
    ("task", "call", "ids"),
    [
        (TASK_MANY, {"args": [ARTICLES], "kwargs": {"received": MOMENT, "ids": IDS}}, IDS),
        (TOGETHER, {"args": [WAITED], "kwargs": {}}, [IDS[0], None]),
    ],
)
def test_each_is_sent_by_itself_as_it_was(
    lone_valkey: Valkey, monkeypatch: pytest.MonkeyPatch, task: str, call: dict[str, Any], ids: list[str | None]
) -> None:
    lone_valkey.client.flushall()
    app = application(Settings(redis_url=lone_valkey.url), "test")
    monkeypatch.setattr(losses, "celery", app)
    signals.task_failure.send(sender=celery.tasks[task], task_id="r0.x", exception=TimeoutError(), **call)
    assert lone_valkey.client.llen(LANES[2]) == len(ARTICLES)
    with consuming(lone_valkey.url) as consumer:
        until(lambda: consumer.has(len(ARTICLES)))
    assert {message.headers["task"] for message in consumer.given} == {TASK}
    assert [message.payload[0] for message in consumer.given] == [[article] for article in ARTICLES]
    told = [{"received": MOMENT} | ({"id": id_} if id_ else {}) for id_ in ids]
    assert [message.payload[1] for message in consumer.given] == told
    requests = ["r1", "r2"] if task == TOGETHER else ["r0", "r0"]
    assert [message.headers["id"].partition(".")[0] for message in consumer.given] == requests
