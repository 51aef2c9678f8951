"""The shapes of JSON answers: those of `timeline.wire`, and those that the views make themselves."""

from __future__ import annotations

from pydantic import BaseModel

from api.definitions import Alteration, Definition, Search
from api.description.densities import DENSITIES
from api.description.schemas import (
    ADDRESS,
    BOOLEAN,
    COUNT,
    DAY,
    INSTANT,
    MOMENT,
    TEXT,
    TEXT_OR_NULL,
    named,
    or_null,
    record,
    rows,
    words,
)
from api.feeds import Subscription
from api.problems import Json
from timeline.differences import Kind
from timeline.interval import Granularity
from timeline.model import Grounds, Stage, Status
from timeline.progress import State
from timeline.store import Ending
from timeline.store import Kind as FoundKind
from timeline.submission import Submission

_STATUS = words(Status)
_FAILURE = or_null(record(reason=TEXT, reference=TEXT_OR_NULL))
_EVENT: dict[str, Json] = {
    "id": TEXT,
    "headline": TEXT,
    "status": _STATUS,
    "when": named("When"),
    "sources": rows(named("Source")),
    "importance": {"type": "number", "minimum": 0},
    "reason": or_null(record(cue=TEXT, words=TEXT)),
    "grounds": words(Grounds),
    "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    "participants": rows(TEXT),
    "places": rows(TEXT),
    "voices": COUNT,
    "conflict": BOOLEAN,
    "accounts": rows(record(status=_STATUS, when=named("When"), sources=rows(named("Source")))),
    "life": rows(named("Step")),
}
_MAYBE: dict[str, Json] = {
    "damaged": {"const": True, "description": "What was stored of it cannot be read; only its place is known."},
}
_FAILED: dict[str, Json] = {
    "id": TEXT,
    "status_url": ADDRESS,
    "received": INSTANT,
    "title": TEXT_OR_NULL,
    "url": TEXT_OR_NULL,
    "failure": _FAILURE,
}
_REREADING: dict[str, Json] = {
    "id": TEXT,
    "state": words(("running", "done")),
    "status_url": ADDRESS,
    "topic": TEXT_OR_NULL,
    "dry_run": BOOLEAN,
    "reading": TEXT,
    "begun": INSTANT,
    "ended": or_null(INSTANT),
    **dict.fromkeys(("total", "read", "failed", "articles", "added", "removed", "changed"), COUNT),
}
_BRIEF = or_null(
    record(
        id=TEXT,
        headline=TEXT,
        status=_STATUS,
        earliest=MOMENT,
        latest=MOMENT,
        granularity=words(granularity.word for granularity in Granularity),
        approximate=BOOLEAN,
    )
)
_RECEIPT: dict[str, Json] = {"id": TEXT, "state": words([State.QUEUED]), "status_url": ADDRESS}
_PROBLEM: dict[str, Json] = {
    "type": TEXT,
    "title": TEXT,
    "status": {"type": "integer", "minimum": 400, "maximum": 599},
    "detail": TEXT,
}

_FEED: dict[str, Json] = {
    "id": TEXT,
    "url": ADDRESS,
    "topics": rows(TEXT),
    "every": COUNT,
    "state": words(("new", "sound", "faulty", "gone")),
    "outcome": TEXT_OR_NULL,
    "failures": COUNT,
    "polled": or_null(INSTANT),
    "due": or_null(INSTANT),
}


