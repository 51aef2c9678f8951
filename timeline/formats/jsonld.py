"""JSON-LD 1.1 in the words of schema.org: an ItemList of Events, each the subject of its NewsArticles.

The context is written out, so that nobody has to fetch one. The time as it was told is dcterms:temporal, in EDTF.
"""

from __future__ import annotations

from timeline.edtf import edtf
from timeline.formats.links import Links
from timeline.formats.text import json_bytes, legible, line, titled, web
from timeline.model import Event, Order, Source, Stage, Status, Timeline
from timeline.wire import earliest, latest
from timeline.wording.telling import standing

Json = dict[str, object]
_SCHEMA = "https://schema.org/"
_ORDERS = {
    Order.ASC: f"{_SCHEMA}ItemListOrderAscending",
    Order.DESC: f"{_SCHEMA}ItemListOrderDescending",
}
_CONTEXT: Json = {
    "@vocab": _SCHEMA,
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "temporal": {"@id": "dcterms:temporal", "@type": "edtf:EDTF"},
    **{name: {"@type": "@id"} for name in ("url", "itemListOrder", "eventStatus")},
}


def written(timeline: Timeline, links: Links) -> bytes:
    items = enumerate(timeline.events, 1)
    return json_bytes(
        {
            "@context": _CONTEXT,
            "@type": "ItemList",
            "@id": links.own,
            "name": titled(timeline.topic.title),
            "url": links.page,
            "numberOfItems": len(timeline.events),
            "itemListOrder": _ORDERS[timeline.order],
            "itemListElement": [
                {"@type": "ListItem", "position": place, "item": _event(event, links)} for place, event in items
            ],
        }
    )


def _event(event: Event, links: Links) -> Json:
    """Without the properties that are not known: null means something else in JSON-LD."""
    known: Json = {
        "@type": "Event",
        "@id": links.event(event.id),
        "identifier": legible(event.id),
        "name": titled(event.headline),
        "description": legible(standing(event)),
        "startDate": earliest(event.when),
        "endDate": latest(event.when),
        "temporal": edtf(event.when),
        "eventStatus": _status(event),
        "keywords": event.status.value,
        "subjectOf": [_article(source) for source in event.sources],
    }
    return {name: value for name, value in known.items() if value is not None}


def _status(event: Event) -> str | None:
    """schema.org has no word for what happened, goes on or is possible."""
    if event.status is Status.DENIED:
        return f"{_SCHEMA}EventCancelled"
    if event.status is not Status.SCHEDULED:
        return None
    moved = any(step.stage is Stage.MOVED for step in event.life)
    return f"{_SCHEMA}{'EventRescheduled' if moved else 'EventScheduled'}"


def _article(source: Source) -> Json:
    known: Json = {
        "@type": "NewsArticle",
        "identifier": legible(source.article),
        "headline": titled(source.title),
        "datePublished": source.published.isoformat(),
        "url": web(source.url),
        "publisher": {"@type": "Organization", "name": titled(source.publisher)} if source.publisher else None,
        "abstract": line(source.quote),
    }
    return {name: value for name, value in known.items() if value is not None}
