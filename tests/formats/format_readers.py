"""Each format read by a program that is not ours, into what it says of its events."""

from __future__ import annotations

import html
import io
import json
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import feedparser
import jsonschema_rs
from format_schemas import JSON_FEED, TIMELINEJS
from graph_reader import read_jsonld
from icalendar import Calendar
from markdown_it import MarkdownIt
from table_readers import read_csv, read_timesketch
from told_events import STATUSES, Told, days


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
        Told(entry.id.rpartition("/")[2], entry.title, entry.tags[0].term, *days(entry.get("dc_coverage")))
        for entry in feed.entries
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
        told.append(Told(str(link.attrs["href"]).rpartition("/")[2], headline, status, *days((place or [None])[0])))
    return told


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
