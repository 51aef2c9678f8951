"""The clock of a process, set back before it does anything."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import time_machine

SETTING = "DATELINE_CLOCK_BACK"
"""Seconds by which the clock of a worker or an API is slow."""

if slow := os.environ.get(SETTING):
    time_machine.travel(datetime.now(UTC) - timedelta(seconds=int(slow))).start()

from api import create_app  # noqa: E402  # after the clock, which it may look at

__all__ = ["create_app"]
