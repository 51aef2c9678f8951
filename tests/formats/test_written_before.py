"""What was written before is given again only where it would be written the same."""

from __future__ import annotations

import json
from dataclasses import replace

from format_specimens import LINKS, timelines
from hypothesis import HealthCheck, Phase, given, settings

from timeline.chronology.importance import weighed
from timeline.formats import FORMATS
from timeline.formats.text import json_bytes
from timeline.interval import Interval
from timeline.model import Order, Timeline
from timeline.remembering import Remembering
from timeline.wire import event_json

JSON = FORMATS[0]


def over(first: Interval, then: Interval) -> bool:
    return first.end is not None and then.start is not None and first.end <= then.start


def anew(timeline: Timeline) -> bytes:
    events, before = [], timeline.before
    for event in timeline.events:
        time = event.when.interval or Interval(None, None)
        sure = before is None or (over(time, before) if timeline.order is Order.DESC else over(before, time))
        events.append(event_json(event) | {"order": "certain" if sure else "open", "url": LINKS.record(event.id)})
        before = time
    topic = {"slug": timeline.topic.slug, "title": timeline.topic.title}
    known = {"topic": topic, "as_of": timeline.as_of.isoformat(), "count": timeline.count, "next": LINKS.next}
    return json_bytes(known | {"events": events})


@settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(timelines)
def test_a_page_is_the_same_whatever_of_it_was_written_before(told: Timeline) -> None:
    """Its events in any company: alone, the other way round, of other weight, with another address."""
    alone = [replace(told, events=(event,)) for event in told.events]
    back = replace(told, events=told.events[::-1], weights=(), order=Order.DESC)
    heavy = weighed(replace(told, weights=(0.25,) * len(told.events)))
    assert [event.importance for event in heavy.events] == [0.25] * len(told.events)
    for _ in range(2):
        for page in (*alone, told, back, heavy):
            assert JSON.written(page, LINKS) == anew(page)
    elsewhere = replace(LINKS, record=lambda id: f"https://elsewhere.example/{id}")  # noqa: A006
    urls = [event["url"] for event in json.loads(JSON.written(told, elsewhere))["events"]]
    assert urls == [f"https://elsewhere.example/{event.id}" for event in told.events]


def test_an_object_is_remembered_by_itself_and_a_bounded_number_of_times() -> None:
    made: list[tuple[str, int]] = []

    def noted(one: list[str], number: int) -> int:
        made.append((one[0], number))
        return len(made)

    remembered = Remembering(noted, 2)
    first, alike = ["a"], ["a"]
    assert [remembered(first, 1), remembered(first, 1), remembered(alike, 1), remembered(first, 1)] == [1, 1, 2, 1]
    assert [remembered(first, 2), remembered(alike, 1), remembered(first, 1)] == [3, 2, 4]
    assert remembered.each([first, alike], [1, 3]) == [4, 5]
    assert remembered.each([alike, first], [3, 1]) == [5, 4]
    assert remembered.each([], []) == []
