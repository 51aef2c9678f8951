"""An article of a lighthouse, and the days that its timeline tells."""

from __future__ import annotations

from programs import Server

STORY = (
    "The harbour board met on 4 March 2024. A new pilot was hired on 1 March 2024. "
    "The old pilot retired on 29 February 2024."
)


def article(topic: str, text: str = STORY, **changes: object) -> dict[str, object]:
    return {
        "title": f"Ferry line loses its last pilot to {topic}",
        "text": text,
        "published": "2024-03-05T09:30:00+00:00",
        "topics": [topic],
        **changes,
    }


def days(server: Server, topic: str) -> list[str]:
    return [event["when"]["earliest"] for event in server.get(f"/api/v1/timelines/{topic}")["events"]]
