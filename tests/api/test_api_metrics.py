"""What operators look at: figures that are true whichever process is asked."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from processes import Valkey, until
from submitting import ARTICLE, URL

from api import create_app
from api.settings import ApiSettings
from timeline.progress import State
from timeline.store import Entry, Store
from worker.meters import Meters
from worker.settings import Settings


def figures(client: FlaskClient) -> dict[str, float]:
    """The values of `/metrics` by name and labels."""
    rows = [row for row in client.get("/metrics").text.splitlines() if not row.startswith("#")]
    return {name: float(value) for name, _, value in (row.rpartition(" ") for row in rows)}


def entry(state: State, age: timedelta = timedelta()) -> Entry:
    return Entry(id=state.value, state=state, received=datetime.now(UTC) - age, submission={}, topics=())


def test_figures_are_those_of_broker_and_store(client: FlaskClient, store: Store) -> None:
    begun = datetime.now(UTC)
    client.post(URL, json=ARTICLE)
    store.replace(entry(State.PROCESSING, timedelta(hours=1)))
    store.replace(entry(State.FAILED))
    store.replace(replace(entry(State.DONE), events=()))
    found = figures(client)
    for state in ("queued", "processing", "failed", "done"):
        assert found[f'dateline_articles{{state="{state}"}}'] == 1
    assert found["dateline_failures"] == 1
    assert 3600 <= found["dateline_oldest_unfinished_seconds"] <= 3600 + (datetime.now(UTC) - begun).total_seconds()
    assert found["dateline_topics"] == len(store.topics()) == 1
    assert found["dateline_events"] == 0
    assert found['dateline_queue_messages{state="waiting"}'] == 1


def test_nothing_unfinished_has_no_age(client: FlaskClient) -> None:
    assert figures(client)["dateline_oldest_unfinished_seconds"] == 0


def test_requests_are_counted_by_route_whatever_their_path(client: FlaskClient) -> None:
    for path in ("/api/v1/timelines/a", "/api/v1/timelines/b", "/nowhere"):
        client.get(path)
    client.put("/api/v1/topics/a", json=[])
    client.patch("/api/v1/topics/a", json=[])
    found = figures(client)
    told = 'method="GET",route="/api/v1/timelines/<slug>",status="404"'
    assert found[f"dateline_request_seconds_count{{{told}}}"] == 2
    assert found[f'dateline_request_seconds_bucket{{{told},le="+Inf"}}'] == 2
    assert found[f'dateline_request_seconds_bucket{{{told},le="10.0"}}'] <= 2
    assert found[f"dateline_request_seconds_sum{{{told}}}"] > 0
    assert found['dateline_request_seconds_count{method="GET",route="none",status="404"}'] == 1
    for method in ("PUT", "PATCH"):
        told = f'method="{method}",route="/api/v1/topics/<slug>",status="422"'
        assert found[f"dateline_request_seconds_count{{{told}}}"] == 1


def observe(url: str) -> None:
    meters = Meters(url)
    meters.observe("ingest", 0.2, "done")
    meters.hand_over()


def test_what_other_processes_counted_is_counted(client: FlaskClient, broker: Valkey) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as processes:
        processes.map(observe, [broker.url] * 6)
    found = figures(client)
    assert found['dateline_ingest_seconds_count{outcome="done"}'] == 6
    assert found['dateline_ingest_seconds_bucket{outcome="done",le="0.1"}'] == 0
    assert found['dateline_ingest_seconds_bucket{outcome="done",le="0.25"}'] == 6
    assert found['dateline_ingest_seconds_sum{outcome="done"}'] == pytest.approx(1.2)


def test_a_process_hands_over_by_itself(broker: Valkey) -> None:
    Meters(broker.url).observe("ingest", 1, "done")
    until(lambda: Meters(broker.url).all()["ingest"])


def test_a_forked_process_counts_its_own(broker: Valkey) -> None:
    meters = Meters(broker.url)
    meters.observe("ingest", 1, "done")
    child = multiprocessing.get_context("fork").Process(target=meters.hand_over)
    child.start()
    child.join()
    assert sum(meters.all()["ingest"][("done",)].counts) == 1


def test_counts_outlive_an_outage_of_the_broker(broker: Valkey) -> None:
    meters = Meters("redis://127.0.0.1:1/0")
    meters.observe("ingest", 1, "done")
    meters.hand_over()
    meters.url = broker.url
    del meters.__dict__["_client"]
    assert sum(meters.all()["ingest"][("done",)].counts) == 1


def test_without_a_part_the_rest_is_told(brokerless: FlaskClient, storeless: FlaskClient) -> None:
    without_broker, without_store = figures(brokerless), figures(storeless)
    assert without_broker['dateline_reachable{part="broker"}'] == 0
    assert without_broker["dateline_topics"] == 0
    assert without_store['dateline_reachable{part="store"}'] == 0
    assert without_store['dateline_queue_messages{state="waiting"}'] == 0
    assert "dateline_topics" not in without_store


def test_a_request_has_the_id_that_it_came_with(client: FlaskClient) -> None:
    assert (
        client.get("/healthz", headers={"X-Request-ID": "from-the-proxy-1"}).headers["X-Request-ID"]
        == "from-the-proxy-1"
    )
    one, other = (
        client.get("/healthz", headers={"X-Request-ID": "a b\\n<c>"}).headers["X-Request-ID"] for _ in range(2)
    )
    assert one != other
    assert one.isalnum()


def test_the_message_tells_the_request(client: FlaskClient, broker: Valkey) -> None:
    answer = client.post(URL, json=ARTICLE)
    assert f'"id": "{answer.headers["X-Request-ID"]}.'.encode() in broker.client.lindex("celery", 0)


def test_figures_need_no_more_than_the_settings(sqlite_url: str, broker: Valkey) -> None:
    """A second application tells what the first one saw."""
    worker = Settings(redis_url=broker.url, database_url=sqlite_url)
    first, second = (create_app(ApiSettings(worker=worker)).test_client() for _ in range(2))
    first.get("/api/v1/topics")
    told = 'dateline_request_seconds_count{method="GET",route="/api/v1/topics",status="200"}'
    assert until(lambda: figures(second).get(told)) == 1
