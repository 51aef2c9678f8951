"""A cursor holds while events come and go, and one that is broken is refused."""

from __future__ import annotations

import pytest
from store_specimens import done, event

from timeline.store import Store


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_of_no_events_is_refused(store: Store, limit: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        store.timeline("harbour", limit=limit)


@pytest.mark.parametrize(
    "cursor", ["", "x", "äöü", "bnVsbA", "WzFd", "e30", "\0", "W1tdLDEsMSwxLCJhIiwxLDFd", "🙂" * 9]
)
def test_a_broken_cursor_is_refused(store: Store, cursor: str) -> None:
    store.replace(done())
    with pytest.raises(ValueError, match="cursor"):
        store.timeline("harbour", after=cursor)


def test_a_cursor_holds_while_events_come_and_go(store: Store) -> None:
    store.replace(done("a1", events=(event("b"), event("d"))))
    store.replace(done("a2", events=(event("c"), event("e"))))
    first = store.timeline("harbour", limit=2)
    assert first is not None
    store.replace(done("a1", later=1, events=(event("a"), event("cc"), event("f"))))
    rest = store.timeline("harbour", after=first.next)
    assert rest is not None
    assert [found.id for found in rest.events] == ["cc", "e", "f"]
