"""Why an article that is well formed cannot be read. Messages are for the person who sent it."""

from __future__ import annotations

from timeline.submission import BadArticle


class Unreadable(BadArticle):
    """The submission is well formed, but no article can be made of it."""


class NotText(Unreadable):
    """What was sent as text or HTML holds no readable words."""


class NoPublicationTime(Unreadable):
    """No publication time was given or found, or what was given is not one."""


class ImpossiblePublicationTime(Unreadable):
    """The day or the clock time does not exist, or lies before there were newspapers."""


class AmbiguousPublicationTime(Unreadable):
    """The publication time can be read in more than one way."""


class FuturePublicationTime(Unreadable):
    """The publication time lies more than a day ahead."""
