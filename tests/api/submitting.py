"""An article as a client posts it, and what the queue holds of it."""

from __future__ import annotations

import base64
import json
from typing import Any

from processes import Valkey

URL = "/api/v1/articles"
ARTICLE = {
    "title": "Ferry line loses its last pilot to retirement",
    "text": "The harbour board met on 4 March 2024.",
    "published": "2024-03-05T09:30:00+00:00",
    "topics": ["Harbour Pilots"],
}


def queued(broker: Valkey) -> list[Any]:
    """The articles on the queue, single ones first, the oldest first."""
    found: list[Any] = []
    for lane in ("celery", "celery\x06\x169"):
        messages: list[bytes] = broker.client.lrange(lane, 0, -1)  # type: ignore[assignment]
        for message in reversed(messages):
            (given,), _, _ = json.loads(base64.b64decode(json.loads(message)["body"]))
            found.extend(given if isinstance(given, list) else [given])
    return found
