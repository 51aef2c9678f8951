"""The measurement of pages: its table on made-up figures, and one page measured."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from measure.charts.browsing import Subject, measured
from measure.charts.rows import FIGURES, Row
from measure.parts.page import FEW, MANY, ratios, table
from measure.tables import printed

PAGE = (
    """<!doctype html><title>x</title><p class=event>The dam was opened</p><div id=plot style="height: 200px"></div>"""
)


def row(name: str, *runs: dict[str, float], events: int = MANY) -> Row:
    return Row(name, events, 41.2, [dict.fromkeys(FIGURES, 12.0) | {"late": []} | run for run in runs])


def cells(rows: list[Row]) -> list[list[str]]:
    lines = [line.strip("|").split("|") for line in printed(table(rows)).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def test_repetitions_are_told_by_median_lowest_and_highest() -> None:
    seconds = [{"first event": each} for each in (0.5, 0.9, 0.6)]
    own, wanted = cells([row("Dateline", *seconds)])
    assert own[:3] == ["Dateline", "10,000", "0.60 (0.50–0.90)"]
    assert own[-1] == "41"
    assert wanted[2] == "1.00"


def test_what_took_too_long_and_what_was_not_reached_after_it_are_told_apart() -> None:
    other = row("other", {"late": ["filter"]})
    for lost in ("filter", "clear"):
        del other.runs[0][lost]
    assert cells([other])[0][6:8] == ["over 4 s", "–"]


def test_a_page_that_could_not_be_had_says_why() -> None:
    assert cells([Row("other", FEW, missing="needs npm")])[0][2] == "needs npm"


def test_memory_is_compared_with_that_of_few_events_in_the_same_round() -> None:
    few, many = (row("Dateline", *({"memory": each} for each in sizes)) for sizes in ((100, 200, 200), (100, 300, 200)))
    (memory,) = (each for each in ratios(few, many) if each.name.startswith("memory"))
    assert (memory.found.lowest, memory.value, memory.found.highest, memory.met) == (1.0, 1.0, 1.5, True)


@pytest.mark.browser
def test_a_page_is_measured_and_what_it_does_not_offer_is_missing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    subject = Subject("x", ".event", "#plot", "null", "nothing.here()", "null", "null")
    with ThreadPoolExecutor(1) as apart:  # other tests have a browser open in this thread
        found = apart.submit(measured, subject, (tmp_path / "index.html").as_uri(), FIGURES).result()
    assert set(FIGURES) - set(found) == {"clear"}
    assert 0 < found["first event"] < 60
    assert found["elements"] == 6
    assert found["memory"] > 20
