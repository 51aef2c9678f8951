"""The measurement of pages: its table on made-up figures, and one page measured."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from measure.charts.browsing import Subject, measured
from measure.parts.page import FIGURES, SIZES, table
from measure.tables import printed

PAGE = (
    """<!doctype html><title>x</title><p class=event>The dam was opened</p><div id=plot style="height: 200px"></div>"""
)


def test_a_figure_that_could_not_be_had_is_a_dash_and_a_missing_page_says_why() -> None:
    figures = dict.fromkeys(FIGURES, 12.0) | {"first event": 0.5}
    del figures["clear"]
    rows = [
        {"name": "Dateline", "events": SIZES[0], "figures": figures, "assets": 41.2},
        {"name": "other", "events": SIZES[0], "missing": "needs npm"},
    ]
    lines = printed(table(rows)).splitlines()
    (own,), (other,) = ([line.split("|") for line in lines if name in line] for name in ("| Dateline", "| other"))
    assert [cell.strip() for cell in own[1:-1]] == [
        "Dateline",
        "100",
        "0.50",
        "12",
        "12",
        "12",
        "12.00",
        "–",
        "12",
        "12",
        "41",
    ]
    assert other[3].strip() == "needs npm"


@pytest.mark.browser
def test_a_page_is_measured_and_what_it_does_not_offer_is_missing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    subject = Subject("x", ".event", "#plot", "null", "nothing.here()", "null", "null")
    with ThreadPoolExecutor(1) as apart:  # other tests have a browser open in this thread
        found = apart.submit(measured, subject, (tmp_path / "index.html").as_uri()).result()
    assert set(FIGURES) - set(found) == {"clear"}
    assert 0 < found["first event"] < 60
    assert found["elements"] == 6
    assert found["memory"] > 20
