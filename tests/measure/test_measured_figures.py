"""The arithmetic and the tables of the measurements, on made-up figures."""

from __future__ import annotations

import pytest
from lxml.etree import fromstring

from measure import plot
from measure.figures import exponent
from measure.parts import growth, memory, peers, start
from measure.peers.installing import Reader
from measure.peers.races import Race, Rates
from measure.ratios import Ratio
from measure.scoring import Scores
from measure.spread import Spread
from measure.tables import Table, number, printed

SCORES = Scores(documents=2, expressions=9, value=30.31, strict=22.3, relaxed=55.9, type=46.2)


def cells(table: Table) -> dict[str, list[str]]:
    """The rows by their first column, as they are printed."""
    rows = [line.strip("|").split("|") for line in printed(table).splitlines() if line.startswith("|")]
    return {name.strip(): [cell.strip() for cell in row] for name, *row in rows[2:]}


def race(name: str, first: list[float], warm: list[float], wanted: float | None = None) -> Race:
    reader = Reader(name, lambda _: [], wanted)
    return Race(reader, "1.0", first=Rates(first, first), warm=Rates(warm, warm), scores=SCORES)


def test_a_spread_runs_from_lowest_to_highest_in_per_cent_of_the_median() -> None:
    spread = Spread.of([90, 140, 100])
    assert (spread.median, spread.lowest, spread.highest, spread.percent) == (100, 90, 140, 50)


def test_a_ratio_of_rounds_compares_each_with_the_limit_of_its_own_round() -> None:
    ratio = Ratio("part", "name", "to", Spread.over([10, 30, 90], [10, 10, 60]), 2.0, below=True)
    found = ratio.document()
    assert (found["median"], found["lowest"], found["highest"], found["met"]) == (1.5, 1.0, 3.0, True)
    assert Spread(3.0, 2.0, 5.0).to(2.0) == Spread(1.5, 1.0, 2.5)


@pytest.mark.parametrize("power", [1, 2])
def test_the_exponent_is_the_power_with_which_time_grows(power: int) -> None:
    lengths = [1_000, 4_000, 16_000]
    assert exponent(lengths, [length**power / 1e9 for length in lengths]) == pytest.approx(power)


def test_a_printed_table_is_markdown_between_its_title_and_its_notes() -> None:
    table = Table("Rivers", ("name", "km"), [("Tarn", number(1380.62)), ("[dry]", number(None))], ("So far.",))
    assert printed(table).splitlines()[0] == "Rivers"
    assert cells(table) == {"Tarn": ["1,380.6"], "[dry]": ["–"]}
    assert printed(table).endswith("|\n\nSo far.\n")


def test_ratios_are_dateline_s_rate_over_the_other_reader_s() -> None:
    table = peers.table([race("Dateline", [400, 500, 600], [900] * 3), race("other", [50, 100, 110], [90] * 3, 4)], "")
    speed = ["100", "60 %", "5.00 ×", "90", "0 %", "10.00 ×", "4 ×"]
    assert cells(table)["other"] == ["1.0", *speed, "30.3", "22.3", "55.9"]


def test_a_reader_that_cannot_be_installed_stands_in_the_table_with_the_reason() -> None:
    absent = Race(Reader("other", lambda _: []), missing="no registry was reached")
    assert cells(peers.table([race("Dateline", [500], [900]), absent], ""))["other"][:2] == [
        "no registry was reached",
        "–",
    ]


def test_growth_is_told_as_far_as_it_was_reached() -> None:
    linear = [length / 1e6 for length in growth.LENGTHS]
    shown = cells(growth.table({"calm": linear, "slow": linear[:3]}))
    assert shown["calm"] == ["1.000", "50 %", "1.0", "1.00"]
    assert shown["slow"] == ["over 10 at 64 KB", "–", "–", "1.00"]


@pytest.mark.parametrize("name", growth.UNITS)
def test_a_sample_has_the_length_it_is_timed_for(name: str) -> None:
    assert [len(growth.sample(name, length)) for length in (1_000, 16_000)] == [1_000, 16_000]


def test_memory_is_compared_with_that_of_a_warm_process() -> None:
    read = [(1_000, 30), (10_000, 40), (100_000, 42)]
    rows = [{"documents": count, "resident": size * 2**20, "seconds": 10} for count, size in read]
    assert cells(memory.table(rows))["100,000"] == ["42.0", "1.050 ×", "10,000"]


def test_a_start_is_compared_with_its_limit() -> None:
    times = dict.fromkeys(start.STARTS, Spread(0.25, 0.2, 0.3))
    assert cells(start.table(times))["dateline tag, one line"] == ["0.250", "0.200", "0.300", "0.50", "50 %"]


def test_bars_of_what_falls_short_lead_to_the_left_of_what_is_wanted() -> None:
    ratios = [
        Ratio("ingest", "half", "a <limit>", Spread.of([0.5]), 1.0),
        Ratio("start", "half of the time", "3 s", Spread.of([0.5]), 1.0, below=True),
    ]
    drawn = fromstring(plot.svg(ratios))
    line = next(float(each.get("x1", "")) for each in drawn.iterfind(".//{*}line") if each.get("stroke") == "#444")
    short, good = [each for each in drawn.iterfind(".//{*}rect") if each.get("fill") != "#fff"]
    assert float(short.get("x", "")) + float(short.get("width", "")) == pytest.approx(line)
    assert float(good.get("x", "")) == pytest.approx(line)
    assert short.get("width") == good.get("width")
    said = [each.text for each in drawn.iterfind(".//{*}text")]
    assert said[-6:] == [
        "ingest: half, to a <limit>",
        "0.50",
        "≥ 1.00",
        "start: half of the time, to 3 s",
        "0.50",
        "≤ 1.00",
    ]
