"""Every setting that keeps articles is needed: the faults that a worker survives with it, it does not without."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import faults
import pytest
from balance import account
from faults import Fault
from hurt import DEAF, POISON, UNTOUCHED
from ledger import Ledger, article
from plant import Plant, plant
from processes import until
from striking import WHOLE, struck

from timeline.progress import State

pytestmark = [
    pytest.mark.system,
    pytest.mark.timeout(240),
    pytest.mark.skipif(not WHOLE, reason="make chaos"),
]
RECOVERY = 25.0
NEEDED: list[tuple[str, Fault]] = [
    ("task_acks_late", faults.kill_worker_with_its_hands_full),
    ("visibility_timeout", faults.kill_worker_with_its_hands_full),
    ("prompt_restore", faults.kill_worker_with_its_hands_full),
    ("task_reject_on_worker_lost", faults.kill_child_when_the_broker_is_full),
    ("time_limits", faults.hang),
    ("sweeper", faults.empty_broker),
]


@pytest.mark.parametrize(("setting", "fault"), NEEDED, ids=[setting for setting, _ in NEEDED])
def test_without_it_articles_are_lost(tmp_path: Path, setting: str, fault: Fault) -> None:
    with plant(tmp_path, DATELINE_WITHOUT=setting) as here:
        load = (
            Ledger(200) if fault is faults.empty_broker else _singly()
        )  # together they come faster than they are read
        assert not struck(here, load, fault, RECOVERY).whole


CURED = [faults.kill_worker_with_its_hands_full, faults.kill_child_when_the_broker_is_full]


@pytest.mark.parametrize("fault", CURED, ids=lambda fault: fault.__name__)
def test_with_all_of_them_none_is(tmp_path: Path, fault: Fault) -> None:
    """Or the test above would prove nothing. There is no sweeper and no watch, as there."""
    with plant(tmp_path, DATELINE_WITHOUT=UNTOUCHED) as here:
        assert struck(here, _singly(), fault, RECOVERY).whole


def test_a_worker_that_fell_silent_is_brought_back(tmp_path: Path) -> None:
    """However it came to that: here it hears of nothing once its lanes were empty."""
    with plant(tmp_path, DATELINE_WITHOUT=DEAF) as here:
        ledger = Ledger(1)
        ledger.submit(here.servers)
        assert account(here, ledger, RECOVERY).whole
        assert "Nothing is taken from the queue though articles wait: connecting anew" in here.worker.said


def test_with_time_limits_articles_that_hang_are_given_up_and_the_others_read(tmp_path: Path) -> None:
    with plant(tmp_path) as here:
        found = struck(here, _singly(), faults.hang, RECOVERY)
    assert found.balanced
    assert found.failed <= 2


@pytest.mark.parametrize("setting", [UNTOUCHED, "task_retry_on_worker_lost"])
def test_an_article_that_kills_its_worker_is_given_up_only_with_a_cap(tmp_path: Path, setting: str) -> None:
    with plant(tmp_path, DATELINE_WITHOUT=setting) as here:
        id_ = here.server.submit(article(9999) | {"text": f"The {POISON} was found on 4 March 2024."})
        ledger = Ledger(20)
        ledger.submit(here.servers)
        ledger.accepted[-1] = id_
        found = account(here, ledger, RECOVERY)
    assert (found.failed, found.lost) == ((1, 0) if setting == UNTOUCHED else (0, 1))


@pytest.mark.parametrize("setting", [UNTOUCHED, "worker_prefetch_multiplier"])
def test_a_busy_worker_hoards_no_articles_only_with_its_prefetch(tmp_path: Path, setting: str) -> None:
    """While one worker hangs on an article, others read all but those few it holds."""
    with plant(tmp_path, workers=2, DATELINE_TIME_LIMIT="600", DATELINE_WITHOUT=setting) as here:
        busy = here.workers[0].children()
        for child in busy:
            os.kill(child, signal.SIGSTOP)
        ledger = Ledger(60, at_once=1)
        ledger.submit(here.servers)
        until(lambda: here.broker.client.llen("celery") == 0)
        until(lambda: len(_unread(here, ledger)) == here.broker.client.hlen("unacked"))
        held = len(_unread(here, ledger))
        for child in busy:
            os.kill(child, signal.SIGCONT)
    assert (held <= 4) == (setting == UNTOUCHED)


@pytest.mark.parametrize("setting", [UNTOUCHED, "worker_soft_shutdown_timeout"])
def test_a_worker_told_to_stop_at_once_finishes_what_takes_a_moment_only_if_it_is_soft(
    tmp_path: Path, setting: str
) -> None:
    long = "The harbour board met on 4 March 2024, and will meet again in two weeks. " * 300
    with plant(tmp_path, DATELINE_WITHOUT=setting) as here:
        id_ = here.server.submit(article(0) | {"text": long})
        until(lambda: here.server.get(f"/api/v1/articles/{id_}")["state"] == State.PROCESSING.value)
        os.kill(here.worker.process.pid, signal.SIGQUIT)
        here.worker.process.wait(20)
        state = here.server.get(f"/api/v1/articles/{id_}")["state"]
    assert (state == State.DONE.value) == (setting == UNTOUCHED)


def _singly() -> Ledger:
    """Each article is a message: one of a batch whose process is lost gets one of its own, whatever the settings."""
    return Ledger(200, at_once=1)


def _unread(plant: Plant, ledger: Ledger) -> list[str]:
    states = {id_: plant.server.get(f"/api/v1/articles/{id_}")["state"] for id_ in ledger.accepted.values()}
    return [id_ for id_, state in states.items() if state != State.DONE.value]
