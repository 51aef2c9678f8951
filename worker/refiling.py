"""Filing articles anew, a little at a time, so that other work goes on in between."""

from __future__ import annotations

import time

from timeline.store import Store

AT_ONCE = 25
"""Articles of a transaction."""
SECONDS = 2.0
"""After which the rest waits behind what came meanwhile."""


def refiled(store: Store) -> bool:
    """Whether something may be left."""
    until = time.monotonic() + SECONDS
    while store.catalogue.refile(limit=AT_ONCE):
        if time.monotonic() > until:
            return True
    return False
