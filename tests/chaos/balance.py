"""The balance of a ledger: what became of all that was accepted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from ledger import Ledger, told
from plant import Plant

from timeline.progress import State
from timeline.store import Store, Unavailable, open_store


@dataclass(frozen=True)
class Account:
    """``lost`` came to no end, ``repeated`` has an event twice or in two places."""

    articles: int
    done: int
    failed: int
    lost: int
    repeated: int
    refused: int
    seconds: float

    @property
    def whole(self) -> bool:
        """Nothing failed either."""
        return self.balanced and self.done == self.articles

    @property
    def balanced(self) -> bool:
        return self.lost == self.repeated == 0 and self.done + self.failed == self.articles

    def __str__(self) -> str:
        return (
            f"{self.articles} accepted = {self.done} stored + {self.failed} failed; lost {self.lost}, repeated "
            f"{self.repeated}; {self.refused} refused meanwhile; whole {self.seconds:.1f} s after the fault"
        )


def account(plant: Plant, ledger: Ledger, within: float) -> Account:
    """The balance once everything has come to an end, or after so many seconds."""
    with closing(open_store(plant.database_url)) as store:
        deadline = time.monotonic() + within
        while (states := _states(store, ledger.accepted.values())) is None or not _ended(states):
            if time.monotonic() > deadline:
                break
            time.sleep(0.2)
        seconds = time.monotonic() - (ledger.struck or ledger.began)
        found = states or Counter()
        lost = len(ledger.accepted) - found[State.DONE] - found[State.FAILED]
        repeated = sum(_repeated(store, number) for number in ledger.accepted)
    return Account(
        articles=len(ledger.accepted),
        done=found[State.DONE],
        failed=found[State.FAILED],
        lost=lost,
        repeated=repeated,
        refused=ledger.refused,
        seconds=seconds,
    )


def _ended(states: Counter[State]) -> bool:
    return not states[State.QUEUED] and not states[State.PROCESSING]


def _states(store: Store, ids: Iterable[str]) -> Counter[State] | None:
    try:
        entries = [store.entry(id_) for id_ in ids]
    except Unavailable:
        return None
    return Counter(entry.state for entry in entries if entry is not None)


def _repeated(store: Store, number: int) -> bool:
    timeline = store.timeline(f"lock-{number:04d}")
    return timeline is not None and len(timeline.events) > told(number)
