"""What the views work with."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from api.broker import Broker
from api.settings import ApiSettings
from timeline.store import Store
from worker.meters import Meters

EXTENSION = "dateline"


@dataclass(frozen=True, slots=True)
class Parts:
    settings: ApiSettings
    store: Store
    broker: Broker
    meters: Meters


def parts() -> Parts:
    """Those of the application that serves this request."""
    found: Parts = current_app.extensions[EXTENSION]
    return found
