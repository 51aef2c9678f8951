"""Search through the events and articles of all topics."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for

from api.parts import parts
from api.problems import Json, Problem
from api.queries import known_parameters, page_limit
from api.replies import following, json_reply
from api.selections import searched
from api.settings import LARGEST_PAGE
from timeline.model import Article
from timeline.search import Query
from timeline.search.tree import excluding
from timeline.store import FoundArticle, FoundEvent, Kind
from timeline.wire import event_json

search = Blueprint("search", __name__, url_prefix="/api/v1/search")


@search.get("")
def hits() -> Response:
    """Events first, of each kind what came last first; the header Link (RFC 8288) leads to the following page."""
    known_parameters(request, ("q", "limit", "after"), repeatable=("kind",))
    sought, kinds = _sought(), _kinds()
    limit = page_limit(request, parts().settings.page_size, LARGEST_PAGE)
    try:
        found = parts().store.search(sought, kinds=kinds, limit=limit, after=request.args.get("after"))
    except ValueError:
        raise Problem(400, "The cursor is broken; follow the address in `next` as it stands.", "after") from None
    asked = request.args.to_dict(flat=False)
    more = url_for(".hits", **(asked | {"after": [found.next]}), _external=True) if found.next else None  # type: ignore[arg-type]
    response = json_reply({"q": request.args["q"], "next": more, "hits": list(map(_hit_json, found.hits))})
    if more:
        response.headers["Link"] = following(more)
    return response


def _sought() -> Query:
    found = searched(request)
    if found is None:
        raise Problem(400, "'q' is missing; write the words to look for.", "q")
    if excluding(found):
        raise Problem(400, "'q' says only what must not be there; add a word to look for.", "q")
    return found


def _kinds() -> tuple[Kind, ...]:
    given = request.args.getlist("kind")
    known = {kind.value: kind for kind in Kind}
    if wrong := [word for word in given if word not in known]:
        raise Problem(400, f"'kind' is {wrong[0][:40]!r}; it must be {' or '.join(known)}.", "kind")
    return tuple(known[word] for word in given) or tuple(Kind)


def _hit_json(hit: FoundEvent | FoundArticle) -> Json:
    if isinstance(hit, FoundArticle):
        return {"kind": Kind.ARTICLE.value, "article": _article_json(hit.article)}
    topic = {"slug": hit.topic.slug, "title": hit.topic.title}
    url = url_for("events.event", slug=hit.topic.slug, id=hit.event.id, _external=True)
    return {"kind": Kind.EVENT.value, "topic": topic, "url": url, "event": event_json(hit.event)}


def _article_json(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat(),
        "publisher": article.publisher,
        "url": article.url,
        "status_url": url_for("articles.article", id=article.id, _external=True),
    }
