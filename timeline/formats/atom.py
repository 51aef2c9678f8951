"""Atom (RFC 4287; paging: RFC 5005). Category is the status and dc:coverage the time, in EDTF."""

from __future__ import annotations

from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from timeline import wording
from timeline.edtf import edtf
from timeline.formats.links import Links
from timeline.formats.text import legible, titled
from timeline.formats.times import first_told, last_told, newest_first
from timeline.model import Event, Timeline
from timeline.wording.telling import paragraphs


def written(timeline: Timeline, links: Links) -> bytes:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(links.page)
    feed.title(titled(timeline.topic.title))
    feed.updated(timeline.as_of)
    feed.author(name="Dateline")
    feed.generator("Dateline")
    feed.link(href=links.own, rel="self", type="application/atom+xml")
    feed.link(href=links.page, rel="alternate", type="text/html")
    if links.next:
        feed.link(href=links.next, rel="next", type="application/atom+xml")
    for event in newest_first(timeline):
        _fill(feed.add_entry(order="append"), event, timeline, links)
    document: bytes = feed.atom_str()
    return document


def _fill(entry: FeedEntry, event: Event, timeline: Timeline, links: Links) -> None:
    entry.id(links.event(legible(event.id)))
    entry.title(titled(event.headline))
    entry.published(first_told(event, timeline))
    entry.updated(last_told(event, timeline))
    entry.link(href=links.event(event.id), rel="alternate", type="text/html")
    entry.category(term=event.status.value, label=wording.STATUSES[event.status])
    entry.content("".join(f"<p>{escape(legible(said))}</p>" for said in paragraphs(event)), type="html")
    for publisher in dict.fromkeys(titled(source.publisher) for source in event.sources if source.publisher):
        entry.author(name=publisher)
    if place := edtf(event.when):
        entry.dc.dc_coverage(place)
