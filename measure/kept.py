"""Stores of many events, which take long to make and are kept beside the other results."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from measure.places import BENCH
from timeline.store.migrations import HEAD


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The SQLite file that ``make`` fills, once for each name and each schema; a copy is the caller's to make."""
    BENCH.mkdir(exist_ok=True)
    file = BENCH / f"{name}-{HEAD}.db"
    if not file.exists():
        made = file.with_suffix(".part")
        made.unlink(missing_ok=True)
        make(made)
        os.replace(made, file)
    return file


def move(store: Path, slug: str) -> None:
    """As a write does that changes something in the topic: no answer made before holds any more."""
    with sqlite3.connect(store, timeout=10) as connection:
        connection.execute("UPDATE topics SET edition = edition + 1 WHERE slug = ?", (slug,))
