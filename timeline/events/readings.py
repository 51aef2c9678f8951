"""What is read from a clause: the status, and the word that decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline.events.told import Told
from timeline.model import Status
from timeline.syntax.tokens import Token


class Reading(NamedTuple):
    """``cue`` is the word or phrase that decided, or the time itself; ``None`` when a plain past or present did."""

    status: Status
    cue: Token | None = None


Rule = Callable[[Told], Reading | None]
