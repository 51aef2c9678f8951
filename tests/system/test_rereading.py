"""Stored articles are read again by a real worker, which may be killed in the middle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from processes import Server, Valkey, Worker, running, until

from cli.main import main
from timeline.model import Status
from timeline.progress import State
from timeline.store import Store, open_store
from worker.ingestion import Delivery, ingest
from worker.settings import ZONE

pytestmark = pytest.mark.system
RECEIVED = datetime(2024, 3, 5, 12, tzinfo=UTC)
ARTICLES = 150


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    """Articles which rules of another time took for denials."""
    with closing(open_store(sqlite_url)) as opened:
        for number in range(ARTICLES):
            given = {
                "title": f"Pilots of berth {number}",
                "text": f"Pilot {number} met the harbour board of berth {number} on 4 March 2024. " * 3,
                "published": "2024-03-05T09:30:00+00:00",
                "topics": ["Harbour pilots", *(["Berth seven"] if number == 7 else [])],
            }
            assert ingest(opened, Delivery(given=given, received=RECEIVED, id=f"{number:032x}"), ZONE) is State.DONE
            misread(opened, number)
        yield opened


def misread(store: Store, number: int) -> None:
    entry = store.entry(f"{number:032x}")
    assert entry is not None
    assert entry.events
    told = tuple(replace(event, status=Status.DENIED) for event in entry.events)
    store.replace(replace(entry, events=told, reading="of another time"))


@pytest.fixture
def worker(own_valkey: Valkey, sqlite_url: str, tmp_path: Path) -> Iterator[Worker]:
    made = Worker(tmp_path / "rereader", REDIS_URL=own_valkey.url, DATABASE_URL=sqlite_url, DATELINE_TIME_LIMIT="4")
    with running(made) as process:
        yield process


@pytest.fixture
def server(own_valkey: Valkey, sqlite_url: str, tmp_path: Path) -> Iterator[Server]:
    with running(Server(tmp_path / "server", REDIS_URL=own_valkey.url, DATABASE_URL=sqlite_url)) as process:
        yield process


def dateline(server: Server, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--server", server.url])


def statuses(store: Store) -> set[Status]:
    page = store.timeline("harbour-pilots", limit=1000)
    assert page is not None
    assert page.events
    return {event.status for event in page.events}


def test_a_rereading_outlives_its_worker_and_counts_nothing_twice(store: Store, server: Server, worker: Worker) -> None:
    dry = dateline(server, "reread", "--dry-run", "--topic", "Berth seven")
    assert (dry.exit_code, dry.stdout.count("\n~ "), dry.stdout[:2]) == (0, dry.stdout.count("\n") - 1, "~ ")
    assert "[denied]" in dry.stdout
    assert "[occurred]" in dry.stdout
    assert "1 articles read" in dry.stderr
    assert statuses(store) == {Status.DENIED}

    begun = server.call("POST", "/api/v1/rereadings").json
    until(lambda: server.get(begun["status_url"])["read"] > 0)
    worker.kill()
    halfway = server.get(begun["status_url"])
    misread(store, 0)
    worker.start()
    done = dateline(server, "reread", "--format", "json")
    assert done.exit_code == 0, done.output
    *lines, last = map(json.loads, done.stdout.splitlines())
    assert last["rereading"]["id"] == begun["id"]
    assert halfway["read"] <= last["rereading"]["read"] == last["rereading"]["articles"] == ARTICLES
    assert len(lines) == last["rereading"]["changed"] == len({line["after"]["id"] for line in lines})
    left = [store.entry(f"{number:032x}") for number in range(1, ARTICLES)]
    assert all(one and one.events and one.events[0].status is Status.OCCURRED for one in left)
    assert [(one.number, one.reading == last["rereading"]["reading"]) for one in store.versions(f"{9:032x}")] == [
        (3, True),
        (2, False),
        (1, True),
    ]


def test_what_is_read_again_at_once_is_the_same(store: Store, server: Server, worker: Worker) -> None:
    assert worker.running()
    assert dateline(server, "reread").exit_code == 0
    again = dateline(server, "reread")
    assert (again.exit_code, again.stdout) == (0, "")
    assert f"{ARTICLES} articles read" in again.stderr
    assert "0 are other than they were" in again.stderr
    assert len(store.versions(f"{9:032x}")) == 3


def test_an_article_is_taken_back_from_the_command_line(store: Store, server: Server) -> None:
    taken = dateline(server, "retract", f"{3:032x}", "--reason", "The pilot\nwas invented.")
    assert taken.exit_code == 0
    assert taken.stdout.startswith(f"{3:032x}  withdrawn 20")
    assert taken.stdout.endswith(": The pilot was invented.\n")
    entry = store.entry(f"{3:032x}")
    assert entry is not None
    assert entry.state is State.WITHDRAWN
    again = json.loads(dateline(server, "retract", f"{3:032x}", "--format", "json").stdout)
    assert again["withdrawn"]["reason"] == "The pilot was invented."
    unknown = dateline(server, "retract", "none")
    assert (unknown.exit_code, unknown.stderr) == (1, "Error: There is no article 'none'.\n")
    nowhere = dateline(server, "reread", "--topic", "Nowhere")
    assert (nowhere.exit_code, "no topic 'nowhere'" in nowhere.stderr) == (1, True)
