"""Any number of short articles, sent together, and what became of them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from processes import until
from programs import Server

from timeline.store import open_store


def note(number: int, **changes: object) -> dict[str, Any]:
    day = date(2023, 1, 1) + timedelta(days=number % 365)
    told = {
        "title": f"Report number {number} of the harbour office",
        "text": f"The office wrote report {number} on {day:%-d %B %Y}.",
        "published": "2024-03-05T09:30:00+00:00",
        "topics": [f"Reports {number % 20}"],
    }
    return told | changes


def body(lines: list[Any]) -> bytes:
    return b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)


def posted(server: Server, lines: list[Any]) -> list[Any]:
    answer = server.call("POST", "/api/v1/articles", body(lines), "application/x-ndjson")
    assert answer.status == 202, answer
    return list(answer.json)


def settled(where: dict[str, str]) -> dict[str, int]:
    """How many articles ended how, once none is on its way any more."""
    store = open_store(where["DATABASE_URL"])
    try:
        until(lambda: not store.ledger().unfinished, every=0.1)
        return {state.value: count for state, count in store.figures().articles.items() if count}
    finally:
        store.close()


def counted(server: Server) -> dict[str, tuple[int, int]]:
    return {one["slug"]: (one["articles"], one["count"]) for one in server.get("/api/v1/topics")["topics"]}
