"""Stored articles are read again by a real worker, which may be killed in the middle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result
from processes import Valkey, until
from programs import Server, Worker
from redis import Redis

from cli.main import main
from timeline.model import Status
from timeline.progress import State
from timeline.store import Entry, Store, open_store
from worker.heralding import CHANNEL
from worker.ingestion import Delivery, begun, done
from worker.settings import ZONE

pytestmark = pytest.mark.system
RECEIVED = datetime(2024, 3, 5, 12, tzinfo=UTC)
ARTICLES = 80
LIMIT = 30


def misread(number: int) -> Entry:
    """An article, of a day of its own, which rules of another time took for a denial."""
    day = RECEIVED - timedelta(days=1 + number)
    given = {
        "title": f"Pilots of berth {number}",
        "text": f"Pilot {number} met the harbour board of berth {number} on {day:%-d %B %Y}.",
        "published": "2024-03-05T09:30:00+00:00",
        "topics": ["Harbour pilots", *(["Berth seven"] if number == 7 else [])],
    }
    entry = done(*begun(Delivery(given=given, received=RECEIVED, id=f"{number:032x}"), ZONE))
    told = tuple(replace(event, status=Status.DENIED) for event in entry.events or ())
    return replace(entry, events=told, reading="of another time")


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    with closing(open_store(sqlite_url)) as opened:
        assert all(opened.replace_many([misread(number) for number in range(ARTICLES)]))
        yield opened


def dateline(server: Server, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--server", server.url])


def statuses(store: Store) -> set[Status]:
    page = store.timeline("harbour-pilots", limit=1000)
    assert page is not None
    assert page.events
    return {event.status for event in page.events}


def test_a_rereading_outlives_its_worker_counts_once_and_finds_nothing_more(
    store: Store, own_server: Server, own_worker: Worker
) -> None:
    dry = dateline(own_server, "reread", "--dry-run", "--topic", "Berth seven")
    assert (dry.exit_code, dry.stdout.count("\n~ "), dry.stdout[:2]) == (0, dry.stdout.count("\n") - 1, "~ ")
    assert "[denied]" in dry.stdout
    assert "[occurred]" in dry.stdout
    assert "1 articles read" in dry.stderr
    assert statuses(store) == {Status.DENIED}

    under_way = own_server.call("POST", "/api/v1/rereadings").json
    until(lambda: own_server.get(under_way["status_url"])["read"] > 0)
    own_worker.kill()
    halfway = own_server.get(under_way["status_url"])
    store.replace(misread(0))
    own_worker.start()
    done = dateline(own_server, "reread", "--format", "json")
    assert done.exit_code == 0, done.output
    *lines, last = map(json.loads, done.stdout.splitlines())
    assert last["rereading"]["id"] == under_way["id"]
    assert last["rereading"]["failed"] == 0
    assert halfway["read"] <= last["rereading"]["read"] == last["rereading"]["articles"] == ARTICLES
    assert len(lines) == last["rereading"]["changed"] == len({line["after"]["id"] for line in lines})
    left = [store.entry(f"{number:032x}") for number in range(1, ARTICLES)]
    assert all(one and one.events and one.events[0].status is Status.OCCURRED for one in left)
    assert [(one.number, one.reading == last["rereading"]["reading"]) for one in store.versions(f"{9:032x}")] == [
        (2, True),
        (1, False),
    ]
    again = dateline(own_server, "reread")
    assert (again.exit_code, again.stdout.count("\n")) == (0, again.stdout.count(f"~ {0:032x}"))
    assert dateline(own_server, "reread").stdout == ""


def test_an_article_is_taken_back_from_the_command_line(store: Store, own_server: Server) -> None:
    taken = dateline(own_server, "retract", f"{3:032x}", "--reason", "The pilot\nwas invented.")
    assert taken.exit_code == 0
    assert taken.stdout.startswith(f"{3:032x}  withdrawn 20")
    assert taken.stdout.endswith(": The pilot was invented.\n")
    entry = store.entry(f"{3:032x}")
    assert entry is not None
    assert entry.state is State.WITHDRAWN
    again = json.loads(dateline(own_server, "retract", f"{3:032x}", "--format", "json").stdout)
    assert again["withdrawn"]["reason"] == "The pilot was invented."
    unknown = dateline(own_server, "retract", "none")
    assert (unknown.exit_code, unknown.stderr) == (1, "Error: There is no article 'none'.\n")
    nowhere = dateline(own_server, "reread", "--topic", "Nowhere")
    assert (nowhere.exit_code, "no topic 'nowhere'" in nowhere.stderr) == (1, True)


def test_who_listens_hears_of_a_rereading_and_of_filing_anew(
    store: Store, own_server: Server, own_worker: Worker, own_valkey: Valkey
) -> None:
    def heard() -> bool:
        return any(one and one["type"] == "message" for one in iter(lambda: listening.get_message(timeout=0.1), None))

    with closing(Redis.from_url(own_valkey.url)) as broker, broker.pubsub() as listening:
        listening.subscribe(CHANNEL)
        assert own_server.call("POST", "/api/v1/rereadings").status == 202
        until(heard)
        until(lambda: own_server.get("/api/v1/rereadings/1")["state"] != "running")
        until(lambda: not heard())
        own_server.call("PUT", "/api/v1/topics/berths", {"title": "Berths", "search": {"q": "berth"}})
        until(heard)
