"""Whether what was started can do its work yet."""

from __future__ import annotations

import http.client
import time
from contextlib import closing

from cli.running.address import Address
from cli.running.child import Child

_SPOKEN_FOR = 5.0
"""A worker that has lived so many seconds counts as ready, whatever its log says."""


def api_ready(address: Address) -> bool:
    """The API answers, and reaches its broker and its store."""
    with closing(http.client.HTTPConnection(address.reachable_host, address.port, timeout=2)) as connection:
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False


def worker_ready(worker: Child) -> bool:
    """Celery has logged that it takes tasks."""
    return " ready." in worker.log.read_text(errors="replace") or time.monotonic() > worker.started + _SPOKEN_FOR
