"""What an article and a page cost when a store, or one topic, has much in it already."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measure import crowded, stored
from measure.children import child, module
from measure.figures import Part
from measure.places import BENCH, Document
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table, number

SIZES = (1_000, 100_000, 1_000_000)
CROWDS = (1_000, 10_000, 100_000)
"""A page has 100 events; a topic of 10 has none to compare with, and is told beside these."""
_WARMING, _ARTICLES, _ROUNDS = 20, 40, 5
_FLAT = 1.3
_LONGEST = 120.0
FIGURES = ("article", "page", "resident")


@dataclass(slots=True)
class Grown:
    """By size, what each round found."""

    name: str
    topic: str
    make: Callable[[int], Path]
    sizes: tuple[int, ...]
    found: dict[int, list[Document]] = field(default_factory=dict)

    def value(self, size: int, figure: str) -> float:
        return float(median(each[figure] for each in self.found[size]))


def measured() -> Part:
    grown = (
        Grown("stored events", "Matter 0", stored.stored, SIZES),
        Grown("events in one topic", crowded.TOPIC.title, crowded.crowded, CROWDS),
    )
    for each in grown:
        _measure(each)
    figures = {each.name: {str(size): rounds for size, rounds in each.found.items()} for each in grown}
    return Part("size", table(grown), figures, tuple(ratio for each in grown for ratio in _ratios(each)))


def _measure(grown: Grown) -> None:
    """In turn, so that a machine that gets slower makes none look slow."""
    with TemporaryDirectory(prefix="size-", dir=BENCH) as folder:
        copies = {size: Path(folder) / f"{size}.db" for size in grown.sizes}
        for size, copy in copies.items():
            shutil.copyfile(grown.make(size), copy)
        for _ in range(_ROUNDS):
            for size, copy in copies.items():
                with child(module("measure.parts.size_child", f"sqlite:///{copy}"), _LONGEST) as running:
                    running.answer(f"{_WARMING} {grown.topic}")
                    grown.found.setdefault(size, []).append(running.answer(f"{_ARTICLES} {grown.topic}"))


def _ratios(grown: Grown) -> list[Ratio]:
    return [_ratio(grown, figure) for figure in FIGURES]


def _ratio(grown: Grown, figure: str) -> Ratio:
    """Of the largest to the smallest."""
    few, many = grown.sizes[0], grown.sizes[-1]
    values, limits = ([each[figure] for each in grown.found[size]] for size in (many, few))
    name, to = f"{figure}, {many:,} {grown.name}", f"that with {few:,}"
    return Ratio("size", name, to, Spread.over(values, limits), _FLAT, below=True)


def table(grown: tuple[Grown, ...]) -> Table:
    rows = [
        (
            f"{size:,} {each.name}",
            number(1000 * each.value(size, "article"), 2),
            number(1000 * each.value(size, "page"), 2),
            number(each.value(size, "resident") / 2**20, 0),
        )
        for each in grown
        for size in each.sizes
    ]
    title = f"Size: CPU of an article and of a page of 100 events, medians of {_ROUNDS} rounds in turn"
    return Table(title, ("a store with", "article, ms", "page, ms", "memory, MiB"), rows)
