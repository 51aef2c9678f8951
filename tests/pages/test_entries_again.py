"""An entry that was shown before is shown again only where it would be shown the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from typing import Any

from flask import Flask

from api.addresses import addresses
from api.pages import pages
from api.pages.entries import listed
from api.pages.entry import Addresses, entry
from api.pages.showing import vocabulary
from api.pages.view import Chronology, chronology
from timeline.model import Order, Status, Timeline, Topic
from timeline.pipeline import told
from timeline.reading import read
from timeline.submission import submission
from worker.settings import ZONE

ABOUT = {"title": "Ferry", "published": "2024-09-20T17:00:00+01:00", "topics": ["Ferries"]}
TEXT = "The night ferry <b>sank</b> on 9 September 2024. The office will move next spring & may close in 2031."
AT = datetime(2024, 9, 20, tzinfo=UTC)


def timelines() -> list[Timeline]:
    """The same events in other company, of other weight and status, the other way round."""
    _, events = told(read(submission(ABOUT | {"text": TEXT}), zone=ZONE, now=AT))
    assert len(events) > 1
    heavier = tuple(replace(event, importance=0.75, status=Status.POSSIBLE) for event in events)
    every = [events, events[1:], heavier, (events[0], *heavier[1:]), (*events, *heavier), ()]
    topic = Topic("ferries", "Ferries")
    return [
        Timeline(topic=topic, as_of=AT, count=len(each), events=each[:: 1 if order is Order.ASC else -1], order=order)
        for each, order in product(every, Order)
    ]


def anew(page: Chronology, where: Addresses, macros: Any) -> str:  # noqa: ANN401
    written = ""
    for number, group in enumerate(page.groups, 1):
        written += macros.opened(number, group.heading, page.turn is not None and group.first > page.turn)
        for place in range(group.first, group.first + group.size):
            ahead = page.turn is not None and place >= page.turn
            written += macros.turning("20 September 2024") if place == page.turn else ""
            written += entry(page.rows[place], ahead, page.certain[place], where, macros)
        written += macros.closed()
    return written


def test_an_entry_is_the_same_whatever_was_shown_before() -> None:
    app = Flask("api")
    app.register_blueprint(pages)
    with app.test_request_context():
        article = addresses("pages.article", external=False)
        macros = app.jinja_env.get_template("pages/entry.html").make_module(vocabulary())
        for timeline, events in [*product(timelines(), ("/one/", "/other/"))] * 2:
            page, where = chronology(timeline), Addresses(events.__add__, article)
            shown = b"".join(listed(page, where, app.jinja_env)).decode()
            assert shown == anew(page, where, macros)
            assert "<b>" not in shown
