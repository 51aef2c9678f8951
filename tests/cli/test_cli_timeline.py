"""`dateline timeline`: what a reader of a terminal is told, and every format through the API."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner, Result
from programs import Server
from whole_days import whole_day

from cli.chronology import paragraph
from cli.main import main
from timeline.formats import FORMATS
from timeline.model import Account, Article, Event, Source, Stage, Status, Step, Topic, When
from timeline.progress import State
from timeline.store import Entry, open_store
from timeline.wire import event_json

PUBLISHED = datetime(2024, 9, 20, 9, tzinfo=UTC)


def day(number: int) -> When:
    return whole_day(datetime(2024, 10, number))


GAZETTE = Source(
    article="a" * 32,
    title="Quays",
    url=None,
    publisher="Gazette",
    published=PUBLISHED,
    quote="The board meets on 1 October.",
    start=0,
    end=29,
)
HERALD = replace(GAZETTE, publisher="Herald", published=PUBLISHED + timedelta(days=1), quote="It meets on 2 October.")
PLAN = Event(
    id="1" * 32, headline="The board meets", status=Status.SCHEDULED, when=day(1), sources=(GAZETTE,), importance=0.5
)


def test_the_life_of_a_plan_is_told() -> None:
    life = (
        Step(stage=Stage.ANNOUNCED, when=day(1), source=GAZETTE),
        Step(stage=Stage.MOVED, when=day(2), source=HERALD),
        Step(stage=Stage.SILENT, when=day(2)),
    )
    assert paragraph(event_json(replace(PLAN, when=day(2), life=life))).splitlines()[-3:] == [
        "  - announced for 2024-10-01 (Gazette, 2024-09-20)",
        "  - moved to 2024-10-02 (Herald, 2024-09-21)",
        "  - not heard of since: the date has gone by",
    ]


def test_accounts_that_contradict_each_other_are_told_with_who_gives_them() -> None:
    accounts = (
        Account(when=day(1), status=Status.OCCURRED, sources=(GAZETTE,)),
        Account(when=replace(day(2), approximate=True), status=Status.DENIED, sources=(HERALD, HERALD)),
    )
    told = paragraph(event_json(replace(PLAN, sources=(GAZETTE, HERALD), accounts=accounts)))
    assert told.splitlines()[2:] == [
        "  Sources disagree:",
        "  - 2024-10-01  [occurred]",
        "    “The board meets on 1 October.”",
        "    Gazette, Quays",
        "  - about 2024-10-02  [denied]",
        "    “It meets on 2 October.”",
        "    Herald, Quays (and 1 more)",
    ]


@pytest.fixture(scope="module")
def topic(database_url: str) -> str:
    """A topic with two events, in the store of the server."""
    store = open_store(database_url)
    other = replace(PLAN, id="2" * 32, headline="Rain came down hard", when=day(9), status=Status.OCCURRED)
    other = replace(other, sources=(replace(GAZETTE, quote="Rain came down hard in town, farmers said."),))
    read = Article(id="printed", text="…", title="Quays", published=PUBLISHED)
    given = Entry(
        id="printed",
        state=State.DONE,
        received=PUBLISHED,
        submission={},
        topics=(Topic("printed-quays", "Printed quays"),),
        article=read,
        events=(PLAN, other),
    )
    store.replace(given)
    store.close()
    return "Printed quays"


def printed(server: Server, *options: str) -> Result:
    return CliRunner().invoke(main, ["timeline", *options, "--server", server.url])


@pytest.mark.parametrize("name", ["text", *(form.name for form in FORMATS)])
def test_every_format_is_printed_with_what_was_chosen(server: Server, topic: str, name: str) -> None:
    result = printed(server, topic, "--format", name)
    assert result.exit_code == 0, result.output
    assert (PLAN.headline in result.output, "Rain came" in result.output) == (True, True)
    result = printed(server, topic, "--format", name, "--from", "2024-10-05", "--order", "desc")
    assert (PLAN.headline in result.output, "Rain came" in result.output) == (False, True)


def test_a_wrong_choice_is_told_in_a_line(server: Server, topic: str) -> None:
    result = printed(server, topic, "--from", "soon")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert "'from' is 'soon'" in result.output
    assert printed(server, topic, "--format", "pdf").exit_code == 2
