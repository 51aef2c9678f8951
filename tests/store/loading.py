"""What a statement has Python load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def modules_loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root)
    return set(told.stdout.split())
