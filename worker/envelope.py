"""What arrives on the queue, made fit for the worker.

Celery's consumer ends when a message is not shaped as it expects, and the message would come back and end it
again. So each one is checked before Celery sees it: a proper call of the task passes (message protocol 2, or
1 as other clients write it), anything else becomes a call of the task that records it as refused.
"""

from __future__ import annotations

import base64
import uuid
from datetime import UTC, datetime, timedelta

from kombu.utils.json import dumps, loads

from worker.app import QUEUE, REFUSE, TASK

Json = dict[str, object]
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


class Garbage(ValueError):
    """Calls no task of ours: ``args`` are the reason and the part of the message that is to be kept."""


def proper(message: object) -> Json:
    """``message`` as a sound call of the task, or one that records it as refused."""
    try:
        return _call(message)
    except Garbage as fault:
        reason, content = fault.args
        return refusal(content, reason)


def refusal(content: object, reason: str) -> Json:
    """A message that has ``content`` recorded as failed because of ``reason``."""
    return _envelope(REFUSE, {}, [content, reason], {"received": _now().isoformat()})


def _call(message: object) -> Json:
    if not isinstance(message, dict) or not isinstance(message.get("headers") or {}, dict):
        raise Garbage("It is not a Celery message.", message)
    if message.get("content-type") != "application/json":
        raise Garbage(f"It is {message.get('content-type')!r}; only application/json is read.", message)
    headers, body = message.get("headers") or {}, _body(message)
    if "task" in headers:
        return _protocol_2(headers, body)
    if isinstance(body, dict) and "task" in body:
        return _addressed(body, body.get("args", []), body.get("kwargs", {}))
    raise Garbage("It names no task.", body)


def _body(message: Json) -> object:
    body, properties = message.get("body"), message.get("properties")
    if not isinstance(body, str) or not isinstance(properties, dict):
        raise Garbage("It has no body or no properties.", message)
    try:
        return loads(base64.b64decode(body) if properties.get("body_encoding") == "base64" else body)  # type: ignore[no-untyped-call]
    except _UNREADABLE as fault:
        raise Garbage(f"Its body is not JSON: {fault}.", message) from None


def _protocol_2(headers: Json, body: object) -> Json:
    if not isinstance(body, list) or len(body) != 3:
        raise Garbage("Its body is not a list of arguments, keywords and options.", body)
    if headers["task"] == REFUSE:
        return _envelope(REFUSE, headers, body[0], body[1])
    return _addressed(headers, body[0], body[1])


def _addressed(headers: Json, args: object, kwargs: object) -> Json:
    content: Json = {"args": args, "kwargs": kwargs}
    if headers.get("task") != TASK:
        raise Garbage(f"There is no task {headers.get('task')!r}; send it to {TASK!r}.", content)
    if not isinstance(args, list) or not isinstance(kwargs, dict):
        raise Garbage("Its arguments are not a list or its keywords not an object.", content)
    if len(args) != 1 or not kwargs.keys() <= {"received", "id"}:
        raise Garbage(f"{TASK} takes one argument, the article, not {len(args)} and {sorted(kwargs)}.", content)
    if not _identity(kwargs.get("id")):
        raise Garbage("Its id is not 32 hexadecimal digits.", content)
    return _envelope(TASK, headers, args, kwargs | {"received": _received(kwargs, content)})


def _identity(given: object) -> bool:
    return given is None or (isinstance(given, str) and len(given) == 32 and set(given) <= set("0123456789abcdef"))


def _received(kwargs: Json, content: Json) -> str:
    """When it was accepted. Said here where the sender did not, a delivery after a crash repeats it."""
    now = _now()
    try:
        moment: datetime | None = datetime.fromisoformat(str(kwargs.get("received") or now.isoformat()))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or _too_late(moment, now, kwargs):
        raise Garbage("Its time of receipt is not a past ISO 8601 time with an offset.", content)
    return moment.isoformat()


def _too_late(moment: datetime, now: datetime, kwargs: Json) -> bool:
    """No later version could ever replace it, but for the API's, which gives the id and outbids what is stored."""
    return "id" not in kwargs and moment > now + timedelta(minutes=5)


def _now() -> datetime:
    return datetime.now(UTC)


def _envelope(task: str, headers: Json, args: object, kwargs: object) -> Json:
    """A protocol 2 message with only what a delivery needs.

    A sender's time limits, callbacks and chains would run in this worker, and what is held back for later
    (``eta``) is delivered again and again.
    """
    content: str = dumps([args, kwargs, {}])  # type: ignore[no-untyped-call]
    id_, retries = str(headers.get("id") or uuid.uuid4()), headers.get("retries")
    return {
        "body": base64.b64encode(content.encode()).decode(),
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": {
            "lang": "py",
            "task": task,
            "id": id_,
            "retries": retries if isinstance(retries, int) else 0,
        },
        "properties": {
            "correlation_id": id_,
            "delivery_tag": str(uuid.uuid4()),
            "delivery_info": {"exchange": "", "routing_key": QUEUE},
            "body_encoding": "base64",
            "delivery_mode": 2,
            "priority": 0,
        },
    }
