"""What several reports make of one happening."""

from __future__ import annotations

from datetime import date

from happenings_told import SANK, days_of, only
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import happenings, report

from measure.merging import told
from timeline.chronology.grouping import MOST
from timeline.chronology.merging import merged
from timeline.model import Event, Status


@settings(max_examples=150, deadline=None)
@given(st.lists(happenings, max_size=14), st.randoms())
def test_the_order_of_the_reports_and_copies_of_them_change_nothing(reports: list[Event], random) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    shuffled = [*reports, *reports[::2]]
    random.shuffle(shuffled)
    assert merged(shuffled) == merged(reports)


@settings(max_examples=100, deadline=None)
@given(st.lists(happenings, max_size=14))
def test_every_source_stands_in_the_timeline_and_no_event_has_more_voices_than_sources(reports: list[Event]) -> None:
    timeline = merged(reports)
    sources = [source for event in timeline for source in event.sources]
    assert {source.article for source in sources} == {event.sources[0].article for event in reports}
    assert all(1 <= event.voices <= len(event.sources) for event in timeline)
    assert len({event.id for event in timeline}) == len(timeline)


def test_the_time_is_what_all_reports_leave() -> None:
    found = only(report(SANK, 6, 7), report(SANK, 10, 7, publisher="Herald"))
    assert days_of(found) == ("2025-01-11", "2025-01-13")
    assert found.accounts == ()


def test_reports_that_cannot_agree_are_a_conflict_and_both_are_told() -> None:
    found = only(
        report(SANK, 10),
        report("The ferry Alder sank in the dark off Cape Morrow", 11, publisher="Herald"),
        report("The Alder sank in a storm off Cape Morrow", 11, publisher="Observer", published=21),
    )
    assert days_of(found) == ("2025-01-12", "2025-01-12")
    accounts = [(account.when.text, [source.publisher for source in account.sources]) for account in found.accounts]
    assert accounts == [("day 11", ["Herald", "Observer"]), ("day 10", ["Gazette"])]


def test_a_sentence_printed_every_day_anew_is_no_conflict() -> None:
    daily = [report("The programme is broadcast live tonight", 10 + day, publisher=f"P{day}") for day in range(2)]
    assert [event.accounts for event in merged(daily)] == [(), ()]


def test_an_agency_text_that_many_print_is_one_voice() -> None:
    copies = [report(SANK, 10, publisher=name) for name in ("Gazette", "Herald", "Observer")]
    own = report("Ferry Alder sinks off Cape Morrow", 10, publisher="Mercury")
    found = only(*copies, own)
    assert (len(found.sources), found.voices) == (4, 2)


def test_a_later_denial_of_what_was_reported_is_a_conflict_of_status() -> None:
    denial = report(
        "The ferry Alder did not sink off Cape Morrow", 10, publisher="Herald", published=22, status=Status.DENIED
    )
    found = only(report(SANK, 10), denial)
    assert found.status is Status.DENIED
    assert [account.status for account in found.accounts] == [Status.OCCURRED, Status.DENIED]


def test_the_id_is_that_of_the_first_report_and_stays_when_others_follow() -> None:
    first = report(SANK, 10, published=11)
    ids = {only(first, *(report(SANK, 10, publisher=f"P{n}", published=12 + n) for n in range(m))).id for m in range(4)}
    assert ids == {first.id}


def test_daily_news_of_one_kind_is_no_chain_that_swallows_the_days_between() -> None:
    strikes = [
        report(f"A strike hit the power station in Dallow, wave {n}", 10 + n, publisher=f"P{n}", published=11 + n)
        for n in range(6)
    ]
    assert max(len(event.sources) for event in merged(strikes)) <= 2


def test_a_happening_has_no_more_than_so_many_reports_and_copies_besides() -> None:
    told = [report(f"{SANK} with {number} men", 10, publisher=f"P{number}", published=11) for number in range(MOST + 9)]
    copies = [report(f"{SANK} with 0 men", 10, publisher=f"C{number}", published=12) for number in range(9)]
    found = [len(event.sources) for event in merged([*told, *copies])]
    assert sorted(found) == [9, MOST + 9]


def test_an_article_of_500_dates_makes_500_events() -> None:
    days = [date.fromordinal(date(2020, 1, 1).toordinal() + 3 * number) for number in range(500)]
    text = " ".join(f"On {day.day} {day:%B %Y} the council met in room {number}." for number, day in enumerate(days))
    events = told("2025-06-01", "Gazette", text)
    assert len(events) >= 490
    assert len(merged(events)) == len(events)


def test_a_topic_of_one_article_is_that_article_and_one_of_none_is_empty() -> None:
    events = told(
        "2025-06-20", "Gazette", "The Alder sank off Cape Morrow on Thursday. The owners will meet on Monday."
    )
    assert [event.headline for event in merged(events)] == [event.headline for event in events]
    assert merged([]) == ()
