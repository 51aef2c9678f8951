"""A running Dateline, as a reader of the README has one."""

from __future__ import annotations

import os
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from processes import HANGING, Process, ended, free_port, running, until

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Dateline:
    """A running `dateline up`, and the folder and environment in which a reader of the README would be."""

    url: str
    folder: Path
    environ: dict[str, str]

    def get(self, path: str) -> dict[str, Any] | None:
        """The JSON there, ``None`` for an error answer or none at all."""
        try:
            with urllib.request.urlopen(self.url + path.removeprefix(self.url), timeout=HANGING) as answer:
                found: dict[str, Any] = orjson.loads(answer.read())
                return found
        except OSError:
            return None

    def run(self, *command: str) -> str:
        """What the command prints; fails with its complaint when it ends with anything but 0."""
        result = ended(command, self.environ, self.folder)
        assert result.returncode == 0, f"{command[-1]}\n{result.stdout}\n{result.stderr}"
        return result.stdout


@contextmanager
def dateline_up(folder: Path) -> Iterator[Dateline]:
    """`dateline up --seeds` with its data in ``folder``."""
    port = str(free_port())
    options = ["--seeds", "--workers", "1", "--data", str(folder / "data"), "--port", port]
    url = f"http://127.0.0.1:{port}"
    served = Dateline(url, folder, _environ(folder, url))
    up = Process([str(BIN / "dateline"), "up", *options], folder / "up.log")
    with running(up):
        until(lambda: up.running() and served.get("/readyz"))
        try:
            yield served
        finally:
            up.stop()


def _environ(folder: Path, url: str) -> dict[str, str]:
    """Ours without settings; curl fails on error answers, ``dateline`` is on the PATH."""
    ours = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**ours, "PATH": path, "CURL_HOME": str(folder), "DATELINE_SERVER": url}
