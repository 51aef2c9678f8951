"""Short articles of what was seen in the harbour."""

from __future__ import annotations

from programs import Server


def sighting(topic: str, what: str, title: str = "") -> dict[str, object]:
    return {
        "title": title or f"{what} in the harbour",
        "text": f"{what} was seen in the harbour on 9 September 2024, officials said.",
        "published": "2024-09-20T17:01:00+01:00",
        "topics": [topic],
    }


def sighted(server: Server, topic: str, what: str) -> str:
    """The id of an article that has been read."""
    id_ = server.submit(sighting(topic, what))
    assert server.finished(id_)["state"] == "done"
    return id_
