"""A fault under load, and the account that is made of it."""

from __future__ import annotations

import os
import time

import pytest
from balance import Account, account
from faults import Fault
from ledger import Ledger
from plant import Plant
from processes import until

WHOLE = bool(os.environ.get("DATELINE_CHAOS_ARTICLES"))
RECOVERY = 60.0
"""Seconds after which what has not come to an end counts as lost."""


def struck(plant: Plant, load: int | Ledger, fault: Fault, within: float = RECOVERY) -> Account:
    """The account of a load, or of so many articles, that was hit when a part of it had been read and all else was
    on its way."""
    ledger = Ledger(load) if isinstance(load, int) else load
    sender = ledger.submitting(plant.servers)
    until(lambda: len(ledger.accepted) >= ledger.articles // 2)
    fault(plant)
    ledger.struck = time.monotonic()
    sender.join(90)
    return account(plant, ledger, within)


def noted(request: pytest.FixtureRequest, found: Account) -> Account:
    request.node.user_properties.append(("figure", f"{request.node.name}: {found}"))
    return found
