"""The page of an article: its text with what was read in it, and the events it tells of."""

from __future__ import annotations

from http import HTTPStatus

from flask import Response

from api.keeping import editions, told_by
from api.pages.passages import expressions, passages
from api.pages.showing import pages, show
from api.pages.view import row
from api.parts import parts
from timeline.progress import State

SHOWN = 20  # versions, the newest
WAITING = (State.QUEUED, State.PROCESSING)


@pages.get("/articles/<id>")
@told_by(editions.article)
def article(id: str) -> Response:  # noqa: A002
    entry = parts().store.entry(id)
    if entry is None:
        return show("unknown_article.html", HTTPStatus.NOT_FOUND, id=id)
    read, events = entry.article, entry.events or ()
    found = expressions(read, events) if read is not None else ()
    return show(
        "article.html",
        entry=entry,
        read=read,
        waiting=entry.state in WAITING,
        versions=parts().store.versions(id, limit=SHOWN),
        rows=[row(event) for event in events],
        expressions=found,
        passages=passages(read, events, found) if read is not None else (),
    )
