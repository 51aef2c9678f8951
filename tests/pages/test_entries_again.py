"""An entry that was shown before is shown again only where it would be shown the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

from flask import Flask

from api.pages import pages
from api.pages.entries import entry
from api.pages.showing import vocabulary
from api.pages.view import row
from timeline.pipeline import told
from timeline.reading import read
from timeline.submission import submission
from worker.settings import ZONE

ABOUT = {"title": "Ferry", "published": "2024-09-20T17:00:00+01:00", "topics": ["Ferries"]}
TEXT = "The night ferry <b>sank</b> on 9 September 2024. The office will move next spring & may close in 2031."


def test_an_entry_is_the_same_whatever_was_shown_before() -> None:
    _, events = told(read(submission(ABOUT | {"text": TEXT}), zone=ZONE, now=datetime.now(UTC)))
    assert len(events) > 1
    heavier = [replace(event, importance=0.75) for event in events]
    where = product((True, False), (True, False), ("/one", "/other"))
    app = Flask("api")
    app.register_blueprint(pages)
    with app.test_request_context():
        macro = app.jinja_env.get_template("pages/entry.html").make_module(vocabulary()).entry
        for event, (ahead, vague, address) in [*product((*events, *heavier), where)] * 2:
            placed = replace(row(event), ahead=ahead, open=vague)
            shown = entry(placed, address, macro)
            assert shown == macro(placed, address)
            assert "<b>" not in shown
