"""Changes reach who listens as they happen, and who was away hears of what was missed, each once."""

from __future__ import annotations

from contextlib import closing
from itertools import count

import pytest
from listening import Listener
from programs import Server, Worker
from sightings import sighted, sighting

pytestmark = pytest.mark.system
_numbers = count(1)


@pytest.fixture
def topic(server: Server, worker: Worker) -> str:
    """The name of a topic with one article that was read."""
    name = f"stream-{next(_numbers)}"
    sighted(server, name, "An old lighthouse")
    return name


def test_what_is_read_is_told_with_its_events_and_comes_once(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        assert listener.status == 200
        assert "text/event-stream" in listener.head
        assert "no-store" in listener.head
        id_ = sighted(server, topic, "A grey whale")
        told = listener.next(5)
        assert (told.name, [one["article"] for one in told.data["articles"]]) == ("change", [id_])
        timeline = server.get(f"/api/v1/timelines/{topic}")
        assert told.data["as_of"] == timeline["as_of"]
        assert told.data["count"] == timeline["count"] == 2
        events = [one["id"] for one in timeline["events"] if one["sources"][0]["article"] == id_]
        assert told.data["articles"][0]["events"] == events
        again = sighted(server, topic, "A red buoy")
        assert [one["article"] for one in listener.next(5).data["articles"]] == [again]


def test_who_comes_back_hears_exactly_what_was_missed(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        sighted(server, topic, "A grey whale")
        last = listener.next().id
    missed = [sighted(server, topic, what) for what in ("A red buoy", "A tall ship", "An oil slick")]
    with closing(Listener(server, topic, last)) as listener:
        told = listener.next(5)
        assert [one["article"] for one in told.data["articles"]] == missed
        assert told.id > last
        more = sighted(server, topic, "A lost kayak")
        assert [one["article"] for one in listener.next(5).data["articles"]] == [more]
    with closing(Listener(server, topic, since=last)) as listener:
        assert [one["article"] for one in listener.next(5).data["articles"]] == [*missed, more]
    with closing(Listener(server, topic, last=told.id, since=last)) as listener:
        assert [one["article"] for one in listener.next(5).data["articles"]] == [more]


def test_corrections_and_withdrawals_are_told_too(server: Server, topic: str) -> None:
    id_ = sighted(server, topic, "A grey whale")
    [event] = [
        one["id"] for one in server.get(f"/api/v1/timelines/{topic}")["events"] if one["sources"][0]["article"] == id_
    ]
    with closing(Listener(server, topic)) as listener:
        other = server.submit(sighting("elsewhere", "A grey whale"))
        assert other == id_
        assert listener.next().data["withdrawn"] == [event]
        sighted(server, topic, "A grey whale")
        assert listener.next().data["articles"] == [{"article": id_, "events": [event]}]
        assert server.call("DELETE", f"/api/v1/articles/{id_}").status == 200
        told = listener.next(5).data
        assert (told["articles"], told["withdrawn"]) == ([], [event])


def test_another_topics_changes_are_not_told(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        sighted(server, f"{topic}-b", "A grey whale")
        id_ = sighted(server, topic, "A red buoy")
        assert [one["article"] for one in listener.next().data["articles"]] == [id_]


@pytest.mark.parametrize("last", ["x", "-1", "1.5", str(2**63), "9" * 40])
def test_what_is_no_id_is_told_so(server: Server, topic: str, last: str) -> None:
    for found in (Listener(server, topic, last), Listener(server, topic, since=last)):
        assert found.status == 400
        found.close()
    assert server.call("GET", f"/api/v1/timelines/nowhere-{topic}/stream").status == 404
    assert server.call("HEAD", f"/api/v1/timelines/{topic}/stream").status == 200


def test_an_id_of_the_future_begins_anew(server: Server, topic: str) -> None:
    """As after the store was put back to what it was earlier."""
    with closing(Listener(server, topic, str(2**62))) as listener:
        assert listener.next().name == "reset"
        id_ = sighted(server, topic, "A red buoy")
        assert [one["article"] for one in listener.next().data["articles"]] == [id_]
