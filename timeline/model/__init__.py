"""The records that pass from stage to stage. All frozen; every stage makes new ones."""

from timeline.model.article import Article, Span
from timeline.model.events import Event, Grounds, Reason, Source, Status, Timeline, Topic
from timeline.model.times import Impossible, Timex, TimexValue, When

__all__ = [
    "Article",
    "Event",
    "Grounds",
    "Impossible",
    "Reason",
    "Source",
    "Span",
    "Status",
    "Timeline",
    "Timex",
    "TimexValue",
    "Topic",
    "When",
]
