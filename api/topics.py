"""One topic: defined as a saved search, renamed, merged into another, removed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, request, url_for

from api.access.guard import needs
from api.access.scopes import Scope
from api.broker import BrokerDown
from api.definitions import Alteration, Definition, asked, proper
from api.parts import parts
from api.problems import Json, Problem, unknown_topic
from api.queries import known_parameters
from api.replies import json_reply
from timeline.model import Topic
from timeline.search.saved import SavedSearch, saved_json
from timeline.store import CuratedTopic, TakenSlug, TooManySearches

T = TypeVar("T")
log = logging.getLogger(__name__)

topics = Blueprint("topics", __name__, url_prefix="/api/v1/topics")


@topics.get("/<slug>")
def topic(slug: str) -> Response:
    known_parameters(request, ())
    return json_reply(_json(_found(slug)))


@topics.put("/<slug>")
@needs(Scope.ADMIN)
def define(slug: str) -> Response:
    """Articles there and later ones that its search finds belong to it; so do those that are given it."""
    wanted = asked(Definition)
    proper(slug)
    known = parts().store.catalogue.find(slug)
    title = wanted.title or (known.topic.title if known else slug.replace("-", " ").capitalize())
    new = _changed(lambda: parts().store.catalogue.define(Topic(slug, title), _saved(wanted)))
    response = json_reply(_json(_found(slug)), 201 if new else 200)
    response.headers["Location"] = _url(slug)
    return response


@topics.patch("/<slug>")
@needs(Scope.ADMIN)
def alter(slug: str) -> Response:
    """Fields that are left out stay. An address that is left leads to the new one for good."""
    wanted = asked(Alteration)
    fields = wanted.model_fields_set
    known = _found(slug)
    if "into" in fields and fields != {"into"}:
        raise Problem(422, "'into' merges the topic; nothing else of it can be changed then.", "into")
    if wanted.into is not None:
        return _merged(slug, wanted.into)
    to = Topic(wanted.slug or slug, wanted.title or known.topic.title)
    search = _saved(wanted)
    searches = (() if search is None else (search,)) if "search" in fields else None
    if to != known.topic or searches is not None:
        _changed(lambda: parts().store.catalogue.rename(slug, to, searches))
    return json_reply(_json(_found(to.slug)))


@topics.delete("/<slug>")
@needs(Scope.ADMIN)
def remove(slug: str) -> Response:
    """The articles stay, in their other topics and to be searched."""
    known_parameters(request, ())
    left = _changed(lambda: parts().store.catalogue.remove(slug))
    if left is None:
        raise unknown_topic(slug)
    told = f"The topic {slug!r} is gone. Its {left} articles stay; one that names it again makes it anew."
    return json_reply({"slug": slug, "articles": left, "detail": told})


def _merged(slug: str, into: str) -> Response:
    try:
        done = _changed(lambda: parts().store.catalogue.merge(slug, into))
    except ValueError:
        raise Problem(422, f"The topic {slug!r} cannot be merged into itself.", "into") from None
    if not done:
        raise Problem(404, f"There is no topic {into[:80]!r} to merge it into; /api/v1/topics lists them.", "into")
    return json_reply(_json(_found(into)))


def _changed(change: Callable[[], T]) -> T:
    """What the change gives. The rest of it is the worker's, whose sweep finds it where the broker is away now."""
    try:
        done = change()
    except TakenSlug as fault:
        where = "is there already" if fault.owner == fault.slug else f"leads to {fault.owner!r} already"
        raise Problem(
            409, f"The address {fault.slug!r} {where}; merge the topics, or choose another.", "slug"
        ) from None
    except TooManySearches:
        raise Problem(409, "There are as many saved searches as there may be; remove one first.", "search") from None
    try:
        parts().broker.send_refiling()
    except BrokerDown as fault:
        log.warning("Articles are filed anew once the broker is back: %s", fault)
    return done


def _saved(asked: Definition) -> SavedSearch | None:
    return None if asked.search is None else asked.search.saved()


def _found(slug: str) -> CuratedTopic:
    found = parts().store.catalogue.find(slug)
    if found is None:
        raise unknown_topic(slug)
    return found


def _json(found: CuratedTopic) -> Json:
    left = found.refiling
    return {
        "slug": found.topic.slug,
        "title": found.topic.title,
        "count": found.events,
        "articles": found.articles,
        "searches": [saved_json(search) for search in found.searches],
        "refiling": {"done": left.done, "of": left.of} if left else None,
        "timeline_url": url_for("timelines.timeline", slug=found.topic.slug, _external=True),
    }


def _url(slug: str) -> str:
    return url_for("topics.topic", slug=slug, _external=True)
