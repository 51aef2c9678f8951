"""Markdown (CommonMark): a list, with quotes. Text of articles is escaped, and makes no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline import wording
from timeline.edtf import edtf
from timeline.formats.links import Links
from timeline.formats.text import line, titled
from timeline.model import Event, Timeline
from timeline.wording.telling import paragraphs, standing

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)


def written(timeline: Timeline, links: Links) -> bytes:
    count = f"{len(timeline.events)} of {timeline.count} events"
    opening = f"# {_plain(titled(timeline.topic.title))}\n\n[Dateline](<{links.page}>), {count}, "
    closing = f"\n[The events that follow](<{links.next}>)\n" if links.next else ""
    text = f"{opening}{_plain(wording.moment(timeline.as_of))}\n\n"
    return (text + "\n".join(_item(event, links) for event in timeline.events) + closing).encode("utf-8")


def _item(event: Event, links: Links) -> str:
    return "\n".join(_lines(event, links))


def _lines(event: Event, links: Links) -> Iterator[str]:
    place = edtf(event.when)
    yield f"- **[{_plain(titled(event.headline))}](<{links.event(event.id)}>)**\n"
    yield f"  {_plain(line(standing(event)))}" + (f" `{place}`" if place else "") + "\n"
    _, *said = paragraphs(event)
    for paragraph in said:
        yield f"  > {_plain(line(paragraph))}\n"


def _plain(text: str) -> str:
    """With backslashes before what makes markup inside a line, addresses that would become links by themselves too."""
    return _MARKUP.sub(r"\\\1", text)
