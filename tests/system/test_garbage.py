"""What nobody should send to the queue, and the good article behind it."""

from __future__ import annotations

import base64
import json

import pytest
from celery import Celery
from processes import Valkey, until
from programs import Server, Worker

from worker.app import TASK
from worker.ingestion import identity

pytestmark = pytest.mark.system
GOOD = {
    "text": "The harbour board met on 4 March 2024.",
    "published": "2024-03-05",
    "topics": ["Behind Garbage"],
}


def envelope(call: bytes, headers: object, **changes: object) -> str:
    message: dict[str, object] = {
        "body": base64.b64encode(call).decode(),
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": headers,
        "properties": {
            "delivery_tag": "t",
            "body_encoding": "base64",
            "delivery_info": {"exchange": "", "routing_key": "celery"},
        },
    }
    return json.dumps(message | changes)


MINE = {"task": TASK, "id": "1"}
RAW: dict[str, str | bytes] = {
    "words": "garbage",
    "bytes": b"\xff\xfe\x00\x80",
    "nothing": "",
    "number": "5",
    "null": "null",
    "list": "[]",
    "object": "{}",
    "deep": "[" * 100_000,
    "half a message": '{"body": "x", "headers": {"task": "dateline.ingest"}}',
    "no task": envelope(b"[[],{},{}]", {}),
    "headers are a list": envelope(b"[[],{},{}]", [1]),
    "no id": envelope(b"[[],{},{}]", {"task": TASK}),
    "task is a list": envelope(b"[[],{},{}]", {"task": [1], "id": "1"}),
    "unknown task": envelope(b"[[],{},{}]", {"task": "elsewhere.run"}),
    "pickle": envelope(b"cos\nsystem\n", MINE, **{"content-type": "application/x-python-serialize"}),
    "body is a number": envelope(b"", MINE, body=5),
    "body is not JSON": envelope(b"{", MINE),
    "body is deep": envelope(b"[" * 100_000, MINE),
    "body is short": envelope(b"[[],{}]", MINE),
    "arguments are a number": envelope(b"[5,{},{}]", MINE),
    "keywords are a list": envelope(b"[[],[1],{}]", MINE),
    "options are a number": envelope(b"[[1],{},7]", MINE),
    "callbacks are a number": envelope(b'[[1],{},{"callbacks":5,"chain":6,"chord":7}]', MINE),
    "time limit is a word": envelope(b"[[1],{},{}]", MINE | {"timelimit": "x", "eta": "y", "expires": "z"}),
    "group is a number": envelope(b"[[1],{},{}]", MINE | {"group": 5, "stamps": 5, "stamped_headers": 3}),
    "argument called self": envelope(b'[[],{"self":1},{}]', MINE),
}


def test_garbage_of_every_kind_leaves_the_worker_at_work(server: Server, worker: Worker, valkey: Valkey) -> None:
    process = worker.process.pid
    for number, (kind, message) in enumerate(RAW.items()):
        valkey.client.lpush("celery", message)
        told = server.finished(server.submit(GOOD | {"title": f"Good article number {number} behind it"}))
        assert told["state"] == "done", (kind, told)
        assert worker.running()
    until(lambda: valkey.unfinished == 0)
    assert worker.process.pid == process


@pytest.mark.parametrize(
    ("args", "kwargs", "recorded", "why"),
    [
        (["no article"], {}, "no article", "object"),
        ([{"text": "Fog held the ferry in port."}], {}, {"text": "Fog held the ferry in port."}, "publish"),
        ([{"text": "\ud800", "colour": "\x00"}], {}, {"text": "\ud800", "colour": "\x00"}, "colour"),
        ([], {"y": 0}, {"args": [], "kwargs": {"y": 0}}, "one argument"),
        ([1, 2], {"x": 3}, {"args": [1, 2], "kwargs": {"x": 3}}, "one argument"),
    ],
)
def test_garbage_that_reaches_the_task_is_on_record_as_failed(  # noqa: PLR0917
    server: Server,
    worker: Worker,
    valkey: Valkey,
    args: list[object],
    kwargs: dict[str, object],
    recorded: object,
    why: str,
) -> None:
    Celery(broker=valkey.url).send_task(TASK, args, kwargs)
    told = server.finished(identity(recorded))
    assert told["state"] == "failed"
    assert why in told["failure"]["reason"]
    assert worker.running()


def test_a_task_that_does_not_exist_is_on_record_as_failed(server: Server, worker: Worker, valkey: Valkey) -> None:
    Celery(broker=valkey.url).send_task("elsewhere.run", [7])
    told = server.finished(identity({"args": [7], "kwargs": {}}))
    assert "elsewhere.run" in told["failure"]["reason"]
    assert worker.running()
