"""The strip: how the events of a selection lie in time, where no script draws the band and on paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from api.pages.axes import marks
from api.pages.bars import columns
from api.parts import parts
from timeline import store, wording
from timeline.density import Density
from timeline.interval import Interval
from timeline.model import Status, Timeline
from timeline.remembering import Latest
from timeline.selection import Selection
from timeline.store import TopicSummary

BINS = 96
_DAYS = date.max.toordinal()  # columns of one each, however long the whole is
COUNTED = 100
"""Events up to which a page says where most of them lie; counting takes the longer the more there are."""
_SURE = (Status.OCCURRED, Status.ONGOING)
_BY_DAY = 31

STYLE = (
    ".plate,.open{fill:#fff}.full,text{fill:#1f1d1a}.open,.base{stroke:#1f1d1a}.mark{stroke:#b9ae9a}"
    "@media(prefers-color-scheme:dark){"
    ".plate,.open{fill:#1c2024}.full,text{fill:#ece7dd}.open,.base{stroke:#ece7dd}.mark{stroke:#59626b}}"
    "@media(max-width:30rem){.between{display:none}}"
)
"""A picture takes no style sheet of the page's."""
STYLE_SOURCE = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
"""As the policy of its answer names it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Parts of the whole width and height; from the foot up, first what is told as a fact, then what is not."""

    x: float
    width: float
    sure: float
    unsure: float


def strip(density: Density, chosen: Selection) -> dict[str, object]:
    """What the template draws."""
    by_day = _by_day(density.topic.slug, chosen) if density.count <= COUNTED else None
    found: dict[str, object] = {"words": words(by_day or density), "columns": list(_columns(density)), "style": STYLE}
    if density.first is None or density.last is None:
        return found
    ends = wording.ends(density.first, density.last)
    return found | {"ends": ends[:1] if ends[0] == ends[1] else ends, "marks": list(marks(density.first, density.last))}


def words(density: Density) -> str:
    """How many events there are between when and when, and where most of them lie."""
    if density.first is None or density.last is None:
        return told(density.count, None, None)
    whole, most = told(density.count, density.first, density.last), density.most
    if density.count < 3 or most == (density.first, density.last):
        return whole
    return f"{whole}, most of them {_within(*most) if most else 'with a beginning or an end that nobody knows'}"


def told(count: int, first: date | None, last: date | None) -> str:
    events = f"{count:,} {'event' if count == 1 else 'events'}" if count else "No events"
    return f"{events} {_within(first, last)}" if count and first and last else events


def on_page(chosen: Selection, found: Timeline, summary: TopicSummary, *, narrowed: bool) -> str:
    """The same of a page of the selection; of a very long one only what is known without counting."""
    if found.next is None and len(found.events) == found.count:
        return _whole(chosen, found)
    if found.count <= COUNTED:
        by_day = _by_day(summary.topic.slug, chosen)
        return words(by_day) if by_day else ""
    return told(found.count, *((chosen.first, chosen.last) if narrowed else (summary.earliest, summary.latest)))


def _whole(chosen: Selection, found: Timeline) -> str:
    """Counted again where an event is at another time."""
    key, times = (found.topic.slug, chosen), tuple([event.when.interval for event in found.events])
    known = _KNOWN.get(key)
    if known is None or known[0] != times:
        known = times, words(store.density(found, chosen, bins=_DAYS))
        _KNOWN.keep(key, known)
    return known[1]


def _by_day(slug: str, chosen: Selection) -> Density | None:
    return parts().store.density(slug, chosen, bins=_DAYS)


def _within(first: date, last: date) -> str:
    span = wording.span(first, last)
    if " to " in span:
        return f"from {span}"
    return f"{'on' if (last - first).days <= _BY_DAY else 'in'} {span}"


def _columns(density: Density) -> Iterator[Column]:
    for bar, counts in columns(density):
        sure = bar.height * sum(counts.get(status, 0) for status in _SURE) / sum(counts.values())
        yield Column(bar.x, bar.width, sure, bar.height - sure)


_KNOWN = Latest[tuple[str, Selection], tuple[tuple[Interval | None, ...], str]](64)
