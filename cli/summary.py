"""What became of many articles, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cli.terminal import plain

if TYPE_CHECKING:
    from cli.submitting import Outcome

_MOST = 10
_LONGEST = 200


@dataclass(slots=True)
class Summary:
    """``reasons`` are of those that were refused or failed: how many have it, and where the first came from."""

    good: int = 0
    bad: int = 0
    reasons: dict[str, tuple[int, str]] = field(default_factory=dict)

    def count(self, outcome: Outcome) -> None:
        if outcome.ok:
            self.good += 1
            return
        self.bad += 1
        reason = plain(outcome.reason)[:_LONGEST]
        many, first = self.reasons.get(reason, (0, outcome.label))
        self.reasons[reason] = (many + 1, first)

    def lines(self, word: str) -> Iterator[str]:
        """``word`` tells what became of the good ones. The most frequent reasons come first."""
        yield f"{self.good} {word}, {self.bad} not."
        told = sorted(self.reasons.items(), key=lambda reason: -reason[1][0])
        for reason, (many, first) in told[:_MOST]:
            yield f"  {many} × {reason} (first: {plain(first)})"
        if others := sum(many for _, (many, _) in told[_MOST:]):
            yield f"  {others} for other reasons"
