"""A whole installation, as `dateline up` starts it: how soon it is ready, and what it takes when nobody asks."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.children import environment
from measure.figures import Part, Spread
from measure.places import Unmeasured
from measure.plant import resident
from measure.ratios import Ratio
from measure.tables import Table, number

ROUNDS = 5
_READY, _MEMORY = 3.0, 250e6
_SETTLING = 2.0


def measured() -> Part:
    rounds = [_round() for _ in range(ROUNDS)]
    ready, memory = Spread.of([seconds for seconds, _ in rounds]), Spread.of([float(size) for _, size in rounds])
    ratios = (
        _ratio("dateline up, ready", ready, f"{_READY:g} s", _READY),
        _ratio("dateline up with one worker, idle memory", memory, f"{_MEMORY / 1e6:.0f} MB", _MEMORY),
    )
    return Part(
        "life", table(ready, memory), {"ready": [s for s, _ in rounds], "memory": [m for _, m in rounds]}, ratios
    )


def _ratio(name: str, found: Spread, to: str, wanted: float) -> Ratio:
    low, high = found.lowest / wanted, found.highest / wanted
    return Ratio("life", name, to, found.median / wanted, low, high, 1.0, below=True)


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
    rows = [_row("ready, seconds", ready, 1.0, 2), _row("memory, MB (shared pages once)", memory, 1e6, 0)]
    title = f"dateline up with one worker, median of {ROUNDS}"
    return Table(title, ("installation", "median", "lowest", "highest"), rows)


def _row(name: str, found: Spread, unit: float, digits: int) -> tuple[str, ...]:
    return (name, *(number(one / unit, digits) for one in (found.median, found.lowest, found.highest)))
