"""Each format read by a program that is not ours, into what it says of its events."""

from __future__ import annotations

import html
import io
import json
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import feedparser
import jsonschema_rs
import pandas
import rdflib
from edtf import parse_edtf
from format_schemas import JSON_FEED, TIMELINEJS
from icalendar import Calendar
from markdown_it import MarkdownIt

STATUSES = {
    "happened": "occurred",
    "going on": "ongoing",
    "planned": "scheduled",
    "possible": "possible",
    "denied": "denied",
}
SCHEMA = rdflib.Namespace("https://schema.org/")
EDTF = rdflib.URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


class Told(NamedTuple):
    """``first`` and ``last`` are inclusive days or, in formats that have them, seconds."""

    id: str
    headline: str
    status: str
    first: str | None
    last: str | None


def read_json(document: bytes) -> list[Told]:
    return [
        Told(one["id"], one["headline"], one["status"], one["when"]["earliest"], one["when"]["latest"])
        for one in json.loads(document)["events"]
    ]


def read_jsonfeed(document: bytes) -> list[Told]:
    feed = json.loads(document)
    jsonschema_rs.Draft202012Validator(JSON_FEED, validate_formats=True).validate(feed)
    times = [item["_dateline"] for item in feed["items"]]
    return [
        Told(item["id"], item["title"], item["tags"][0], time["earliest"], time["latest"])
        for item, time in zip(feed["items"], times, strict=True)
    ]


def read_timelinejs(document: bytes) -> list[Told]:
    told = json.loads(document)
    jsonschema_rs.Draft202012Validator(TIMELINEJS).validate(told)
    return [
        Told(
            slide["unique_id"],
            html.unescape(slide["text"]["headline"]),
            STATUSES[slide["group"]],
            _bound(slide["start_date"], first=True),
            _bound(slide.get("end_date", slide["start_date"]), first=False),
        )
        for slide in told["events"]
    ]


def _bound(told: dict[str, int], *, first: bool) -> str:
    """TimelineJS takes what is not told for the whole of it."""
    if "hour" in told:
        return datetime(**told).isoformat()
    month = told.get("month", 1 if first else 12)
    return date(told["year"], month, told.get("day", 1 if first else monthrange(told["year"], month)[1])).isoformat()


def read_ics(document: bytes) -> list[Told]:
    entries = Calendar.from_ical(document).walk()[1:]
    return [_entry(entry) for entry in entries]


def _entry(entry: Any) -> Told:  # noqa: ANN401
    """The end of a day is exclusive, that of a clock time too; without an end a day is one day."""
    start, end = (entry[name].dt if name in entry else None for name in ("DTSTART", "DTEND"))
    if end is not None:
        end -= timedelta(seconds=1) if isinstance(end, datetime) else timedelta(days=1)
    first, last = (None if moment is None else _plain(moment) for moment in (start, end or start))
    status = str(entry["X-DATELINE-STATUS"])
    assert str(entry["CATEGORIES"].cats[0]) == status
    return Told(UUID(str(entry["UID"])).hex, str(entry["SUMMARY"]), status, first, last)


def _plain(moment: date) -> str:
    return moment.isoformat()


def read_atom(document: bytes) -> list[Told]:
    feed = feedparser.parse(io.BytesIO(document))
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return [
        Told(entry.id.rpartition("/")[2], entry.title, entry.tags[0].term, *_days(entry.get("dc_coverage")))
        for entry in feed.entries
    ]


def _days(coverage: str | None) -> tuple[str | None, str | None]:
    if coverage is None:
        return None, None
    told = parse_edtf(coverage)
    return _day(told.lower_strict()), _day(told.upper_strict())


def _day(moment: Any) -> str | None:  # noqa: ANN401
    return None if isinstance(moment, float) else date(*moment[:3]).isoformat()


def read_csv(document: bytes) -> list[Told]:
    return _rows(document, "id", "headline")


def read_timesketch(document: bytes) -> list[Told]:
    table = pandas.read_csv(io.BytesIO(document))
    assert {"message", "datetime", "timestamp_desc"} <= set(table.columns)
    assert all(datetime.fromisoformat(moment).tzinfo for moment in table["datetime"])
    return _rows(document, "event_id", "message")


def _rows(document: bytes, name: str, headline: str) -> list[Told]:
    table = pandas.read_csv(io.BytesIO(document), dtype=str, keep_default_na=False)
    for cell in table.to_numpy().flatten():
        assert not str(cell).lstrip().startswith(("=", "+", "-", "@")), cell
    names = [name, headline, "status", "earliest", "latest"]
    return [
        Told(one, re.sub("^'(?='*[=+@＝＋－＠-])", "", line), status, first or None, last or None)
        for one, line, status, first, last in table[names].itertuples(index=False)
    ]


def read_markdown(document: bytes) -> list[Told]:
    """Of each item of the list: the link in bold, the sentence below it, and the code at its end."""
    told, tokens = [], MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document.decode())
    assert [token.type for token in tokens if token.type in ("html_block", "fence", "code_block", "table_open")] == []
    starts = [place for place, token in enumerate(tokens) if token.type == "list_item_open" and token.level == 1]
    for start in starts:
        name, sentence = [token for token in tokens[start:] if token.type == "inline"][:2]
        link = next(child for child in name.children or () if child.type == "link_open")
        headline = "".join(child.content for child in name.children or () if child.type == "text")
        words = "".join(child.content for child in sentence.children or () if child.type == "text")
        place = [child.content for child in sentence.children or () if child.type == "code_inline"]
        status = next(STATUSES[word] for word in STATUSES if f"– {word}:" in words)
        told.append(Told(str(link.attrs["href"]).rpartition("/")[2], headline, status, *_days((place or [None])[0])))
    return told


def read_jsonld(document: bytes) -> list[Told]:
    graph = rdflib.Graph().parse(data=document, format="json-ld")
    lists = list(graph.subjects(rdflib.RDF.type, SCHEMA.ItemList))
    assert len(lists) == 1
    items = sorted(
        graph.objects(lists[0], SCHEMA.itemListElement), key=lambda item: int(str(graph.value(item, SCHEMA.position)))
    )
    return [_node(graph, graph.value(item, SCHEMA.item)) for item in items]


def _node(graph: rdflib.Graph, node: Any) -> Told:  # noqa: ANN401
    def value(name: str) -> str | None:
        found = graph.value(node, SCHEMA[name])
        return None if found is None else str(found)

    place = graph.value(node, rdflib.DCTERMS.temporal)
    assert place is None or (isinstance(place, rdflib.Literal) and place.datatype == EDTF)
    assert (node, rdflib.RDF.type, SCHEMA.Event) in graph
    assert list(graph.objects(node, SCHEMA.subjectOf))
    return Told(
        str(value("identifier")), str(value("name")), str(value("keywords")), value("startDate"), value("endDate")
    )


READERS: dict[str, Callable[[bytes], list[Told]]] = {
    "json": read_json,
    "timelinejs": read_timelinejs,
    "ics": read_ics,
    "atom": read_atom,
    "jsonfeed": read_jsonfeed,
    "csv": read_csv,
    "markdown": read_markdown,
    "jsonld": read_jsonld,
    "timesketch": read_timesketch,
}


def utc(moment: str) -> str:
    """The same moment in UTC where its offset is known."""
    if "T" not in moment:
        return moment
    told = datetime.fromisoformat(moment)
    return told.isoformat() if told.tzinfo is None else told.astimezone(UTC).isoformat()
