"""Dateline itself, in process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from measure.peers.protocol import Finding, serve
from timeline.mentions import Reference, tag
from timeline.model import Timex


def findings(text: str, native: tuple[Timex, ...]) -> Iterator[Finding]:
    for timex in native:
        values = {"type": timex.when.timex.type, "value": timex.when.timex.value}
        yield {"start": timex.start, "end": timex.end, "text": text[timex.start : timex.end], **values}


def reference(moment: datetime) -> Reference:
    return Reference(moment.replace(tzinfo=None), moment.tzinfo)


if __name__ == "__main__":
    serve("dateline", reference, tag, findings)
