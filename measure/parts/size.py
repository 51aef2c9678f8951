"""What an article and a page cost when a store, or one topic, has much in it already."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from measure import crowded, stored
from measure.children import Child, child, module
from measure.figures import Part
from measure.places import BENCH, Document
from measure.ratios import Ratio
from measure.spread import Spread
from measure.tables import Table, number

SIZES = (1_000, 100_000, stored.EVENTS)
CROWDS = (10, 1_000, 10_000)
LARGE_CROWDS = (10, 1_000, 100_000)
"""To write these takes minutes once."""
_WARMING, _ARTICLES, _ROUNDS = 20, 20, 5
_FLAT = 1.3
_LONGEST = 120.0
FIGURES = ("article", "page", "resident")


@dataclass(slots=True)
class Grown:
    """By size, what each round found; ``page`` is how many events a page of it has."""

    name: str
    topic: str
    make: Callable[[int], Path]
    sizes: tuple[int, ...]
    page: int
    found: dict[int, list[Document]] = field(default_factory=dict)

    def value(self, size: int, figure: str) -> float:
        return float(median(each[figure] for each in self.found[size]))


def measured() -> Part:
    return _measured("size", Grown("stored events", "Matter 0", stored.stored, SIZES, 100), _crowds(CROWDS))


def measured_crowds() -> Part:
    return _measured("crowd", _crowds(LARGE_CROWDS))


def _crowds(sizes: tuple[int, ...]) -> Grown:
    """A page has no more events than the smallest."""
    return Grown("events in one topic", crowded.TOPIC.title, crowded.crowded, sizes, sizes[0])


def _measured(name: str, *grown: Grown) -> Part:
    for each in grown:
        _measure(each)
    figures = {each.name: {str(size): rounds for size, rounds in each.found.items()} for each in grown}
    return Part(name, table(grown), figures, tuple(_ratio(name, each, what) for each in grown for what in FIGURES))


def _measure(grown: Grown) -> None:
    """In turn, so that a machine that gets slower makes none look slow. The first round only warms."""
    with TemporaryDirectory(prefix="size-", dir=BENCH) as folder, ExitStack() as stack:
        running = {
            size: stack.enter_context(_opened(grown.make(size), Path(folder) / f"{size}.db")) for size in grown.sizes
        }
        for count in (_WARMING, *[_ARTICLES] * _ROUNDS):
            for size, each in running.items():
                grown.found.setdefault(size, []).append(each.answer(f"{count} {grown.page} {grown.topic}"))
    grown.found = {size: rounds[1:] for size, rounds in grown.found.items()}


def _opened(kept: Path, copy: Path) -> AbstractContextManager[Child]:
    shutil.copyfile(kept, copy)
    return child(module("measure.parts.size_child", f"sqlite:///{copy}"), _LONGEST)


def _ratio(part: str, grown: Grown, figure: str) -> Ratio:
    """Of the largest to the smallest."""
    few, many = grown.sizes[0], grown.sizes[-1]
    values, limits = ([each[figure] for each in grown.found[size]] for size in (many, few))
    name, to = f"{figure}, {many:,} {grown.name}", f"that with {few:,}"
    return Ratio(part, name, to, Spread.over(values, limits), _FLAT, below=True)


def table(grown: tuple[Grown, ...]) -> Table:
    rows = [
        (
            f"{size:,} {each.name}",
            number(1000 * each.value(size, "article"), 2),
            f"{number(1000 * each.value(size, 'page'), 2)} ({each.page})",
            number(each.value(size, "resident") / 2**20, 0),
        )
        for each in grown
        for size in each.sizes
    ]
    title = f"Size: CPU of an article and of a page, medians of {_ROUNDS} rounds in turn"
    return Table(title, ("a store with", "article, ms", "page, ms (of so many events)", "memory, MiB"), rows)
