"""What arrives on the queue, made fit for the worker.

Celery's consumer ends when a message is not shaped as it expects, and the message would come back and end it
again. So each one is checked before Celery sees it: a proper call of the task passes (message protocol 2, or
1 as other clients write it), anything else becomes a call of the task that records it as refused.
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kombu.utils.json import loads

from worker.app import REFUSE
from worker.broker.calls import Call, Garbage, Json, keywords

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Taken:
    """Under which ``tag`` and when a message was taken from its lane: its time of receipt where it names none."""

    tag: str
    moment: datetime

    def nth(self, number: int) -> Taken:
        """Of several that were taken at once, that of one."""
        return replace(self, tag=f"{self.tag}.{number}")


def opened(content: bytes, taken: Taken) -> Call:
    """The message ``content`` as a sound call of a task, or as one that records it as refused."""
    try:
        return _call(loads(content.decode()), taken)  # type: ignore[no-untyped-call]
    except Garbage as fault:
        reason, given = fault.args
        return _refusal(given, reason, taken)
    except (ValueError, RecursionError) as fault:
        return _refusal(_readable(content), f"It is not JSON: {fault}.", taken)


def again(content: bytes, taken: Taken) -> Call:
    """The same, to be delivered once more."""
    return replace(opened(content, taken), redelivered=True)


def _readable(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return repr(content)


def _refusal(content: object, reason: str, taken: Taken) -> Call:
    return _made(REFUSE, {}, [content, reason], {"received": taken.moment.isoformat()}, taken)


def _call(message: object, taken: Taken) -> Call:
    if not isinstance(message, dict) or not isinstance(message.get("headers") or {}, dict):
        raise Garbage("It is not a Celery message.", message)
    if message.get("content-type") != "application/json":
        raise Garbage(f"It is {message.get('content-type')!r}; only application/json is read.", message)
    body = _body(message)
    headers = {**(message.get("headers") or {}), "priority": message["properties"].get("priority")}
    if "task" in headers:
        return _protocol_2(headers, body, taken)
    if isinstance(body, dict) and "task" in body:
        return _addressed({**headers, **body}, body.get("args", []), body.get("kwargs", {}), taken)
    raise Garbage("It names no task.", body)


def _body(message: Json) -> object:
    body, properties = message.get("body"), message.get("properties")
    if not isinstance(body, str) or not isinstance(properties, dict):
        raise Garbage("It has no body or no properties.", message)
    try:
        return loads(base64.b64decode(body) if properties.get("body_encoding") == "base64" else body)  # type: ignore[no-untyped-call]
    except _UNREADABLE as fault:
        raise Garbage(f"Its body is not JSON: {fault}.", message) from None


def _protocol_2(headers: Json, body: object, taken: Taken) -> Call:
    if not isinstance(body, list) or len(body) != 3:
        raise Garbage("Its body is not a list of arguments, keywords and options.", body)
    if headers["task"] == REFUSE:
        return _made(REFUSE, headers, body[0], body[1], taken)
    return _addressed(headers, body[0], body[1], taken)


def _addressed(headers: Json, args: object, kwargs: object, taken: Taken) -> Call:
    task = str(headers.get("task"))
    return _made(task, headers, args, keywords(task, args, kwargs, taken.moment), taken)


def _made(task: str, headers: Json, args: Any, kwargs: Any, taken: Taken) -> Call:  # noqa: ANN401
    retries, priority = headers.get("retries"), headers.get("priority")
    return Call(
        task=task,
        id=str(headers.get("id") or uuid.uuid4()),
        tag=taken.tag,
        args=args,
        kwargs=kwargs,
        retries=retries if isinstance(retries, int) else 0,
        priority=priority if isinstance(priority, int) else 0,
        redelivered=headers.get("redelivered") is True,
    )
