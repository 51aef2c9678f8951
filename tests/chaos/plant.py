"""A whole Dateline of real processes, any of which a test may hurt."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from processes import Process, Server, Valkey, running, until

from timeline.store import upgrade

LIMIT = 4
"""Seconds an article may take; what nobody acknowledges is delivered again after six."""


class Worker(Process):
    """A worker that heeds `hurt`."""

    def __init__(self, log: Path, *, processes: int = 2, **environment: str) -> None:
        options = f"--concurrency {processes} --loglevel INFO --without-gossip --without-mingle"
        command = [sys.executable, "-m", "celery", "-A", "hurt", "worker", "-n", f"{log.stem}@%h", *options.split()]
        here = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
        super().__init__(command, log, {**environment, "PYTHONPATH": here})

    def start(self) -> None:
        already = self.said.count(" ready.")
        super().start()
        until(lambda: self.running() and self.said.count(" ready.") > already)

    def children(self) -> list[int]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in path.read_text().split()]

    def kill_child(self) -> None:
        os.kill(self.children()[0], signal.SIGKILL)


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
