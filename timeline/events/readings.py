"""What is read from a clause: the status, and the word that decided."""

from __future__ import annotations

from typing import NamedTuple

from timeline.model import Status
from timeline.syntax.tagging import Token


class Reading(NamedTuple):
    """``cue`` is the word or phrase that decided; ``None`` when tense and date alone did."""

    status: Status
    cue: Token | None = None
