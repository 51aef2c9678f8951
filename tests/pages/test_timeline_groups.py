"""How a chronology is cut: into groups, into what was over and what lay ahead, into pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask.testing import FlaskClient
from harbour import EVENTS
from harbour_records import event, source, when
from seen import page, texts
from shown import PATH, headings, one, show

from timeline.interval import Granularity as G
from timeline.model import Event, Status
from timeline.store import Store


def test_the_past_is_told_from_what_lay_ahead_of_the_newest_report(store: Store, client: FlaskClient) -> None:
    """The turn stands behind the last thing that was over, or told as a fact, on the day of the newest report."""
    meeting = replace(EVENTS[2], status=Status.OCCURRED, when=when("2024-09-16", "2024-09-23", G.WEEK, "2024-W38", "x"))
    show(store, EVENTS[1], meeting, *EVENTS[6:])
    found = page(client, PATH)
    items = found.xpath("//li[@class='turn'] | //article")
    classes = [item.get("class") for item in items]
    assert classes.index("turn") == 2
    assert [("ahead" in each.split()) for each in classes if each != "turn"] == [False, False, True, True, True, True]
    assert "20 September 2024" in texts(found, ".turn")[0]


def test_a_story_that_is_over_has_no_turn(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS[:4])
    assert texts(page(client, PATH), ".turn") == []


def test_months_head_the_groups_and_a_season_stands_apart(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    assert headings(page(client, PATH)) == [
        "Some time in the summer of 2024",
        "September 2024",
        "Some time in the winter of 2024/25",
        "Some time in 2025",
    ]


def test_a_month_that_goes_on_after_its_year_says_so(store: Store, client: FlaskClient) -> None:
    day = event(2, "On a day", Status.OCCURRED, when("2025-01-09", "2025-01-10", G.DAY, "2025-01-09", "x"), source("x"))
    month = event(
        3, "In the month", Status.OCCURRED, when("2025-01-01", "2025-02-01", G.MONTH, "2025-01", "x"), source("x")
    )
    show(store, month, day, EVENTS[9])
    assert headings(page(client, PATH)) == [
        "January 2025",
        "Some time in 2025",
        "January 2025, continued",
    ]


def test_few_events_over_many_months_are_told_by_years(store: Store, client: FlaskClient) -> None:
    days = [datetime(2015 + n, 1 + n, 3) for n in range(8)]
    moments = [when(f"{d:%Y-%m-%d}", f"{d:%Y-%m}-04", G.DAY, "x", "x") for d in days]
    show(store, *(event(n, f"Event {n}", Status.OCCURRED, each, source("x")) for n, each in enumerate(moments)))
    assert headings(page(client, PATH)) == [str(2015 + n) for n in range(8)]


def test_open_beginnings_have_a_heading_of_their_own(store: Store, client: FlaskClient) -> None:
    show(store, one(when=when(None, "2024-09-01", G.MONTH, "x", "until August", mod="BEFORE")))
    found = page(client, PATH)
    assert texts(found, ".date") == ["until the end of August 2024"]
    assert headings(found) == ["Beginning not known"]


def test_a_long_topic_is_paged_forth_and_back(store: Store, few_a_page: FlaskClient) -> None:
    """Every event is on exactly one page, and the way back leads over the same pages."""
    show(store, *EVENTS)
    forth, path = [], PATH
    while path:
        found = page(few_a_page, path)
        forth.append(texts(found, ".headline"))
        path = next(iter(found.xpath("//a[@rel='next']/@href")), None)
    assert [headline for each in forth for headline in each] == [event.headline for event in EVENTS]
    back = [texts(found, ".headline")]
    while previous := found.xpath("//a[@rel='prev']/@href"):
        found = page(few_a_page, previous[0])
        back.append(texts(found, ".headline"))
    assert back == forth[::-1]
    assert len(back) == 4


def test_a_page_without_its_trail_still_leads_back_to_the_first(store: Store, few_a_page: FlaskClient) -> None:
    show(store, *EVENTS)
    cursor = few_a_page.get("/api/v1/timelines/harbour-tunnel").json["next"].partition("after=")[2]
    assert page(few_a_page, f"{PATH}?after={cursor}").xpath("//a[@rel='prev']/@href") == [PATH]


def test_a_broken_cursor_is_a_readable_400(store: Store, client: FlaskClient) -> None:
    show(store, *EVENTS)
    found = page(client, f"{PATH}?after=%00nonsense", 400)
    assert texts(found, "h1") == ["This address is broken"]
    assert PATH in found.xpath("//main//a/@href")


def test_days_or_weeks_head_the_groups_where_events_lie_thick(store: Store, client: FlaskClient) -> None:
    def on(number: int, day: int) -> Event:
        moment = when(f"2024-09-{day:02d}", f"2024-09-{day + 1:02d}", G.DAY, f"2024-09-{day:02d}", "x")
        return event(number, f"Event {number}", Status.OCCURRED, moment, source("x"))

    show(store, *(on(n, n // 3 + 9) for n in range(6)))
    assert headings(page(client, PATH)) == ["Monday 9 September 2024", "Tuesday 10 September 2024"]
    show(store, *(on(n, n * 3 + 2) for n in range(6)), received="2024-09-22")
    assert headings(page(client, PATH)) == [f"Week of {day} September 2024" for day in (2, 9, 16)]
