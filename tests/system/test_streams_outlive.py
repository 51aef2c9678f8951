"""Streams go on when the broker does, and a place that a listener leaves is another's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from listening import Listener
from processes import Valkey, running, until
from programs import Server, Worker
from sightings import sighted, sighting

pytestmark = pytest.mark.system


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
    sighted(one, "harbour", "An old lighthouse")
    listeners = [Listener(one, "harbour"), Listener(one, "harbour"), Listener(other, "harbour")]
    full = one.call("GET", "/api/v1/timelines/harbour/stream")
    assert (full.status, full.json["errors"][0]["field"]) == (503, "streams")
    assert one.call("GET", "/api/v1/timelines/harbour").status == 200
    id_ = sighted(other, "harbour", "A grey whale")
    assert [[a["article"] for a in each.next(5).data["articles"]] for each in listeners] == [[id_]] * 3
    valkey.kill()
    valkey.start()
    id_ = until(lambda: _taken(other, "A red buoy"))
    assert [[a["article"] for a in each.next().data["articles"]] for each in listeners] == [[id_]] * 3
    for each in listeners[:2]:
        each.close()
    for what in ("A tall ship", "An oil slick"):  # what is written to somebody who is gone tells that
        sighted(one, "harbour", what)
        listeners[2].next()
    again = until(lambda: _opened(one), every=0.2)
    sighted(one, "harbour", "A lost kayak")
    assert len(again.next().data["articles"]) == 1
    for each in (again, listeners[2]):
        each.close()


def _taken(server: Server, what: str) -> str | None:
    answer = server.call("POST", "/api/v1/articles", sighting("harbour", what))
    return str(answer.json["id"]) if answer.status == 202 else None


def _opened(server: Server) -> Listener | None:
    found = Listener(server, "harbour")
    if found.status == 200:
        return found
    found.close()
    return None
