"""What an article told, version by version."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from api.keeping import editions, told_by
from api.parts import parts
from api.problems import Json, unknown_article
from api.queries import known_parameters, page_limit, whole
from api.replies import following, json_reply, revalidated
from api.settings import MOST_VERSIONS
from timeline.store import Version

versions = Blueprint("versions", __name__, url_prefix="/api/v1/articles/<id>/versions")


@versions.get("")
@told_by(editions.article)
def listed(id: str) -> Response:  # noqa: A002
    """The newest first; ``after`` is the number of the last one of the page before."""
    known_parameters(request, ("limit", "after"))
    limit = page_limit(request, MOST_VERSIONS, MOST_VERSIONS)
    found = parts().store.versions(id, limit=limit + 1, after=whole(request, "after"))
    if not found and parts().store.entry(id) is None:
        raise unknown_article(id)
    more = len(found) > limit
    url = url_for(".listed", id=id, limit=limit, after=found[limit - 1].number, _external=True) if more else None
    told: Json = {"id": id, "versions": [version_json(one) for one in found[:limit]], "next": url}
    response = json_reply(told)
    if url:
        response.headers["Link"] = following(url)
    return revalidated(response)


def version_json(version: Version) -> Json:
    read = version.article
    return {
        "number": version.number,
        "since": version.since.isoformat(),
        "until": version.until.isoformat() if version.until else None,
        "ended": version.ended.value if version.ended else None,
        "reason": version.reason,
        "reading": version.reading,
        "title": read.title if read else None,
        "published": read.published.isoformat() if read else None,
        "topics": [{"slug": topic.slug, "title": topic.title} for topic in version.topics],
        "events": len(version.events),
    }
