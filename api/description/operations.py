"""What each view is for, what it takes and what it answers besides errors that any of them may answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from api import bodies
from api.description import densities, parameters
from api.description.parameters import Parameter
from api.description.schemas import TEXT, named
from api.problems import Json
from api.replies import JSON
from api.settings import MOST_VERSIONS
from timeline.formats import FORMATS

Content = Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """``answers`` are the media types of answers that are no errors, by status; ``faults`` the statuses of errors that
    this view alone answers; ``takes`` the media types of its body. ``fixed``: unknown parameters are refused."""

    summary: str
    answers: Mapping[int, Content]
    parameters: tuple[Parameter, ...] = ()
    takes: Content = field(default_factory=dict)
    faults: tuple[int, ...] = ()
    fixed: bool = True
    headers: Mapping[str, str] = field(default_factory=dict)


_NDJSON: Json = {"description": "Articles as JSON, one a line, each as for application/json."}
_NINJS: Json = {"type": "object", "description": "An item of IPTC ninjs, version 1, 2 or 3."}
_LINK = {"Link": "The following page (RFC 8288)."}
_ANY: dict[bool, Json] = {True: {"type": "object"}, False: TEXT}
_UNCHANGED: Content = {}
_MOVED: Content = {"text/html": TEXT}
_OPEN_PAGE: Mapping[int, Content] = {200: {"text/html": TEXT}, 304: _UNCHANGED}


def _told(shape: str) -> Content:
    return {JSON: named(shape)}


def _page(summary: str, *known: Parameter, faults: tuple[int, ...] = ()) -> Operation:
    return Operation(summary=summary, answers=_OPEN_PAGE, parameters=known, faults=faults, fixed=False)


def _drawn(summary: str, kind: str = "image/svg+xml") -> Operation:
    shape = TEXT if kind.endswith("+xml") else {}
    return Operation(summary=summary, answers={200: {kind: shape}, 304: _UNCHANGED}, fixed=False)


def _document(
    summary: str,
    shape: str,
    *known: Parameter,
    faults: tuple[int, ...] = (),
    headers: Mapping[str, str] = MappingProxyType({}),
) -> Operation:
    """What is asked for again and again, and mostly has not changed."""
    answers = {200: _told(shape), 304: _UNCHANGED}
    return Operation(summary=summary, answers=answers, parameters=known, headers=headers, faults=faults)


def _formatted(summary: str, shape: str, *known: Parameter, moving: bool = False) -> Operation:
    """What can be had in every format; ``moving``: or leads to where it is now, and has no pages."""
    content = {form.media_type: _ANY[form.media_type.endswith("json")] for form in FORMATS} | {JSON: named(shape)}
    answers: dict[int, Content] = {200: content, 304: _UNCHANGED} | ({302: _MOVED} if moving else {})
    return Operation(
        summary=summary, answers=answers, parameters=known, faults=(406, 422), headers={} if moving else _LINK
    )


OPERATIONS: dict[str, Operation] = {
    "articles.submit": Operation(
        summary="Take in one article, or several, one a line",
        answers={202: {JSON: {"anyOf": [named("Receipt"), named("Receipts")]}}},
        parameters=parameters.ARTICLE,
        takes={
            bodies.JSON: named("Submission"),
            bodies.NDJSON: _NDJSON,
            bodies.NINJS: _NINJS,
            bodies.TEXT: TEXT,
            bodies.HTML: TEXT,
        },
        faults=(413, 415, 422),
        headers={"Location": "Where to see how far the article is; not for several."},
    ),
    "articles.article": _document("How far an article is, and its events", "Article"),
    "articles.withdraw": Operation(
        summary="Withdraw an article: it tells nothing any more, until it is sent again",
        answers={200: _told("Article")},
        parameters=parameters.RETRACTION,
    ),
    "versions.listed": _document(
        "What an article tells and told, the newest version first",
        "Versions",
        *parameters.paging(MOST_VERSIONS, MOST_VERSIONS),
        headers=_LINK,
    ),
    "articles.timeml": Operation(
        summary="An article with its time expressions, as TimeML",
        answers={200: {"application/xml": TEXT}, 304: _UNCHANGED},
        faults=(409,),
    ),
    "rereadings.begin": Operation(
        summary="Read all stored articles again with today's rules, or go on with that",
        answers={202: _told("Rereading")},
        parameters=parameters.REREADING,
        faults=(404,),
        headers={"Location": "Where to see how far it is."},
    ),
    "rereadings.listed": Operation(
        summary="Rereadings, the newest first", answers={200: _told("Rereadings")}, parameters=parameters.paging()
    ),
    "rereadings.rereading": Operation(summary="How far a rereading is", answers={200: _told("Rereading")}),
    "rereadings.changes": Operation(
        summary="The events that a rereading changes",
        answers={200: _told("RereadingChanges")},
        parameters=parameters.paging(),
    ),
    "failures.listed": Operation(
        summary="Articles that failed, the oldest first",
        answers={200: _told("Failures")},
        parameters=parameters.paging(),
        faults=(404, 409),
    ),
    "failures.failure": Operation(
        summary="Why an article failed, and what was submitted", answers={200: _told("Failure")}, faults=(409,)
    ),
    "failures.retry": Operation(
        summary="Read a failed article once more", answers={202: _told("Receipt")}, faults=(409, 422)
    ),
    "failures.drop": Operation(summary="Forget a failure", answers={204: {}}, faults=(409,)),
    "feeds.listed": Operation(summary="Feeds that are polled", answers={200: _told("Feeds")}),
    "feeds.add": Operation(
        summary="Set a feed up, or change it",
        answers={201: _told("Feed")},
        takes={bodies.JSON: named("Subscription")},
        faults=(413, 415, 422),
        headers={"Location": "Where to see how the feed does."},
    ),
    "feeds.feed": Operation(summary="How a feed does", answers={200: _told("Feed")}),
    "feeds.poll": Operation(summary="Have a feed polled now", answers={202: _told("Feed")}),
    "feeds.remove": Operation(summary="Poll a feed no more", answers={204: {}}),
    "streams.changes": Operation(
        summary="Changes of a topic as they happen, as server-sent events",
        answers={200: {"text/event-stream": named("Change")}},
        parameters=parameters.STREAM,
    ),
    "timelines.topics": _document("All topics", "Topics"),
    "topics.topic": Operation(
        summary="A topic: its searches, and how far articles are filed anew", answers={200: _told("CuratedTopic")}
    ),
    "topics.define": Operation(
        summary="Make a topic, or define it anew, as a saved search",
        answers={200: _told("CuratedTopic"), 201: _told("CuratedTopic")},
        takes={bodies.JSON: named("Definition")},
        faults=(409, 413, 415, 422),
        headers={"Location": "The topic."},
    ),
    "topics.alter": Operation(
        summary="Rename a topic, change its search, or merge it into another",
        answers={200: _told("CuratedTopic")},
        takes={bodies.JSON: named("Alteration")},
        faults=(409, 413, 415, 422),
    ),
    "topics.remove": Operation(summary="Remove a topic; its articles stay", answers={200: _told("RemovedTopic")}),
    "timelines.timeline": _formatted(
        "A topic's events in their order", "Timeline", *parameters.SELECTION, *parameters.paging()
    ),
    "timelines.written": _formatted(
        "The same as a document of the format that its address names",
        "Timeline",
        *parameters.SELECTION,
        *parameters.paging(),
    ),
    "events.event": _formatted("One event of a topic", "TopicEvent", moving=True),
    "events.written": _formatted("The same in the format that its address names", "TopicEvent", moving=True),
    "search.hits": Operation(
        summary="Events and articles of all topics that have these words",
        answers={200: _told("Found")},
        parameters=parameters.SEARCH,
        headers=_LINK,
    ),
    "densities.topic": _document(
        "How many of a topic's events lie where in time", "Density", *parameters.SELECTION, *densities.DENSITY
    ),
    "digests.topic": _document("A topic's most important dates", "Digest", *parameters.DIGEST),
    "description.openapi": Operation(
        summary="This description", answers={200: {JSON: {"type": "object"}}, 304: _UNCHANGED}
    ),
    "health.alive": Operation(summary="Whether the API lives", answers={200: _told("Health")}, fixed=False),
    "health.ready": Operation(
        summary="Whether broker and store can be reached", answers={200: _told("Health")}, faults=(503,), fixed=False
    ),
    "metrics.figures": Operation(summary="Figures for Prometheus", answers={200: {"text/plain": TEXT}}, fixed=False),
    "pages.topics": _page("All topics, for people"),
    "pages.timelines": Operation(summary="Leads to all topics", answers={301: {"text/html": TEXT}}, fixed=False),
    "pages.timeline": Operation(
        summary="A topic's events, for people",
        answers={**_OPEN_PAGE, 302: {"text/html": TEXT}},
        parameters=(*parameters.SELECTION, *parameters.paging(), *parameters.TRAIL),
        faults=(400,),
        fixed=False,
    ),
    "pages.event": Operation(summary="One event, for people", answers={**_OPEN_PAGE, 302: _MOVED}, fixed=False),
    "pages.spark": _drawn("How a topic's events lie in time"),
    "pages.preview": _drawn("A topic's picture for links to it"),
    "pages.preview_card": _drawn("The same for sites that take no SVG", "image/png"),
    "pages.article": _page("An article with its expressions of time and its events, for people"),
    "pages.submitting": _page("A form for an article"),
    "pages.submit": Operation(
        summary="Take in the article of that form; a token stands in its field `token`",
        answers={303: {"text/html": TEXT}},
        takes={"application/x-www-form-urlencoded": named("Form")},
        faults=(413, 422),
        fixed=False,
        headers={"Location": "The article's page."},
    ),
    "pages.entries": _page("Some of them, from a place on", *parameters.SELECTION, *densities.WINDOW, faults=(400,)),
    "pages.digest": _page("A topic's most important dates, for people", *parameters.DIGEST, faults=(400,)),
    "pages.description": _page("This description, for people"),
}
