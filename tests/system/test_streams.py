"""Changes reach who listens as they happen, and who was away hears of what was missed, each once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from listening import Listener
from processes import Server, Valkey, Worker, running, until

pytestmark = pytest.mark.system
_numbers = count(1)


def _article(topic: str, what: str, title: str = "") -> dict[str, object]:
    return {
        "title": title or f"{what} in the harbour",
        "text": f"{what} was seen in the harbour on 9 September 2024, officials said.",
        "published": "2024-09-20T17:01:00+01:00",
        "topics": [topic],
    }


def _told(server: Server, topic: str, what: str) -> str:
    """The id of an article that has been read."""
    id_ = server.submit(_article(topic, what))
    assert server.finished(id_)["state"] == "done"
    return id_


@pytest.fixture
def topic(server: Server, worker: Worker) -> str:
    """The name of a topic with one article that was read."""
    name = f"stream-{next(_numbers)}"
    _told(server, name, "An old lighthouse")
    return name


def test_what_is_read_is_told_with_its_events_and_comes_once(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        assert listener.status == 200
        assert "text/event-stream" in listener.head
        assert "no-store" in listener.head
        id_ = _told(server, topic, "A grey whale")
        told = listener.next(5)
        assert (told.name, [one["article"] for one in told.data["articles"]]) == ("change", [id_])
        timeline = server.get(f"/api/v1/timelines/{topic}")
        assert told.data["as_of"] == timeline["as_of"]
        assert told.data["count"] == timeline["count"] == 2
        events = [one["id"] for one in timeline["events"] if one["sources"][0]["article"] == id_]
        assert told.data["articles"][0]["events"] == events
        again = _told(server, topic, "A red buoy")
        assert [one["article"] for one in listener.next(5).data["articles"]] == [again]


def test_who_comes_back_hears_exactly_what_was_missed(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        _told(server, topic, "A grey whale")
        last = listener.next().id
    missed = [_told(server, topic, what) for what in ("A red buoy", "A tall ship", "An oil slick")]
    with closing(Listener(server, topic, last)) as listener:
        told = listener.next(5)
        assert [one["article"] for one in told.data["articles"]] == missed
        assert told.id > last
        more = _told(server, topic, "A lost kayak")
        assert [one["article"] for one in listener.next(5).data["articles"]] == [more]
    with closing(Listener(server, topic, since=last)) as listener:
        assert [one["article"] for one in listener.next(5).data["articles"]] == [*missed, more]
    with closing(Listener(server, topic, last=told.id, since=last)) as listener:
        assert [one["article"] for one in listener.next(5).data["articles"]] == [more]


def test_corrections_and_withdrawals_are_told_too(server: Server, topic: str) -> None:
    id_ = _told(server, topic, "A grey whale")
    [event] = [
        one["id"] for one in server.get(f"/api/v1/timelines/{topic}")["events"] if one["sources"][0]["article"] == id_
    ]
    with closing(Listener(server, topic)) as listener:
        other = server.submit(_article("elsewhere", "A grey whale"))
        assert other == id_
        assert listener.next().data["withdrawn"] == [event]
        _told(server, topic, "A grey whale")
        assert listener.next().data["articles"] == [{"article": id_, "events": [event]}]
        assert server.call("DELETE", f"/api/v1/articles/{id_}").status == 200
        told = listener.next(5).data
        assert (told["articles"], told["withdrawn"]) == ([], [event])


def test_another_topics_changes_are_not_told(server: Server, topic: str) -> None:
    with closing(Listener(server, topic)) as listener:
        _told(server, f"{topic}-b", "A grey whale")
        id_ = _told(server, topic, "A red buoy")
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
        id_ = _told(server, topic, "A red buoy")
        assert [one["article"] for one in listener.next().data["articles"]] == [id_]


@pytest.fixture
def house(sqlite_url: str, tmp_path: Path) -> Iterator[tuple[Valkey, Server, Server]]:
    """A broker that may be hurt, a worker, and two processes of the API that take two streams each."""
    with running(Valkey(tmp_path / "valkey")) as valkey:
        known = {"REDIS_URL": valkey.url, "DATABASE_URL": sqlite_url, "DATELINE_STREAMS": "2"}
        with (
            running(Worker(tmp_path / "worker", **known)),
            running(Server(tmp_path / "one", **known)) as one,
            running(Server(tmp_path / "other", **known)) as other,
        ):
            yield valkey, one, other


def test_streams_outlive_the_broker_and_their_places_are_given_back(house: tuple[Valkey, Server, Server]) -> None:
    valkey, one, other = house
    _told(one, "harbour", "An old lighthouse")
    listeners = [Listener(one, "harbour"), Listener(one, "harbour"), Listener(other, "harbour")]
    full = one.call("GET", "/api/v1/timelines/harbour/stream")
    assert (full.status, full.json["errors"][0]["field"]) == (503, "streams")
    assert one.call("GET", "/api/v1/timelines/harbour").status == 200
    id_ = _told(other, "harbour", "A grey whale")
    assert [[a["article"] for a in each.next(5).data["articles"]] for each in listeners] == [[id_]] * 3
    valkey.kill()
    valkey.start()
    id_ = until(lambda: _taken(other, "A red buoy"))
    assert [[a["article"] for a in each.next().data["articles"]] for each in listeners] == [[id_]] * 3
    for each in listeners[:2]:
        each.close()
    for what in ("A tall ship", "An oil slick"):  # what is written to somebody who is gone tells that
        _told(one, "harbour", what)
        listeners[2].next()
    again = until(lambda: _opened(one), every=0.2)
    _told(one, "harbour", "A lost kayak")
    assert len(again.next().data["articles"]) == 1
    for each in (again, listeners[2]):
        each.close()


def _taken(server: Server, what: str) -> str | None:
    answer = server.call("POST", "/api/v1/articles", _article("harbour", what))
    return str(answer.json["id"]) if answer.status == 202 else None


def _opened(server: Server) -> Listener | None:
    found = Listener(server, "harbour")
    if found.status == 200:
        return found
    found.close()
    return None
