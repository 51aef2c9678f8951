"""A server that nobody asked for a while ends its threads, and answers as before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from processes import running, until
from programs import Server

from timeline.model import Topic
from timeline.progress import State
from timeline.store import Entry, open_store

pytestmark = pytest.mark.system
_SOONEST = "5"  # seconds without work after which granian can be told to end a thread


@pytest.fixture
def server(sqlite_url: str, tmp_path: Path) -> Server:
    return Server(
        tmp_path / "api.log",
        DATABASE_URL=sqlite_url,
        GRANIAN_BLOCKING_THREADS="16",
        GRANIAN_BLOCKING_THREADS_IDLE_TIMEOUT=_SOONEST,
    )


def _threads(server: Server) -> int:
    """Of the process that answers."""
    main = server.process.pid
    child = Path(f"/proc/{main}/task/{main}/children").read_text().split()[-1]
    return len(list(Path(f"/proc/{child}/task").iterdir()))


def test_threads_that_end_leave_the_server_answering(server: Server, sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    topic = Topic("pier", "Pier")
    store.replace(Entry(id="a" * 32, state=State.QUEUED, received=datetime.now(UTC), submission={}, topics=(topic,)))
    store.close()
    with running(server), ThreadPoolExecutor(16) as clients:
        answers = clients.map(lambda _: server.call("GET", "/timelines/pier").status, range(320))
        assert set(answers) == {200}
        most = _threads(server)
        until(lambda: not server.running() or _threads(server) < most - 4)
        assert server.running(), server.said[-500:]
        assert server.call("GET", "/timelines/pier").status == 200
