"""Several workers and servers on one broker and one store."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from balance import account
from ledger import Ledger, article, told
from plant import Plant, plant
from processes import until
from striking import RECOVERY, WHOLE, noted

from timeline.store import open_store

pytestmark = [pytest.mark.system, pytest.mark.timeout(240), pytest.mark.skipif(not WHOLE, reason="make chaos")]


def test_one_worker_and_one_server_of_several_are_killed_and_nothing_is_lost(
    request: pytest.FixtureRequest, tmp_path: Path, articles: int, postgres_url: str
) -> None:
    """The killed ones do not come back; their address is tried no more."""
    with plant(tmp_path, postgres_url, servers=2, workers=3) as here:
        ledger = Ledger(articles)
        sender = ledger.submitting(here.servers)
        until(lambda: len(ledger.accepted) >= articles // 3)
        here.workers[0].kill()
        here.servers[1].kill()
        ledger.struck = time.monotonic()
        sender.join(90)
        assert noted(request, account(here, ledger, RECOVERY)).whole


def accepted(plant: Plant) -> str:
    """The article's id; while a store with many writers is busy, it is sent again as the answer asks for."""
    answer = until(lambda: (found := plant.server.call("POST", "/api/v1/articles", article(7))).status == 202 and found)
    return str(answer.json["id"])


@pytest.mark.parametrize("store", ["sqlite", "postgresql"])
def test_one_article_in_the_hands_of_several_workers_is_told_once(
    request: pytest.FixtureRequest, tmp_path: Path, store: str
) -> None:
    url = request.getfixturevalue("postgres_url") if store == "postgresql" else ""
    with plant(tmp_path, url, workers=3) as here:
        with ThreadPoolExecutor(8) as pool:
            ids = set(pool.map(lambda _: accepted(here), range(60)))
        (id_,) = ids
        here.server.finished(id_)
        until(lambda: here.broker.unfinished == 0)
        with closing(open_store(here.database_url)) as opened:
            timeline = opened.timeline("lock-0007")
            assert timeline is not None
            assert len(timeline.events) == timeline.count == told(7)
