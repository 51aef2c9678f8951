"""The operations of all resources, by the names of their views."""

from __future__ import annotations

from api.description.operation import Operation
from api.description.resources import (
    articles,
    densities,
    digests,
    events,
    failures,
    feeds,
    pages,
    rereadings,
    searches,
    streams,
    timelines,
    topics,
    upkeep,
)

OPERATIONS: dict[str, Operation] = {
    **articles.OPERATIONS,
    **rereadings.OPERATIONS,
    **failures.OPERATIONS,
    **feeds.OPERATIONS,
    **streams.OPERATIONS,
    **topics.OPERATIONS,
    **timelines.OPERATIONS,
    **events.OPERATIONS,
    **searches.OPERATIONS,
    **densities.OPERATIONS,
    **digests.OPERATIONS,
    **upkeep.OPERATIONS,
    **pages.OPERATIONS,
}
