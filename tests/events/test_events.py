"""Which events an article gives."""

from __future__ import annotations

import re

from marked import events

from timeline.chronology import order_key
from timeline.model import Event

STORY = """\
Permission to move the archive could be given in [the coming weeks]{~2024-09-20/2024-11-03|FUTURE_REF}, sources told us.

The final vote may come as soon as the assembly [next week]{2024-09-23/2024-09-29}.

The staff want to see a plan on how it could help them through [the winter]{2024-12-01/2025-02-28} of the move.

At a meeting with Mayor Ida Holm and the librarians [last week]{2024-09-09/2024-09-15}, two plans were shown.

After [two hours]{} the mayor left, and for [months]{} nobody had heard of a third.

Ms Holm met the unions in the town hall [this week]{2024-09-16/2024-09-22}.

The mayor said [last night]{2024-09-19} she wanted the town to have “all it needs for a hard winter and into \
[2025]{2025-01-01/2025-12-31}”.

Asked whether the building would be sold, Ms Holm said: “I have nothing else to announce [today]{2024-09-20}.”

She added: “We look forward to opening the doors in [a few days]{~2024-09-21/2024-09-27}”.

It came after she said [last weekend]{2024-09-14/2024-09-15} that the staff were ready.

[Last weekend]{2024-09-14/2024-09-15} five former librarians urged the town to agree."""
TOLD = [
    ("2024-09-09", "occurred", "At a meeting with Mayor Ida Holm and the librarians, two plans were shown"),
    ("2024-09-14", "occurred", "Five former librarians urged the town to agree"),
    ("2024-09-14", "occurred", "Ms Holm said that the staff were ready"),
    ("2024-09-16", "occurred", "Ms Holm met the unions in the town hall"),
    ("2024-09-19", "occurred", "The mayor said she wanted the town to have “all it needs”"),
    ("2024-09-20", "occurred", "Ms Holm said: “I have nothing else to announce today.”"),
    ("2024-09-20", "possible", "Permission to move the archive could be given"),
    ("2024-09-21", "scheduled", "Ms Holm added: “We look forward to opening the doors in a few days”"),
    ("2024-09-23", "possible", "The final vote may come as soon as the assembly"),
]


def _start(event: Event) -> str:
    interval = event.when.interval
    return "" if interval is None or interval.start is None else interval.start.date().isoformat()


def test_the_story_of_an_article() -> None:
    """Spans of time, quotations and open questions give no event; all else does, each with its status."""
    found = sorted((_start(event), event.status.value, event.headline) for event in events(STORY))
    assert found == TOLD


def test_events_of_one_sentence_have_its_quote_and_their_own_mark() -> None:
    found = events("He left on [Monday]{2024-09-16} and she will leave on [Friday]{2024-09-27}.")
    assert {event.sources[0].quote for event in found} == {"He left on Monday and she will leave on Friday."}
    marks = [event.sources[0].quote[mark.start : mark.end] for event in found for mark in event.sources[0].marks]
    assert marks == ["Monday", "Friday"]


def test_the_headline_repeated_in_the_body_is_one_event() -> None:
    title = "Castle to reopen [next week]{2024-09-23/2024-09-29}"
    lead = "The castle is to reopen [next week]{2024-09-23/2024-09-29}."
    assert [event.sources[0].quote for event in events(f"{lead}\n\n{lead}", title=title)] == [
        lead.replace("[", "").replace("]{2024-09-23/2024-09-29}", "")
    ]


def test_a_headline_gives_an_event_that_the_body_does_not_tell() -> None:
    found = events("The walls are old.", title="The old castle will reopen [next week]{2024-09-23/2024-09-29}")
    assert [event.headline for event in found] == ["The old castle will reopen"]


def test_identities_survive_a_second_delivery_and_a_change_elsewhere() -> None:
    first = {event.id for event in events(STORY)}
    assert first == {event.id for event in events(STORY)}
    assert first == {event.id for event in events("The town has 900 houses.\n\n" + STORY)}
    assert all(re.fullmatch(r"[0-9a-f]{32}", identity) for identity in first)
    assert len(first) == len(TOLD)


def test_events_come_in_the_order_of_a_timeline() -> None:
    found = events(STORY)
    assert list(found) == sorted(found, key=order_key)


def test_earlier_sentences_and_finer_dates_weigh_more() -> None:
    day, month = events("It fell on [Monday]{2024-09-16}.\n\nIt rose in [August]{2024-08-01/2024-08-31}.")[::-1]
    assert 0 <= month.importance < day.importance <= 1
