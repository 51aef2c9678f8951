"""What the figures were measured on; a loaded machine gives other figures."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from measure.places import Document


def load() -> float:
    """Processes that wanted a core, over the last minute."""
    return os.getloadavg()[0]


def machine() -> Document:
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