def _model(model: type[BaseModel]) -> Json:
    """Its schema, with the ones in it under their own names."""
    schema: Json = model.model_json_schema(by_alias=True, ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return schema


SHAPES: dict[str, Json] = {
    **DENSITIES,
    "Subscription": Subscription.model_json_schema(),
    "Feed": record(**_FEED),
    "Feeds": record(feeds=rows(named("Feed"))),
    "Submission": Submission.model_json_schema(ref_template="#/components/schemas/{model}"),
    "Problem": record(**_PROBLEM) | {"properties": {**_PROBLEM, "errors": rows(record(field=TEXT, message=TEXT))}},
    "Form": record(**dict.fromkeys(("text", "kind", "topic"), TEXT)),
    "Receipt": record(**_RECEIPT),
    "Receipts": rows(
        {"anyOf": [record(line=COUNT, **_RECEIPT), record(line=COUNT, error=named("Problem"))]},
    ),
    "Topic": record(slug=TEXT, title=TEXT),
    "CuratedTopic": record(
        slug=TEXT,
        title=TEXT,
        count=COUNT,
        articles=COUNT,
        searches=rows(record(q=TEXT_OR_NULL, publisher=TEXT_OR_NULL, **{"from": or_null(DAY), "to": or_null(DAY)})),
        refiling=or_null(record(done=COUNT, of=COUNT)),
        timeline_url=ADDRESS,
    ),
    "RemovedTopic": record(slug=TEXT, articles=COUNT, detail=TEXT),
    "Search": Search.model_json_schema(by_alias=True),
    "Definition": _model(Definition),
    "Alteration": _model(Alteration),
    "Topics": record(
        topics=rows(
            record(
                slug=TEXT,
                title=TEXT,
                count=COUNT,
                articles=COUNT,
                earliest=or_null(DAY),
                latest=or_null(DAY),
                timeline_url=ADDRESS,
            )
        )
    ),
    "When": record(
        earliest=MOMENT,
        latest=MOMENT,
        granularity=words(granularity.word for granularity in Granularity),
        approximate=BOOLEAN,
        edtf=TEXT_OR_NULL,
        text=TEXT,
        timex=record(type=words(("DATE", "TIME", "DURATION", "SET")), value=TEXT, mod=TEXT_OR_NULL),
        anchor=TEXT_OR_NULL,
        explanation=TEXT,
    ),
    "Source": record(
        article=TEXT,
        title=TEXT,
        url=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        published=TEXT,
        quote=TEXT,
        start=COUNT,
        end=COUNT,
    ),
    "Step": record(
        stage=words(Stage),
        earliest=MOMENT,
        latest=MOMENT,
        article=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        published=TEXT_OR_NULL,
    ),
    "Event": record(_MAYBE, **_EVENT),
    "TopicEvent": record(_MAYBE, **_EVENT, url=ADDRESS, topic=named("Topic"), as_of=INSTANT),
    "Timeline": record(
        topic=named("Topic"),
        as_of=INSTANT,
        count=COUNT,
        next=or_null(ADDRESS),
        events=rows(record(_MAYBE, **_EVENT, url=ADDRESS, order=words(("certain", "open")))),
    ),
    "Found": record(
        q=TEXT,
        next=or_null(ADDRESS),
        hits=rows(
            {
                "anyOf": [
                    record(kind=words([FoundKind.EVENT]), topic=named("Topic"), url=ADDRESS, event=named("Event")),
                    record(
                        kind=words([FoundKind.ARTICLE]),
                        article=record(
                            id=TEXT,
                            title=TEXT,
                            published=INSTANT,
                            publisher=TEXT_OR_NULL,
                            url=TEXT_OR_NULL,
                            status_url=ADDRESS,
                        ),
                    ),
                ]
            }
        ),
    ),
    "Digest": record(
        topic=named("Topic"),
        as_of=INSTANT,
        articles=COUNT,
        digest=rows({"type": "array", "prefixItems": [DAY, rows(TEXT)], "minItems": 2, "maxItems": 2}),
        sources=rows(rows(named("Source"))),
    ),
    "Article": record(
        id=TEXT,
        state=words(State),
        status_url=ADDRESS,
        title=TEXT_OR_NULL,
        published=TEXT_OR_NULL,
        url=TEXT_OR_NULL,
        publisher=TEXT_OR_NULL,
        topics=rows(named("Topic")),
        received=INSTANT,
        failure=_FAILURE,
        withdrawn=or_null(record(at=INSTANT, reason=TEXT_OR_NULL)),
        reading=TEXT_OR_NULL,
        text=TEXT_OR_NULL,
        events=rows(named("Event")),
        impossible=rows(record(start=COUNT, end=COUNT, text=TEXT, why=TEXT)),
    ),
    "Versions": record(
        id=TEXT,
        versions=rows(
            record(
                number=COUNT,
                since=INSTANT,
                until=or_null(INSTANT),
                ended=or_null(words(Ending)),
                reason=TEXT_OR_NULL,
                reading=TEXT_OR_NULL,
                title=TEXT_OR_NULL,
                published=TEXT_OR_NULL,
                topics=rows(named("Topic")),
                events=COUNT,
            )
        ),
        next=or_null(ADDRESS),
    ),
    "Rereading": record(**_REREADING),
    "Rereadings": record(rereadings=rows(named("Rereading")), next=or_null(ADDRESS)),
    "RereadingChanges": record(
        changes=rows(record(change=words(Kind), article=TEXT, title=TEXT_OR_NULL, before=_BRIEF, after=_BRIEF)),
        next=or_null(ADDRESS),
    ),
    "Change": record(data=TEXT) | {"description": "One server-sent event; `data` is JSON."},
    "Failures": record(count=COUNT, failures=rows(record(**_FAILED)), next=or_null(ADDRESS)),
    "Failure": record(**_FAILED, submission={"type": "object"}),
    "Health": record(status=TEXT),
}
