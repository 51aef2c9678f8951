"""Figures as ratios to a limit or a peer that was measured in the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from measure.places import Document
from measure.spread import Spread
from measure.tables import Table, number


@dataclass(frozen=True, slots=True)
class Ratio:
    """``found`` are the ratios of single rounds; ``wanted`` is what it should reach, or stay below where ``below``."""

    part: str
    name: str
    to: str
    found: Spread
    wanted: float
    below: bool = False

    @property
    def value(self) -> float:
        return self.found.median

    @property
    def met(self) -> bool:
        return self.value <= self.wanted if self.below else self.value >= self.wanted

    @property
    def share(self) -> float:
        """How much of what is wanted it is: 1 or more is enough."""
        return self.wanted / self.value if self.below and self.value else self.value / self.wanted

    def document(self) -> Document:
        told: Document = asdict(self)
        return {**told.pop("found"), **told, "met": self.met}


def table(ratios: Sequence[Ratio]) -> Table:
    head = ("figure", "as a ratio to", "ratio", "lowest", "highest", "wanted", "met")
    met = sum(ratio.met for ratio in ratios)
    title = f"Ratios: {met} of {len(ratios)} are what they should be"
    return Table(title, head, [_row(ratio) for ratio in ratios])


def _row(ratio: Ratio) -> tuple[str, ...]:
    wanted = f"{'at most' if ratio.below else 'at least'} {number(ratio.wanted, 2)}"
    return (f"{ratio.part}: {ratio.name}", ratio.to, *ratio.found.cells(2), wanted, "yes" if ratio.met else "**no**")
