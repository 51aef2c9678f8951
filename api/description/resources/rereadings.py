"""Reading all stored articles again."""

from __future__ import annotations

from api.description.operation import Operation, told
from api.description.parameters import Parameter, paging
from api.description.resources.events import BRIEF
from api.description.schemas import (
    ADDRESS,
    BOOLEAN,
    COUNT,
    INSTANT,
    TEXT,
    TEXT_OR_NULL,
    named,
    or_null,
    record,
    rows,
    words,
)
from api.problems import Json
from timeline.differences import Kind

_ASKED = (
    Parameter("topic", TEXT, "Only its articles: the slug of a topic."),
    Parameter("dry_run", {**BOOLEAN, "default": False}, "Nothing is written, what would change is told."),
)

OPERATIONS = {
    "rereadings.begin": Operation(
        summary="Read all stored articles again with today's rules, or go on with that",
        answers={202: told("Rereading")},
        parameters=_ASKED,
        faults=(404,),
        headers={"Location": "Where to see how far it is."},
    ),
    "rereadings.listed": Operation(
        summary="Rereadings, the newest first", answers={200: told("Rereadings")}, parameters=paging()
    ),
    "rereadings.rereading": Operation(summary="How far a rereading is", answers={200: told("Rereading")}),
    "rereadings.changes": Operation(
        summary="The events that a rereading changes", answers={200: told("RereadingChanges")}, parameters=paging()
    ),
}

_ONE = or_null(record(**BRIEF))

SHAPES: dict[str, Json] = {
    "Rereading": record(
        id=TEXT,
        state=words(("running", "done")),
        status_url=ADDRESS,
        topic=TEXT_OR_NULL,
        dry_run=BOOLEAN,
        reading=TEXT,
        begun=INSTANT,
        ended=or_null(INSTANT),
        **dict.fromkeys(("total", "read", "failed", "articles", "added", "removed", "changed"), COUNT),
    ),
    "Rereadings": record(rereadings=rows(named("Rereading")), next=or_null(ADDRESS)),
    "RereadingChanges": record(
        changes=rows(record(change=words(Kind), article=TEXT, title=TEXT_OR_NULL, before=_ONE, after=_ONE)),
        next=or_null(ADDRESS),
    ),
}
