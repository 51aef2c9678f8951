"""What the store raises where it cannot, or will not, do as it is told."""

from __future__ import annotations


class Unavailable(Exception):
    """The store cannot be used now: down, locked beyond its timeout, read-only, full, or not migrated."""


class TooNew(Exception):
    """The data was written by a newer version of this program, which this one must not touch."""


class OutOfReach(Exception):
    """Too much was known at a moment to tell it again; the message says how much is too much."""


class Refused(Exception):
    """A backup that was not made, or not put back; everything is as it was."""
