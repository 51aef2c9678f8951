"""A whole installation, as `dateline up` starts it: how soon it is ready, and what it takes when nobody asks."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.children import environment
from measure.figures import Part
from measure.places import Unmeasured
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table
from measure.weighing import resident

ROUNDS = 5
_READY, _MEMORY = 3.0, 250e6
_SETTLING = 2.0


def measured() -> Part:
    rounds = [_round() for _ in range(ROUNDS)]
    ready, memory = [seconds for seconds, _ in rounds], [float(size) for _, size in rounds]
    found = (
        ("dateline up, ready", f"{_READY:g} s", Spread.of(ready).to(_READY)),
        ("dateline up with one worker, idle memory", f"{_MEMORY / 1e6:.0f} MB", Spread.of(memory).to(_MEMORY)),
    )
    ratios = tuple(Ratio("life", *each, 1.0, below=True) for each in found)
    return Part("life", table(Spread.of(ready), Spread.of(memory)), {"ready": ready, "memory": memory}, ratios)


def _round() -> tuple[float, int]:
    """Seconds until it says that it is ready, and bytes of all its processes a little later."""
    with TemporaryDirectory(prefix="dateline-bench-") as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        dateline = Path(sys.executable).with_name("dateline")
        began = time.perf_counter()
        with subprocess.Popen(
            [str(dateline), "up", "--data", folder, "--workers", "1", "--port", str(port)],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as up:
            try:
                _await_ready(up)
                seconds = time.perf_counter() - began
                time.sleep(_SETTLING)
                return seconds, resident(up.pid)
            finally:
                up.terminate()
                up.wait(30)


def _await_ready(up: subprocess.Popen[str]) -> None:
    said: list[str] = []
    for line in up.stdout or ():
        said.append(line)
        if line.startswith("Dateline is ready"):
            return
    raise Unmeasured(f"dateline up ended: {''.join(said)[-300:]}")


def table(ready: Spread, memory: Spread) -> Table:
    rows = [("ready, seconds", *ready.cells(2)), ("memory, MB (shared pages once)", *memory.cells(0, 1e6))]
    title = f"dateline up with one worker, median of {ROUNDS}"
    return Table(title, ("installation", "median", "lowest", "highest"), rows)
