"""What a store selects, put together from its pages."""

from __future__ import annotations

from timeline.model import Event
from timeline.selection import Selection
from timeline.store import Store


def chosen(store: Store, selection: Selection, limit: int = 1000, slug: str = "harbour") -> list[Event]:
    """All that is selected, page by page; each page counts it."""
    found: list[Event] = []
    after = None
    while True:
        page = store.timeline(slug, selection, limit=limit, after=after)
        assert page is not None
        found += page.events
        after = page.next
        if after is None:
            assert page.count == len(found)
            return found


later_versions = iter(range(2, 10_000))
