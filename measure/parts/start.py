"""How long it takes to start: a command on one line, an import, and the interpreter that both stand on."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from measure.children import environment
from measure.figures import Part
from measure.places import PROJECT
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import ABSENT, Table, number

REPETITIONS = 9
_LINE = json.dumps({"id": "1", "dct": "2024-09-20", "text": "Talks resume next Tuesday."}) + "\n"
STARTS: dict[str, tuple[list[str], float | None]] = {
    "dateline tag, one line": ([str(Path(sys.executable).with_name("dateline")), "tag", "--jsonl"], 0.5),
    "import timeline.pipeline": ([sys.executable, "-c", "import timeline.pipeline"], 0.15),
    "the interpreter alone": ([sys.executable, "-c", "pass"], None),
}


def measured() -> Part:
    taken: dict[str, list[float]] = {name: [] for name in STARTS}
    for _ in range(REPETITIONS):
        for name, (command, _limit) in STARTS.items():
            taken[name].append(_seconds(command))
    spreads = {name: Spread.of(times) for name, times in taken.items()}
    return Part("start", table(spreads), {"seconds": taken}, ratios(spreads))


def ratios(times: dict[str, Spread]) -> tuple[Ratio, ...]:
    limits = {name: limit for name, (_, limit) in STARTS.items() if limit}
    return tuple(
        Ratio("start", name, f"{limit:g} s", times[name].to(limit), 1.0, below=True) for name, limit in limits.items()
    )


def _seconds(command: list[str]) -> float:
    """By the wall clock."""
    began = time.perf_counter()
    subprocess.run(
        command, cwd=PROJECT, env=environment(), input=_LINE, text=True, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - began


def table(times: dict[str, Spread]) -> Table:
    head = ("start", "seconds", "fastest", "slowest", "limit", "of the limit")
    title = f"Start: wall clock, median of {REPETITIONS} in turn"
    return Table(title, head, [_row(name, spread, STARTS[name][1]) for name, spread in times.items()])


def _row(name: str, spread: Spread, limit: float | None) -> tuple[str, ...]:
    return (name, *spread.cells(3), number(limit, 2), f"{100 * spread.median / limit:.0f} %" if limit else ABSENT)
