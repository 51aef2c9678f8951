"""What the tests of a chronology show on its page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from harbour import EVENTS, entry
from lxml.html import HtmlElement

from timeline.model import Event
from timeline.store import Store

PATH = "/timelines/harbour-tunnel"
ALL = "10 events from June 2024 to December 2025, most of them from September to October 2024"


def show(store: Store, *events: Event, received: str = "2024-09-20") -> None:
    store.replace(replace(entry(events), received=datetime.fromisoformat(f"{received}T17:30:00+00:00")))


def headings(found: HtmlElement) -> list[str]:
    """Those of the groups."""
    return [heading.text_content() for heading in found.xpath("//section[contains(@class, 'group')]/h2")]


def one(**changes: object) -> Event:
    """The pump's failure, told otherwise."""
    return replace(EVENTS[3], **changes)  # type: ignore[arg-type]
