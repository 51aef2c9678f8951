"""dateparser's ``search_dates``, told that the texts are English."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dateparser.search import search_dates

from measure.peers.protocol import Finding, serve

Native = list[tuple[str, datetime]] | None


def read(text: str, moment: datetime) -> Native:
    return search_dates(text, languages=["en"], settings={"RELATIVE_BASE": moment})


def findings(text: str, native: Native) -> Iterator[Finding]:
    """Its results come in order, but without their places."""
    place = 0
    for words, moment in native or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield {"start": start, "end": place, "text": words, "moment": moment.isoformat(), "grain": None}


if __name__ == "__main__":
    serve("dateparser", lambda moment: moment.replace(tzinfo=None), read, findings)
