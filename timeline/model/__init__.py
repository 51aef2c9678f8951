"""The records that pass from stage to stage. Nobody writes to one; every stage makes new ones."""

from timeline.model.article import Article, Span
from timeline.model.events import Account, Damaged, Event, Grounds, Reason, Source, Stage, Status, Step
from timeline.model.timeline import Order, Timeline, Topic
from timeline.model.times import Impossible, Timex, TimexValue, When

__all__ = [
    "Account",
    "Article",
    "Damaged",
    "Event",
    "Grounds",
    "Impossible",
    "Order",
    "Reason",
    "Source",
    "Span",
    "Stage",
    "Status",
    "Step",
    "Timeline",
    "Timex",
    "TimexValue",
    "Topic",
    "When",
]
