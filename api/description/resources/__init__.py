"""The resources of the API, one a module: their parameters, what their views do (``OPERATIONS``), and the shapes of
what these take and answer (``SHAPES``)."""

from __future__ import annotations

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

RESOURCES = (
    articles,
    topics,
    timelines,
    events,
    searches,
    densities,
    digests,
    streams,
    feeds,
    rereadings,
    failures,
    pages,
    upkeep,
)
