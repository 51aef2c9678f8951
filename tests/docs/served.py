"""A running Dateline, as a reader of the README has one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import orjson

BIN = Path(sys.executable).parent
Found = TypeVar("Found")


@dataclass(frozen=True)
class Dateline:
    """A running `dateline up`, and the folder and environment in which a reader of the README would be."""

    url: str
    folder: Path
    environ: dict[str, str]

    def get(self, path: str) -> dict[str, Any] | None:
        """The JSON there, ``None`` for an error answer."""
        try:
            with urllib.request.urlopen(self.url + path.removeprefix(self.url), timeout=10) as answer:
                found: dict[str, Any] = orjson.loads(answer.read())
                return found
        except urllib.error.HTTPError:
            return None

    def run(self, *command: str) -> str:
        """What the command prints; fails with its complaint when it ends with anything but 0."""
        ended = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environ,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, f"{command[-1]}\n{ended.stdout}\n{ended.stderr}"
        return ended.stdout


def until(condition: Callable[[], Found | None], seconds: float = 60) -> Found:
    """What ``condition`` gives as soon as it gives something true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"still waiting after {seconds} seconds")


@contextmanager
def dateline_up(folder: Path) -> Iterator[Dateline]:
    """`dateline up --seeds` in ``folder``."""
    port = _free_port()
    served = Dateline(f"http://127.0.0.1:{port}", folder, _environ(folder, port))
    log = folder / "up.log"
    with log.open("wb") as output:
        up = subprocess.Popen(
            [BIN / "dateline", "up", "--seeds", "--workers", "1", "--port", str(port)],
            cwd=folder,
            env=served.environ,
            stdout=output,
            stderr=output,
        )
    try:
        until(lambda: _ready(served, up, log))
        yield served
    finally:
        up.terminate()
        up.wait(30)


def _environ(folder: Path, port: int) -> dict[str, str]:
    """Ours without settings; curl fails on error answers, ``dateline`` is on the PATH."""
    ours = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**ours, "PATH": path, "CURL_HOME": str(folder), "DATELINE_SERVER": f"http://127.0.0.1:{port}"}


def _ready(served: Dateline, up: subprocess.Popen[bytes], log: Path) -> bool:
    assert up.poll() is None, log.read_text()
    try:
        return served.get("/readyz") is not None
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
