"""The digest of a topic: its most important days, and who says what happened on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Request, Response, request

from api.keeping import editions, told_by
from api.parts import parts
from api.problems import Problem, unknown_topic
from api.queries import day, known_parameters, number
from api.replies import json_reply, revalidated
from timeline.digest import Asked, Digest, digest
from timeline.digest.sources import source
from timeline.model import Source
from timeline.pipeline import tellings
from timeline.store import Collection
from timeline.wire import digest_json, source_json

PARAMETERS = ("dates", "sentences", "from", "to", "query")
DATES, MOST_DATES = 10, 500
SENTENCES, MOST_SENTENCES = 1, 20

digests = Blueprint("digests", __name__, url_prefix="/api/v1")


@dataclass(frozen=True, slots=True)
class TopicDigest:
    """``sources`` are those of each entry's sentences, in their order."""

    collection: Collection
    entries: Digest
    sources: tuple[tuple[Source, ...], ...]

    @property
    def days(self) -> tuple[tuple[date, tuple[Source, ...]], ...]:
        return tuple((entry.day, said) for entry, said in zip(self.entries, self.sources, strict=True))


@digests.get("/timelines/<slug>/digest")
@told_by(editions.topic)
def topic(slug: str) -> Response:
    known_parameters(request, PARAMETERS)
    found = digested(slug, asked(request))
    if found is None:
        raise unknown_topic(slug)
    answer = {
        "topic": {"slug": found.collection.topic.slug, "title": found.collection.topic.title},
        "as_of": found.collection.as_of.isoformat(),
        "articles": len(found.collection.articles),
        "digest": digest_json(found.entries),
        "sources": [[source_json(one) for one in said] for said in found.sources],
    }
    return revalidated(json_reply(answer))


def asked(request: Request) -> Asked:
    """What the parameters ask for. Raises a 400."""
    first, last = day(request, "from"), day(request, "to")
    if first and last and first > last:
        raise Problem(400, f"'from' is {first}, which is after 'to', {last}.", "from", "to")
    return Asked(
        dates=number(request, "dates", DATES, MOST_DATES),
        sentences=number(request, "sentences", SENTENCES, MOST_SENTENCES),
        query=request.args.get("query", ""),
        first=first,
        last=last,
    )


def digested(slug: str, asked: Asked) -> TopicDigest | None:
    """``None`` for an unknown topic."""
    collection = parts().store.collection(slug)
    if collection is None:
        return None
    articles = {article.id: article for article in collection.articles}
    found = digest(map(tellings, collection.articles), asked)
    said = tuple(tuple(source(one, articles[one.article]) for one in entry.tellings) for entry in found)
    return TopicDigest(collection, found, said)
