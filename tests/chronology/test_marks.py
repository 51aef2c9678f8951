"""What is seen by marks alone: never that two reports of one happening are of two, often that others are."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from reports import happenings, report

from timeline.chronology.marks import FOLDED, judge, mark, sought
from timeline.chronology.neighbours import compared
from timeline.chronology.spots import DAY, kept
from timeline.chronology.times import TIMES
from timeline.chronology.trace import MOST_KEYS, Reach, Trace, weight
from timeline.chronology.tracing import trace
from timeline.model import Event

_WORDS = ("alder", "ferry", "sank", "cape", "old", "morrow", "sea", "harbour", "ö", "gale", "seventeen", "3")
_DAYS = (0, 1, 3, 5, 6, 7, 30, 31, 64, 65, 90, 365, 366, 400, 401, 3_000, 40_000)
SANK = "The ferry Alder sank off Cape Morrow"
_FIRST, _LAST = 0, (datetime.max - datetime.min) // timedelta(minutes=1)


@st.composite
def _reaches(draw: st.DrawFn) -> Reach:
    start = draw(st.integers(0, 800).map(lambda day: (735_000 + day) * DAY) | st.sampled_from([_FIRST, _LAST - DAY]))
    start += draw(st.sampled_from([0, 0, 1, 6 * 60, DAY - 1]))
    end = min(start + draw(st.sampled_from(_DAYS)) * DAY + draw(st.sampled_from([0, 1, 60, 18 * 60])), _LAST)
    return Reach(draw(st.sampled_from([start, start, start, None])), draw(st.sampled_from([end, end, end, None])))


@st.composite
def _traces(draw: st.DrawFn) -> Trace:
    head = draw(st.frozensets(st.sampled_from(_WORDS), min_size=1, max_size=8))
    placed = draw(st.sampled_from([True, True, True, False]))
    return Trace(
        telling=draw(st.integers(0, 2**62)),
        article=draw(st.integers(0, 3)),
        sentence=draw(st.integers(0, 3)),
        publisher=draw(st.sampled_from(["gazette", "herald"])),
        published=draw(st.integers(0, 3)),
        reach=draw(_reaches()) if placed else Reach(None, None),
        placed=placed,
        firm=draw(st.booleans()),
        planned=draw(st.booleans()),
        moves=draw(st.booleans()),
        head=head,
        words=head | draw(st.frozensets(st.sampled_from(_WORDS), max_size=4)),
        names=draw(st.frozensets(st.sampled_from(sorted(head)), max_size=2)),
        keys=tuple(draw(st.permutations(sorted(head)))[:MOST_KEYS]),
        weight=weight(head),
    )


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Trace, Trace]:
    """Half of them with the same words or the same time, or times that meet at their ends."""
    one, other = draw(_traces()), draw(_traces())
    if draw(st.booleans()):
        other = other._replace(head=one.head, words=one.words, names=one.names, keys=one.keys, weight=one.weight)
    if draw(st.booleans()):
        other = other._replace(reach=one.reach, placed=one.placed)
    elif one.reach.end is not None and draw(st.booleans()):
        away = draw(st.sampled_from([0, 1, 18 * 60, 18 * 60 + 2 * DAY]))
        other = other._replace(reach=Reach(one.reach.end + away, one.reach.end + away + DAY), placed=True)
    return one, other


def _finds(one: Trace, other: Trace) -> bool:
    """As the store looks."""
    facts, words = mark(other)
    bits = [wanted for spot, wanted in sought(one).items() if spot in kept(other)]
    seen = any(facts & wanted & ((1 << TIMES) - 1) and (words | words >> FOLDED) & (wanted >> TIMES) for wanted in bits)
    return seen and judge(one)(facts, words)


@settings(max_examples=1_500, deadline=None)
@given(_pairs())
def test_a_report_finds_those_of_the_same_happening_whichever_came_first(pair: tuple[Trace, Trace]) -> None:
    one, other = pair
    for mine, theirs in ((one, other), (other, one)):
        assert not compared(mine, theirs) or _finds(mine, theirs)


@settings(max_examples=300, deadline=None)
@given(_traces())
def test_marks_fit_into_both_databases(one: Trace) -> None:
    assert all(0 <= number < 2**62 for number in (*mark(one), *sought(one).values()))


@settings(max_examples=300, deadline=None)
@given(happenings, happenings)
def test_reports_as_they_are_read_find_each_other(one: Event, other: Event) -> None:
    mine, theirs = trace(one), trace(other)
    assert not compared(mine, theirs) or _finds(mine, theirs)


def test_days_that_are_just_near_enough_meet() -> None:
    """To the minute, where a day of the calendar ends."""
    one = trace(report(SANK, 6, publisher="Gazette"))
    assert one.reach.end is not None
    near = one._replace(
        reach=Reach(one.reach.end + 18 * 60, one.reach.end + 30 * 60), publisher="herald", article=1, sentence=1
    )
    for late, early in ((near, one), (one, near)):
        assert compared(late, early)
        assert _finds(late, early)


def test_of_what_took_centuries_the_last_is_where_it_is_found() -> None:
    year = 365 * DAY
    told = trace(report(SANK, 6, 30))
    assert told.firm
    assert told.reach.end is not None
    end = told.reach.end
    centuries = told._replace(reach=Reach(end - 300 * year, end))
    for ago, found in ((250, False), (50, True), (2, True)):
        other = told._replace(reach=Reach(end - ago * year, end - (ago - 2) * year), publisher="herald", article=1)
        for mine, theirs in ((centuries, other), (other, centuries)):
            assert bool(compared(mine, theirs)) is _finds(mine, theirs) is found


def test_another_name_or_another_month_is_seen() -> None:
    told = trace(report("Officials in Sundby closed the harbour bridge", 3, 30))
    assert not _finds(told, trace(report("Officials in Arlen closed the harbour bridge", 3, 30)))
    assert not _finds(told, trace(report("Officials in Sundby closed the harbour bridge", 65, 30)))
    assert _finds(told, trace(report("The harbour bridge in Sundby was closed", 10, 7)))
