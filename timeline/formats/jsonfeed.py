"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). The extension ``_dateline`` has time and status."""

from __future__ import annotations

from timeline.formats.links import Links
from timeline.formats.text import json_bytes, legible, line, titled, web
from timeline.formats.times import first_told, last_told, newest_first, placed
from timeline.model import Event, Timeline
from timeline.wording.telling import paragraphs

Json = dict[str, object]


def written(timeline: Timeline, links: Links) -> bytes:
    feed: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": titled(timeline.topic.title),
        "home_page_url": links.page,
        "feed_url": links.own,
        "items": [_item(event, timeline, links) for event in newest_first(timeline)],
    }
    return json_bytes(feed | ({"next_url": links.next} if links.next else {}))


def _item(event: Event, timeline: Timeline, links: Links) -> Json:
    publishers = dict.fromkeys(titled(source.publisher) for source in event.sources if source.publisher)
    reports = [address for source in event.sources if (address := web(source.url))]
    item: Json = {
        "id": legible(event.id),
        "url": links.event(event.id),
        "title": titled(event.headline),
        "content_text": "\n\n".join(legible(said) for said in paragraphs(event)),
        "date_published": first_told(event, timeline).isoformat(),
        "date_modified": last_told(event, timeline).isoformat(),
        "tags": [event.status.value],
        "_dateline": _time(event),
    }
    if publishers:
        item["authors"] = [{"name": name} for name in publishers]
    return item | ({"external_url": reports[0]} if len(reports) == 1 else {})


def _time(event: Event) -> Json:
    return {
        "about": "Status and time of the event; `earliest` and `latest` are inclusive, null where that end is open.",
        **placed(event),
        "text": line(event.when.text),
    }
