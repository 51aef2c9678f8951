"""Entries of a chronology, shown again as they were."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from api.pages.view import Row
from timeline.model import Event
from timeline.remembering import Remembering

_REMEMBERED = 1000

Macro = Callable[[Row, str], Markup]


def entry(row: Row, address: str, macro: Macro) -> Markup:
    """``macro`` is how an entry is written; what it tells is the event's, but for where it stands."""
    return _entry(row.event, (row.ahead, row.open, address), row=row, macro=macro)


def _written(_: Event, stands: tuple[bool, bool, str], *, row: Row, macro: Macro) -> Markup:
    return macro(row, stands[-1])


_entry = Remembering(_written, _REMEMBERED)
