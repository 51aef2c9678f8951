"""Notations in which a timeline is given out. One module each; only the list below knows more than one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from timeline.formats.links import Links
from timeline.model import Timeline

__all__ = ["FORMATS", "Format", "Links"]


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is that of its module, which is loaded when something is written in it; ``title`` is for people."""

    name: str
    extension: str
    media_type: str
    title: str

    def written(self, timeline: Timeline, links: Links) -> bytes:
        return _writer(self.name)(timeline, links)


@cache
def _writer(name: str) -> Callable[[Timeline, Links], bytes]:
    found: Callable[[Timeline, Links], bytes] = import_module(f"{__name__}.{name}").written
    return found


FORMATS = (
    Format("json", "json", "application/json", "JSON"),
    Format("timelinejs", "timelinejs", "application/vnd.timelinejs+json", "TimelineJS"),
    Format("ics", "ics", "text/calendar", "iCalendar"),
    Format("atom", "atom", "application/atom+xml", "Atom"),
    Format("jsonfeed", "jsonfeed", "application/feed+json", "JSON Feed"),
    Format("csv", "csv", "text/csv", "CSV"),
    Format("markdown", "md", "text/markdown", "Markdown"),
    Format("jsonld", "jsonld", "application/ld+json", "JSON-LD"),
    Format("timesketch", "timesketch", "text/vnd.timesketch+csv", "Timesketch"),
)
