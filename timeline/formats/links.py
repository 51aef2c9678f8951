"""Where what is written about can be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """Absolute addresses: of the document itself, of the one with the events that follow, and of the timeline's page.

    ``event`` gives the page of an event and ``record`` the JSON of it, by its id.
    """

    own: str
    page: str
    next: str | None
    event: Callable[[str], str]
    record: Callable[[str], str]
