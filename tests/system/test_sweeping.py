"""An article whose message is gone is read all the same."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from lighthouse import article
from processes import Valkey, running, until
from programs import Server, Worker

from timeline.progress import State
from timeline.reading import read
from timeline.store import backup, open_store, restore
from timeline.submission import submission
from worker.app import TASK, application, visibility_timeout
from worker.entries import entry
from worker.settings import Settings
from worker.sweeping import patience, sweep
from worker.ticking import interval

pytestmark = pytest.mark.system
LIMIT = 2


@pytest.fixture
def chosen(own_valkey: Valkey, sqlite_url: str) -> Settings:
    return Settings(redis_url=own_valkey.url, database_url=sqlite_url, time_limit=LIMIT)


def test_an_article_that_its_broker_forgot_is_sent_again_by_a_worker(
    own_valkey: Valkey, own_server: Server, where: dict[str, str], tmp_path: Path
) -> None:
    ids = [own_server.submit(article("forgotten", title=f"The board and its meeting number {n}")) for n in range(3)]
    own_valkey.client.flushall()
    with running(Worker(tmp_path / "worker.log", **where)) as worker:
        assert {own_server.finished(each)["state"] for each in ids} == {"done"}
        assert worker.said.count("sent again") == 3
        until(lambda: own_valkey.unfinished == 0)


def test_an_article_that_may_still_wait_is_not_sent_again(
    own_valkey: Valkey, own_server: Server, chosen: Settings
) -> None:
    """The oldest message that waits tells how far the workers have come."""
    own_server.submit(article("waiting"))
    own_valkey.client.delete("celery")
    assert own_server.submit(article("later", title="Another meeting of the same board"))
    sweep(application(chosen, "test"), chosen)
    assert own_valkey.client.llen("celery") == 1


def test_an_article_is_sent_again_once_an_hour_at_most_and_by_one_worker(
    own_valkey: Valkey, own_server: Server, chosen: Settings
) -> None:
    own_server.submit(article("forgotten"))
    own_valkey.client.flushall()
    app = application(chosen, "test")

    def sent() -> int:
        sweep(app, chosen)
        return int(own_valkey.client.llen("celery"))  # type: ignore[arg-type]

    until(lambda: sent() == 1)
    own_valkey.client.delete("celery", "dateline:sweep:turn")
    assert sent() == 0
    (key,) = own_valkey.client.keys("dateline:sweep:again:*")  # type: ignore[misc]
    own_valkey.client.delete(key)
    own_valkey.client.set("dateline:sweep:turn", "taken")
    assert sent() == 0, "it was somebody else's turn"
    own_valkey.client.delete("dateline:sweep:turn")
    assert sent() == 1


def test_an_article_accepted_before_the_clock_was_set_back_is_sent_again(
    own_valkey: Valkey, chosen: Settings, sqlite_url: str
) -> None:
    """It is to be accepted in an hour. What waits in front of the queue from that hour may still be on its way."""
    with closing(open_store(sqlite_url)) as store:
        given = submission(article("forgotten"))
        soon = datetime.now(UTC) + timedelta(hours=1)
        accepted = entry(read(given, zone=ZoneInfo("UTC"), now=soon), given, soon, State.QUEUED)
        store.replace(accepted)
    app = application(chosen, "test")
    app.send_task(TASK, [accepted.submission], {"received": accepted.received.isoformat(), "id": accepted.id})
    sweep(app, chosen)
    assert own_valkey.client.llen("celery") == 1
    own_valkey.client.delete("celery", "dateline:sweep:turn")
    sweep(app, chosen)
    assert own_valkey.client.llen("celery") == 1


def test_what_was_waiting_at_a_backup_is_read_after_its_restore(
    own_server: Server, where: dict[str, str], sqlite_url: str, tmp_path: Path
) -> None:
    """Its message is in no queue then."""
    waiting = own_server.submit(article("forgotten"))
    saved, restored = str(tmp_path / "saved.db"), f"sqlite:///{tmp_path}/restored.db"
    backup(sqlite_url, saved)
    restore(restored, saved)
    with (
        running(Valkey(tmp_path / "empty")) as empty,
        running(Worker(tmp_path / "worker.log", **where | {"DATABASE_URL": restored, "REDIS_URL": empty.url})),
        closing(open_store(restored)) as store,
    ):
        until(lambda: (found := store.entry(waiting)) and found.state is State.DONE)


def test_a_sweep_waits_longer_than_any_delivery_that_may_come_by_itself() -> None:
    for limit in (1, 2, 60, 3600):
        settings = Settings(time_limit=limit)
        assert patience(settings) >= timedelta(seconds=visibility_timeout(limit) + interval(settings))


def test_a_sweep_without_broker_or_store_leaves_it_for_another_time(
    own_valkey: Valkey, chosen: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    away = Settings(redis_url=own_valkey.url, database_url=f"sqlite:///{tmp_path}/none.db", time_limit=LIMIT)
    sweep(application(away, "test"), away)
    own_valkey.stop()
    sweep(application(chosen, "test"), chosen)
    assert caplog.text.count("has to wait") == 2
