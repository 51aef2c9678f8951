"""Articles for tests, with their time expressions marked where they stand: ``last week {2024-09-09/2024-09-15}``.

Brackets hold the expression, braces its days, both inclusive: ``[last week]{2024-09-09/2024-09-15}``. Empty
braces make a duration; a tilde before the days makes them approximate; a word after a bar is the TIMEX3 value.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from timeline.events import events_of
from timeline.interval import Granularity, Interval
from timeline.languages.english.cues import CUES
from timeline.model import Article, Event, Span, Timex, TimexValue, When

ZONE = ZoneInfo("Europe/London")
_MARK = re.compile(r"\[([^\[\]]+)\]\{(~?)([^{}|]*)(?:\|([^{}]*))?\}")


def article(marked: str, *, title: str = "", published: str = "2024-09-20") -> tuple[Article, tuple[Timex, ...]]:
    """Paragraphs are parted by empty lines; a title stands before them, in a paragraph of its own."""
    whole = f"{title}\n\n{marked}" if title else marked
    text, found = "", []
    end = 0
    for mark in _MARK.finditer(whole):
        text += whole[end : mark.start()]
        found.append(Timex(start=len(text), end=len(text) + len(mark[1]), when=_when(mark), rule="test"))
        text += mark[1]
        end = mark.end()
    text += whole[end:]
    paragraphs = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n].*?(?=\n\n|\Z)", text, re.DOTALL)]
    moment = datetime.combine(date.fromisoformat(published), time(17, 1), ZONE)
    read = Article(
        id="0" * 32,
        text=text,
        title=_MARK.sub(r"\1", title),
        published=moment,
        title_span=paragraphs[0] if title else None,
        body=tuple(paragraphs[1:] if title else paragraphs),
    )
    return read, tuple(found)


def events(marked: str, *, title: str = "", published: str = "2024-09-20", every: bool = False) -> tuple[Event, ...]:
    read, timexes = article(marked, title=title, published=published)
    return events_of(read, timexes, CUES, every=every)


def _when(mark: re.Match[str]) -> When:
    words, about, days, value = mark[1], mark[2], mark[3], mark[4]
    if not days:
        timex = TimexValue(type="DURATION", value="PXD")
        return When(interval=None, granularity=Granularity.DAY, timex=timex, text=words)
    first, _, last = days.partition("/")
    start = datetime.fromisoformat(first)
    end = datetime.fromisoformat(last or first) + timedelta(days=1)
    length = (end - start).days
    sizes = ((1, Granularity.DAY), (2, Granularity.WEEKEND), (7, Granularity.WEEK), (31, Granularity.MONTH))
    granularity = next((size for limit, size in sizes if length <= limit), Granularity.YEAR)
    timex = TimexValue(type="DATE", value=value or days)
    return When(
        interval=Interval(start, end), granularity=granularity, timex=timex, text=words, approximate=bool(about)
    )
