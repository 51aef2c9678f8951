"""How the time in which an article is read grows with its length, from 1 KB to 1 MB: all of it, until its events."""

from __future__ import annotations

from measure.children import child, module
from measure.figures import Part, exponent
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table, number

LENGTHS = (1_000, 4_000, 16_000, 64_000, 250_000, 1_000_000)
ROUNDS = 5
_LINEAR = 1.1
_LONGEST = 60.0


def measured() -> Part:
    """Every round has all lengths, so that a machine that gets slower bends nothing."""
    with child(module("measure.parts.length_child"), _LONGEST) as running:
        running.answer(str(LENGTHS[2]))
        rounds = [[running.answer(str(length))["seconds"] for length in LENGTHS] for _ in range(ROUNDS)]
    found = Spread.of([exponent(LENGTHS, seconds) for seconds in rounds])
    ratio = Ratio("length", "exponent of reading time, 1 KB to 1 MB", "1, linear", found, _LINEAR, below=True)
    return Part("length", table(rounds), {"lengths": LENGTHS, "seconds": rounds}, (ratio,))


def table(rounds: list[list[float]]) -> Table:
    rows = []
    for length, seconds in zip(LENGTHS, zip(*rounds, strict=True), strict=True):
        spread = Spread.of(seconds)
        rows.append((f"{length:,}", *spread.cells(2, 1e-3), number(1e6 * spread.median / length, 2)))
    title = f"Length: reading one article, CPU, medians of {len(rounds)} rounds in turn"
    return Table(title, ("characters", "ms", "lowest", "highest", "µs a character"), rows)
