"""What the top of a topic's page answers at once: what happened, what is expected, how sure that is and who says so."""

from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient
from harbour import EVENTS, entry
from harbour_records import when
from lxml.html import HtmlElement
from seen import page, texts

from timeline.interval import Granularity as G
from timeline.model import Event, Status
from timeline.store import Store

PATH = "/timelines/harbour-tunnel"


def gists(found: HtmlElement) -> dict[str, list[str]]:
    return {
        each.xpath("string(h3)"): [" ".join(one.text_content().split()) for one in each.xpath(".//li")]
        for each in found.xpath("//*[@class='gist']")
    }


def test_a_topic_in_short(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    told = gists(page(client, PATH))
    assert list(told) == ["Happened last", "Expected next", "Said not to be so"]
    assert (
        told["Expected next"][0]
        == "on 24 September 2024 The board meets in closed session planned, Port Ellery Gazette"
    )
    assert told["Happened last"][-1].endswith("happened, Port Ellery Gazette, Radio Ellery")
    assert [len(each) for each in told.values()] == [3, 3, 1]


def test_what_has_been_possible_for_years_is_not_next(store: Store, client: FlaskClient) -> None:
    """Nor what was over before the newest report; what is due first stands first."""

    def planned(number: int, begin: str, end: str | None) -> Event:
        moment = when(begin, end, G.DAY, begin, "x")
        return replace(EVENTS[7], id=f"{number:032x}", headline=f"Plan {number} of the board", when=moment)

    plans = (
        planned(1, "2019-01-01", None),
        planned(2, "2024-09-01", "2024-09-02"),
        planned(3, "2024-09-10", "2024-12-01"),
        planned(4, "2024-10-01", "2024-10-02"),
    )
    store.replace(entry((EVENTS[3], *plans)))
    found = gists(page(client, PATH))["Expected next"]
    assert [one.partition(" of the board")[0][-6:] for one in found] == ["Plan 4", "Plan 3"]


def test_it_is_of_the_topic_and_not_of_a_part_of_it(store: Store, client: FlaskClient) -> None:
    store.replace(entry())
    for path in (f"{PATH}?status=denied", f"{PATH}?q=pump", f"{PATH}?from=x"):
        assert gists(page(client, path, 400 if path.endswith("=x") else 200)) == {}
    store.replace(replace(entry(tuple(each for each in EVENTS if each.status is Status.OCCURRED)), id="b" * 32))
    assert texts(page(client, PATH), ".headline")


def test_nothing_is_in_short_where_nothing_is_told(store: Store, client: FlaskClient) -> None:
    store.replace(entry(None))
    assert gists(page(client, PATH)) == {}
