"""The line formats of the command-line contract: one document in, its expressions or events out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from timeline.explanations import explained, meaning
from timeline.mentions import Reference
from timeline.model import Article, Event, Impossible, Span, Timex
from timeline.wire import Json, earliest, grounds_json, impossible_json, latest, when_json


def timex_json(timex: Timex) -> Json:
    when = timex.when
    found: Json = {
        "start": timex.start,
        "end": timex.end,
        "text": when.text,
        "type": when.timex.type,
        "value": when.timex.value,
        "mod": when.timex.mod,
        "earliest": earliest(when),
        "latest": latest(when),
        "granularity": when.granularity.word,
        "approximate": when.approximate,
        "rule": timex.rule,
    }
    return found | {k: v for k, v in (("quant", when.timex.quant), ("freq", when.timex.freq)) if v is not None}


def tagged_json(doc: str, found: Iterable[Timex | Impossible]) -> Json:
    """A document's answer; ``impossible`` stands in it where there is any."""
    listed = list(found)
    none: object = [impossible_json(one) for one in listed if isinstance(one, Impossible)]
    answer: Json = {"id": doc, "timexes": [timex_json(one) for one in listed if isinstance(one, Timex)]}
    return answer | ({"impossible": none} if none else {})


def explained_json(found: Timex | Impossible) -> Json:
    """As an event of the API tells its time, with the place in the text, the meaning in the algebra and the rule."""
    if isinstance(found, Impossible):
        return impossible_json(found)
    place: Json = {"start": found.start, "end": found.end}
    return place | when_json(explained(found.when)) | {"meaning": meaning(found.when), "rule": found.rule}


def event_line(event: Event, doc: str) -> Json:
    source = event.sources[0]
    return {
        "doc": doc,
        "start": source.start,
        "end": source.end,
        "text": source.quote,
        "headline": event.headline,
        "date": certain_date(event),
        "earliest": earliest(event.when),
        "latest": latest(event.when),
        "granularity": event.when.granularity.word,
        "status": event.status.value,
    } | grounds_json(event)


def certain_date(event: Event) -> str | None:
    """The longest prefix ``YYYY[-MM[-DD]]`` that the earliest and the latest day share."""
    first, last = earliest(event.when), latest(event.when)
    if first is None or last is None or event.when.approximate:
        return None
    for size in (10, 7, 4):
        if first[:size] == last[:size]:
            return first[:size]
    return None


def document(doc: str, text: str, title: str, reference: Reference, language: str = "en") -> Article:
    """A text that is to be read as it stands: all of it is the story."""
    published = reference.moment.replace(tzinfo=reference.zone or UTC)
    body = (Span(0, len(text)),)
    return Article(id=doc, text=text, title=title, published=published, body=body, language=language)
