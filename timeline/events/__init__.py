"""From an article and its dated expressions to its events."""

from timeline.events.article import events_of

__all__ = ["events_of"]
