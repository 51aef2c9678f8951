"""Passing by all that stands in a topic, a part at a time, in no order that a timeline has."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from timeline.store.chronologies import happenings, places
from timeline.store.schema import events

STANDING = (
    select(places.c.key, places.c.echoed, events.c.record, happenings.c.record.label("merged"))
    .join(events, events.c.key == places.c.key)
    .outerjoin(happenings, (happenings.c.topic == places.c.topic) & (happenings.c.home == places.c.key))
    .where(places.c.topic == bindparam("topic"), places.c.key > bindparam("after"))
    .order_by(places.c.key)
    .limit(bindparam("limit"))
)
"""What follows the place of a key: keys, homes of those with copies, and the records of event and happening."""
