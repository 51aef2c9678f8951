"""An article whose reading failed, as a store keeps it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from submitting import ARTICLE

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Entry

ACCEPTED = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)


def failed(number: int = 0, **fields: Any) -> Entry:  # noqa: ANN401
    known: dict[str, Any] = {
        "state": State.FAILED,
        "received": ACCEPTED + timedelta(minutes=number),
        "submission": ARTICLE,
        "topics": (Topic("harbour-pilots", "Harbour Pilots"),),
        "failure": "Reading it took too long.",
        "reference": "0f1e2d3c4b5a",
    }
    return Entry(id=f"{number:032x}", **known | fields)
