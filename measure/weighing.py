"""What processes and all below them have taken, as Linux tells it."""

from __future__ import annotations

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def _family(process: int) -> list[int]:
    """A process and all below it; without those that are gone meanwhile."""
    try:
        below = [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []
    return [process, *(each for child in below for each in _family(child))]


def cpu(process: int) -> float:
    """Seconds of CPU time of a process and all below it so far."""
    return sum(_cpu(each) for each in _family(process))


def _cpu(process: int) -> float:
    """Its own, and that of its children that have ended (proc_pid_stat(5))."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def resident(process: int) -> int:
    """Bytes of a process and all below it; of what several share, each counts its part (PSS, proc(5))."""
    return sum(_resident(each) for each in _family(process))


def _resident(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
