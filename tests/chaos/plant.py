"""A whole Dateline of real processes, any of which a test may hurt."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import programs
from processes import Valkey, running, until

from timeline.store import upgrade

LIMIT = 4
"""Seconds an article may take; what nobody acknowledges is delivered again after six."""


HERE = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])


class Server(programs.Server):
    """An API whose clock `clock` may set back."""

    app = "clock:create_app"

    def __init__(self, log: Path, **environment: str) -> None:
        super().__init__(log, **environment, PYTHONPATH=HERE)


class Worker(programs.Worker):
    """A worker that heeds `hurt`, of two pool processes."""

    app = "hurt"

    def __init__(self, log: Path, **environment: str) -> None:
        super().__init__(log, processes=2, **environment, PYTHONPATH=HERE)

    def kill_child(self) -> None:
        os.kill(until(self.children)[0], signal.SIGKILL)


@dataclass(frozen=True)
class Plant:
    broker: Valkey
    database_url: str
    servers: list[Server]
    workers: list[Worker]

    @property
    def server(self) -> Server:
        return self.servers[0]

    @property
    def worker(self) -> Worker:
        return self.workers[0]


@contextmanager
def plant(
    folder: Path, database_url: str = "", *, servers: int = 1, workers: int = 1, **environment: str
) -> Iterator[Plant]:
    """Runs until left; SQLite in ``folder`` unless another store is given."""
    url = database_url or f"sqlite:///{folder}/dateline.db?timeout=1"
    upgrade(url)
    with ExitStack() as stack:
        broker = stack.enter_context(running(Valkey(folder / "broker")))
        where = {"REDIS_URL": broker.url, "DATABASE_URL": url, "DATELINE_TIME_LIMIT": str(LIMIT), **environment}
        started = [stack.enter_context(running(Server(folder / f"api{n}.log", **where))) for n in range(servers)]
        at_work = [stack.enter_context(running(Worker(folder / f"worker{n}.log", **where))) for n in range(workers)]
        yield Plant(broker, url, started, at_work)
