"""Topics are changed from the command line, and a real worker files the articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result
from processes import until
from programs import Server, Worker

from cli.main import main
from timeline.store import Store, open_store
from worker.ingestion import Delivery, begun, done
from worker.settings import ZONE

pytestmark = pytest.mark.system
RECEIVED = datetime(2024, 3, 5, 12, tzinfo=UTC)
ARTICLES = 120


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    entries = []
    for number in range(ARTICLES):
        day = RECEIVED - timedelta(days=1 + number)
        given = {
            "title": f"Pilots of berth {number}",
            "text": f"Pilot {number} met the harbour board of berth {number} on {day.date()}.",
            "published": "2024-03-05T09:30:00+00:00",
            "topics": ["Harbour pilots"],
        }
        entries.append(done(*begun(Delivery(given=given, received=RECEIVED, id=f"{number:032x}"), ZONE)))
    with closing(open_store(sqlite_url)) as opened:
        assert all(opened.replace_many(entries))
        yield opened


def dateline(server: Server, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["topics", *arguments, "--server", server.url])


def _articles(store: Store, slug: str) -> int:
    found = store.catalogue.find(slug)
    return found.articles if found and not found.refiling else -1


def test_topics_are_defined_renamed_merged_and_removed(store: Store, own_server: Server, own_worker: Worker) -> None:
    """A saved search that is defined while no worker lives is filled by the next one."""
    own_worker.kill()
    defined = dateline(own_server, "define", "Berth seven", "--q", "berth 7*", "--format", "json")
    assert defined.exit_code == 0, defined.output
    assert json.loads(defined.output)["slug"] == "berth-seven"
    own_worker.start()
    until(lambda: _articles(store, "berth-seven") == 11)
    assert dateline(own_server, "rename", "berth-seven", "The seventies").exit_code == 0
    assert "renamed or merged" in dateline(own_server, "show", "Berth seven").output
    assert dateline(own_server, "merge", "The seventies", "Harbour pilots").exit_code == 0
    until(lambda: _articles(store, "harbour-pilots") == ARTICLES)
    listed = dateline(own_server, "list").output
    assert listed.split("\t")[0] == "harbour-pilots"
    assert listed.count("\n") == 1
    removed = dateline(own_server, "remove", "harbour-pilots")
    assert f"{ARTICLES} articles stay" in removed.output
    until(lambda: not store.catalogue.unsettled())
    assert store.topics() == ()
