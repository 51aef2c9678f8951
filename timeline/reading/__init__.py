"""Reads what was handed in: a submission becomes an article."""

from timeline.reading.article import read
from timeline.reading.errors import (
    AmbiguousPublicationTime,
    FuturePublicationTime,
    ImpossiblePublicationTime,
    NoPublicationTime,
    NotText,
    Unreadable,
)
from timeline.reading.published import Evidence, Stamp, timestamp

__all__ = [
    "AmbiguousPublicationTime",
    "Evidence",
    "FuturePublicationTime",
    "ImpossiblePublicationTime",
    "NoPublicationTime",
    "NotText",
    "Stamp",
    "Unreadable",
    "read",
    "timestamp",
]
