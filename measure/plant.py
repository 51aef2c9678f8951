"""The programs of an installation, as `dateline up` starts them, for a measurement to load and to weigh."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

from redis import Redis
from redis.exceptions import RedisError

from cli.running.broker import broker
from measure.children import environment
from measure.places import PROJECT, Unmeasured
from measure.weighing import cpu
from timeline.store import upgrade

WORKERS = 2
THREADS = 37
"""As `dateline up` gives the API on two cores: five, and one for each stream."""
_LONGEST_START = 30.0


def until(condition: Callable[[], object], seconds: float, what: str, every: float = 0.005) -> None:
    """Raises Unmeasured when it does not come true in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise Unmeasured(f"{what} did not come within {seconds:g} s")
        time.sleep(every)


@dataclass
class Plant:
    """``folder`` holds the store and the logs; ``redis_url`` and ``database_url`` are those of all programs."""

    folder: Path
    redis_url: str
    database_url: str
    stack: ExitStack
    port: int = 0
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def worker(self, app: str = "worker.app") -> subprocess.Popen[bytes]:
        options = f"--concurrency {WORKERS} --loglevel INFO --without-gossip --without-mingle".split()
        log = self.folder / f"{app}.log"
        started = self._started([sys.executable, "-m", "celery", "-A", app, "worker", *options], log)
        until(lambda: b" ready." in log.read_bytes(), _LONGEST_START, "A worker")
        return started

    def api(self, app: str = "api:create_app", told: Mapping[str, str] | None = None) -> None:
        """On ``port``, with one process."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        options = f"--interface wsgi --factory --no-ws --http 1 --blocking-threads {THREADS} --port {self.port}".split()
        command = [sys.executable, "-m", "granian", *options, app]
        self._started(command, self.folder / f"{app}.log", told)
        until(self._answers, _LONGEST_START, "An API")

    def _answers(self) -> bool:
        try:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=1)
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def stop(self, process: subprocess.Popen[bytes]) -> None:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def cpu(self) -> float:
        """Seconds of CPU time of all its programs and their children so far."""
        return sum(cpu(process.pid) for process in self.processes if process.poll() is None)

    def _started(
        self, command: Sequence[str], log: Path, told: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        here = {"REDIS_URL": self.redis_url, "DATABASE_URL": self.database_url, "DATELINE_WRITING": "loopback"}
        with log.open("ab") as out:
            process = subprocess.Popen(
                command, cwd=PROJECT, env={**environment(), **here, **(told or {})},
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip
        self._kept(process)
        return process

    def _kept(self, process: subprocess.Popen[bytes]) -> None:
        self.processes.append(process)
        self.stack.callback(_ended, process)


@contextmanager
def plant(database: Path | None = None) -> Iterator[Plant]:
    """A broker and a store, kept on disk as shipped; an empty one unless there is a SQLite file to work on."""
    with TemporaryDirectory(prefix="dateline-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "broker").mkdir()
        shipped = broker(folder / "broker")
        url = f"sqlite:///{database or folder / 'dateline.db'}"
        upgrade(url)
        started = subprocess.Popen(
            shipped.command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
        )
        here = Plant(folder, shipped.url, url, stack)
        here._kept(started)
        if started.stdin is not None:
            started.stdin.write(shipped.settings)
            started.stdin.close()
        until(lambda: _listens(shipped.url), _LONGEST_START, "A broker")
        yield here


def _listens(url: str) -> bool:
    try:
        return bool(Redis.from_url(url).ping())
    except RedisError:
        return False


def _ended(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
