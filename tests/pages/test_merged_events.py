"""What the page shows of events that several articles tell."""

from __future__ import annotations

from dataclasses import replace

import harbour
from flask.testing import FlaskClient

from timeline.interval import Granularity as G
from timeline.model import Account, Event, Stage, Status, Step
from timeline.store import Store


def _page(store: Store, client: FlaskClient, event: Event) -> str:
    store.replace(harbour.entry((event,)))
    return client.get(f"/timelines/{harbour.TOPIC.slug}").text


def _event(**fields: object) -> Event:
    monday = harbour.when("2024-09-16", "2024-09-17", G.DAY, "2024-09-16", "on Monday")
    told = harbour.source("The pump failed on Monday.", "Monday")
    return replace(harbour.event(1, "The pump failed", Status.OCCURRED, monday, told), **fields)  # type: ignore[arg-type]


def test_accounts_that_contradict_each_other_stand_side_by_side_with_their_quotes(
    store: Store, client: FlaskClient
) -> None:
    tuesday = harbour.when("2024-09-17", "2024-09-18", G.DAY, "2024-09-17", "on Tuesday")
    other = harbour.source("The pump failed on Tuesday.", "Tuesday", publisher="Radio Ellery")
    event = _event()
    accounts = (
        Account(when=event.when, status=Status.OCCURRED, sources=event.sources),
        Account(when=tuesday, status=Status.OCCURRED, sources=(other,)),
    )
    shown = _page(store, client, replace(event, accounts=accounts))
    assert "Sources disagree" in shown
    assert shown.index("The pump failed on <mark>Monday") < shown.index("The pump failed on <mark>Tuesday")
    assert "Radio Ellery" in shown


def test_the_life_of_a_plan_is_told_step_by_step_and_its_announcement_alone_is_not(
    store: Store, client: FlaskClient
) -> None:
    event = _event()
    steps = tuple(
        Step(stage=stage, when=event.when, source=event.sources[0]) for stage in (Stage.ANNOUNCED, Stage.MOVED)
    )
    silent = Step(stage=Stage.SILENT, when=event.when)
    shown = _page(store, client, replace(event, life=(*steps, silent)))
    assert "Moved to a new date:" in shown
    assert "no later article says what came of it" in shown


def test_events_whose_order_is_open_say_so_also_on_the_next_page(store: Store, few_a_page: FlaskClient) -> None:
    """The fourth of four on one day has the third on the page before."""
    lines = ("Divers left", "Pumps failed", "Residents marched", "The board resigned")
    events = tuple(replace(_event(headline=line), id=f"{number:032x}") for number, line in enumerate(lines))
    store.replace(harbour.entry(tuple(replace(event, sources=_own(event)) for event in events)))
    first = few_a_page.get(f"/timelines/{harbour.TOPIC.slug}").text
    assert first.count("order not certain") == 2
    found = store.timeline(harbour.TOPIC.slug, limit=3)
    assert found is not None
    second = few_a_page.get(f"/timelines/{harbour.TOPIC.slug}", query_string={"after": found.next}).text
    assert second.count("order not certain") == 1


def _own(event: Event) -> tuple[object, ...]:
    return (replace(event.sources[0], quote=f"{event.headline} on Monday.", marks=()),)
