"""What a pattern stands for when nothing is left to choose: plain sequences of steps, and how these are joined."""

from __future__ import annotations

from typing import NamedTuple

JOINS: dict[str, frozenset[str]] = {
    "": frozenset([""]),
    " ": frozenset([" ", "-", "' ", " '"]),
    "~": frozenset(["", " ", "-", "' "]),
    "+": frozenset([" "]),
    "-": frozenset(["-", " - "]),
    ", ": frozenset([", ", ","]),
    ",? ": frozenset([", ", ",", " ", "-"]),
    ",": frozenset([","]),
    "/": frozenset(["/"]),
    ":": frozenset([":"]),
    ".": frozenset(["."]),
    "'": frozenset(["'"]),
    "’": frozenset([" '"]),
}


class Step(NamedTuple):
    """One element of a sequence: how it is joined to the one before, a literal word or a slot with its parameter.

    ``leads``, ``trails``: it stands before or behind the expression and is not part of it.
    """

    joins: frozenset[str]
    word: str | None = None
    slot: str | None = None
    parameter: str | None = None
    leads: bool = False
    trails: bool = False


Sequence = tuple[Step, ...]
