"""What a resolved time remembers of its making, so that words can be made of it when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.algebra.meaning import Meaning
from timeline.algebra.operators import Anchors


class Derivation(NamedTuple):
    """A meaning and what it met. ``opened`` is the word that moved one end to the publication ("since", "by")."""

    meaning: Meaning
    anchors: Anchors
    opened: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two times made one range; each may be any derivation, or nothing where one is not known."""

    first: object
    last: object
