"""parsedatetime's ``Calendar.nlp``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from parsedatetime import VERSION_CONTEXT_STYLE, Calendar, pdtContext

from measure.peers.protocol import Finding, serve

Native = tuple[tuple[datetime, pdtContext, int, int, str], ...] | None
_GRAINS = (
    (pdtContext.ACU_MIN | pdtContext.ACU_SEC | pdtContext.ACU_NOW | pdtContext.ACU_HOUR, "minute"),
    (pdtContext.ACU_HALFDAY | pdtContext.ACU_DAY, "day"),
    (pdtContext.ACU_WEEK, "week"),
    (pdtContext.ACU_MONTH, "month"),
    (pdtContext.ACU_YEAR, "year"),
)
_CALENDAR = Calendar(version=VERSION_CONTEXT_STYLE)


def read(text: str, moment: datetime) -> Native:
    native: Native = _CALENDAR.nlp(text, moment)
    return native


def findings(text: str, native: Native) -> Iterator[Finding]:
    for moment, context, start, end, words in native or ():
        first = start + len(words) - len(words.lstrip())
        grain = next((name for flags, name in _GRAINS if context.accuracy & flags), None)
        yield {"start": first, "end": end, "text": text[first:end], "moment": moment.isoformat(), "grain": grain}


if __name__ == "__main__":
    serve("parsedatetime", lambda moment: moment.replace(tzinfo=None), read, findings)
