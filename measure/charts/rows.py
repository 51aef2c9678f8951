"""What is measured of a page, and what its runs found."""

from __future__ import annotations

from dataclasses import dataclass, field

from measure.places import Document
from measure.spread import Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """How it is told, and what it is to stay below, or reach, with many events."""

    head: str
    digits: int
    wanted: float | None = None
    below: bool = True


FIGURES = {
    "first event": Figure("first event, s", 2, 1.0),
    "wheel": Figure("wheel, frames/s", 0, 30.0, below=False),
    "drag": Figure("drag", 0, 30.0, below=False),
    "zoom": Figure("zoom", 0, 30.0, below=False),
    "filter": Figure("filter, s", 2, 0.15),
    "clear": Figure("clear, s", 2, 0.15),
    "elements": Figure("elements", 0, 3_000.0),
    "memory": Figure("renderer MiB", 0),
}


@dataclass(slots=True)
class Row:
    """One page with so many events; ``missing`` says why there is none."""

    name: str
    events: int
    weight: float = 0.0
    runs: list[Document] = field(default_factory=list)
    missing: str = ""

    def spread(self, figure: str) -> Spread | None:
        """``None`` where it was missing once."""
        values = [run[figure] for run in self.runs if figure in run]
        return Spread.of(values) if values and len(values) == len(self.runs) else None

    def document(self) -> Document:
        return {name: getattr(self, name) for name in ("name", "events", "weight", "runs", "missing")}
