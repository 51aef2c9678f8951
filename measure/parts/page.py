"""The chronology page beside TimelineJS3 and vis-timeline: the same events, in headless Chromium, medians of three."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from measure.charts import installing, serving
from measure.charts.browsing import Subject
from measure.charts.browsing import measured as browsed
from measure.figures import Part
from measure.places import Document, Unmeasured
from measure.tables import ABSENT, Table, number

SIZES = (100, 10_000)
REPETITIONS, ENOUGH = 3, 60.0
"""Runs, as many as begin within so many seconds."""
FIGURES = {
    "first event": ("first event, s", 2, 1.0),
    "wheel": ("wheel, frames/s", 0, 30.0),
    "drag": ("drag", 0, 30.0),
    "zoom": ("zoom", 0, 30.0),
    "filter": ("filter, s", 2, 0.15),
    "clear": ("clear, s", 2, 0.15),
    "elements": ("elements", 0, 3_000.0),
    "memory": ("renderer MiB", 0, None),
}
_FILTERED = """new Promise(resolve => {
    const results = document.querySelector("#results");
    new MutationObserver((_, watching) => {
        if (!results.hasAttribute("aria-busy")) watching.disconnect(), resolve();
    }).observe(results, { attributes: true });
    document.querySelector("input[name=status][value=denied]").click();
})"""
DATELINE = Subject(
    "Dateline", "article .headline", ".band-plot", _FILTERED, _FILTERED,
    "document.querySelector('[data-act=nearer]').click()", "document.querySelector('[data-act=farther]').click()",
)  # fmt: skip
VIS = Subject("vis-timeline 8.5.4", ".vis-item", "#chart", "filter()", "clear()", "nearer()", "farther()")
TIMELINEJS = Subject(
    "TimelineJS3 3.9.11", ".tl-timemarker", ".tl-timenav", "filter()", "clear()", "nearer()", "farther()"
)
PEERS = {TIMELINEJS: installing.timelinejs, VIS: installing.vis}


def measured() -> Part:
    rows: list[Document] = []
    for size in SIZES:
        with ExitStack() as open_pages:
            address, events = open_pages.enter_context(serving.served(size))
            rows.append(_row(DATELINE, size, address, serving.assets()))
            for subject, make in PEERS.items():
                try:
                    theirs, assets = open_pages.enter_context(installing.laid_out(make, events))
                    rows.append(_row(subject, size, theirs, assets))
                except Unmeasured as failure:
                    rows.append({"name": subject.name, "events": size, "missing": str(failure)})
    return Part("page", table(rows), {"pages": rows})


def _row(subject: Subject, size: int, address: str, assets: Iterable[Path]) -> Document:
    """Medians; a figure that was missing once is missing."""
    runs: list[Document] = []
    began = time.monotonic()
    while len(runs) < REPETITIONS and time.monotonic() - began < ENOUGH:
        runs.append(browsed(subject, address))
    figures = {name: median(run[name] for run in runs) for name in FIGURES if all(name in run for run in runs)}
    weight = sum(len(gzip.compress(file.read_bytes())) for file in assets) / 1000
    return {"name": subject.name, "events": size, "figures": figures, "assets": weight, "runs": runs}


def table(rows: list[Document]) -> Table:
    head = ("page", "events", *(name for name, _, _ in FIGURES.values()), "kB gzipped")
    wanted = [number(limit, digits) if limit else ABSENT for _, digits, limit in FIGURES.values()]
    limits = ("wanted of Dateline", f"{max(SIZES):,}", *wanted, "60")
    notes = (
        "Memory wanted: 1.5 times that of the page of 100. A dash: not within a minute, or not offered.",
        "A page that takes more than a minute for all of it is measured once.",
    )
    title = f"Pages of many events in headless Chromium, medians of {REPETITIONS}"
    return Table(title, head, [*map(_cells, rows), limits], notes)


def _cells(row: Document) -> tuple[str, ...]:
    told = (row["name"], f"{row['events']:,}")
    if "missing" in row:
        return (*told, row["missing"], *[ABSENT] * len(FIGURES))
    figures = [number(row["figures"].get(name), digits) for name, (_, digits, _) in FIGURES.items()]
    return (*told, *figures, number(row["assets"], 0))
