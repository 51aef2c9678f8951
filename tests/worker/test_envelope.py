"""Whatever arrives on the queue becomes a call that the worker survives."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from worker.app import REFUSE, TASK
from worker.broker.envelope import Taken, again, opened

NOW = datetime(2024, 3, 5, 9, 30, 0, 125, tzinfo=UTC)
TAKEN = Taken("a tag", NOW)
HEADERS = {"task": TASK, "id": "5f1d"}
ARTICLE = {"text": "Fog held the ferry in port.", "published": "2024-03-05"}


def message(call: object = None, headers: object = HEADERS, **changes: object) -> dict[str, object]:
    content = [[ARTICLE], {}, {}] if call is None else call
    return {
        "body": base64.b64encode(json.dumps(content).encode()).decode(),
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": headers,
        "properties": {"body_encoding": "base64", "delivery_tag": "t"},
    } | changes


def proper(given: object) -> dict[str, Any]:
    return opened(json.dumps(given).encode(), TAKEN).message()


def called(made: dict[str, Any]) -> tuple[str, list[Any], dict[str, Any]]:
    args, kwargs, options = json.loads(base64.b64decode(made["body"]))
    assert options == {}
    return made["headers"]["task"], args, kwargs


def reason(made: dict[str, Any]) -> str:
    task, args, _ = called(made)
    assert task == REFUSE
    return str(args[1])


def test_a_call_of_the_task_passes_with_its_moment_of_receipt_added() -> None:
    task, args, kwargs = called(proper(message()))
    assert (task, args, kwargs) == (TASK, [ARTICLE], {"received": NOW.isoformat()})


def test_a_moment_of_receipt_and_an_id_that_the_api_gave_are_kept() -> None:
    given = {"received": "2024-03-05T08:00:00+00:00", "id": "a" * 32}
    assert called(proper(message([[ARTICLE], given, {}])))[2] == given


@pytest.mark.parametrize("content", [json.dumps(message()).encode(), b"no JSON", b"5", b"\xff"])
def test_a_second_delivery_repeats_the_first_and_says_that_it_is_one(content: bytes) -> None:
    first, second = opened(content, TAKEN).message(), again(content, TAKEN).message()
    assert called(second) == called(first)
    assert first["properties"]["delivery_tag"] == TAKEN.tag  # type: ignore[index]
    third = opened(json.dumps(second).encode(), Taken("another", datetime.now(UTC))).message()
    assert called(third) == called(first)
    told = [each["properties"]["delivery_info"]["redelivered"] for each in (first, second, third)]  # type: ignore[index]
    assert told == [False, True, True]


def test_the_first_message_protocol_is_understood() -> None:
    body = {"task": TASK, "id": "7", "args": [ARTICLE], "kwargs": {}}
    assert called(proper(message(body, headers={})))[:2] == (TASK, [ARTICLE])
    assert called(proper(message(body, headers=None)))[:2] == (TASK, [ARTICLE])


def test_a_senders_time_limits_delays_and_callbacks_are_left_out() -> None:
    headers = HEADERS | {"eta": "2999-01-01T00:00:00", "timelimit": [1, 1], "expires": "x", "group": 5}
    made = proper(message([[ARTICLE], {}, {"callbacks": 5, "chain": [{}]}], headers))
    assert made["headers"].keys() == {"lang", "task", "id", "retries"}  # type: ignore[attr-defined]
    assert called(made)[0] == TASK


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (5, "not a Celery message"),
        (None, "not a Celery message"),
        ([], "not a Celery message"),
        ({}, "application/json"),
        (message(headers=[1]), "not a Celery message"),
        (message(**{"content-type": "application/x-python-serialize"}), "x-python-serialize"),
        (message(properties=None), "no body or no properties"),
        (message(body=5), "no body or no properties"),
        (message(body="%%%"), "not JSON"),
        (message(body=base64.b64encode(b"{").decode()), "not JSON"),
        (message(body=base64.b64encode(b"[" * 100_000).decode()), "not JSON"),
        (message(body=base64.b64encode(b"\xff\xfe").decode()), "not JSON"),
        (message(headers={}), "names no task"),
        (message(5), "not a list of arguments"),
        (message([[], {}]), "not a list of arguments"),
        (message([5, {}, {}]), "arguments are not a list"),
        (message([[ARTICLE], [1], {}]), "keywords not an object"),
        (message(headers={"task": "elsewhere.run", "id": "1"}), "no task 'elsewhere.run'"),
        (message(headers={"task": [1], "id": "1"}), "no task"),
        (message([[], {}, {}]), "takes one argument"),
        (message([[ARTICLE, ARTICLE], {}, {}]), "takes one argument"),
        (message([[ARTICLE], {"self": 1}, {}]), "takes one argument"),
        (message([[ARTICLE], {"id": "../x"}, {}]), "id is not"),
        (message([[ARTICLE], {"received": "yesterday"}, {}]), "time of receipt"),
        (message([[ARTICLE], {"received": "2024-03-05T08:00:00"}, {}]), "time of receipt"),
        (message([[ARTICLE], {"received": 5}, {}]), "time of receipt"),
    ],
)
def test_garbage_becomes_a_refusal_that_says_why(given: object, why: str) -> None:
    assert why in reason(proper(given))


def test_a_receipt_in_the_future_is_refused_as_no_later_version_could_replace_it() -> None:
    ahead = (NOW + timedelta(days=1)).isoformat()
    assert "time of receipt" in reason(proper(message([[ARTICLE], {"received": ahead}, {}])))


@pytest.mark.parametrize("header", ["retries", "id", "lang", "origin", "stamps", "ignore_result", "timelimit"])
@pytest.mark.parametrize("value", [None, "x", 5, -1, [], {}, True, "x" * 10_000])
def test_no_header_that_a_sender_sets_stops_an_article(header: str, value: object) -> None:
    assert called(proper(message(headers=HEADERS | {header: value})))[0] == TASK
