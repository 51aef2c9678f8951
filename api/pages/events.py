"""The page of one event."""

from __future__ import annotations

from http import HTTPStatus

from flask import redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from api.keeping import editions, told_by
from api.pages.showing import pages, show
from api.pages.view import row
from api.parts import parts


@pages.get("/timelines/<slug>/events/<id>")
@told_by(editions.topic)
def event(slug: str, id: str) -> BaseResponse:  # noqa: A002
    """An id that stands for a happening of another one leads there."""
    found = parts().store.event(slug, id)
    if found is None or not found.events:
        return show("unknown.html", HTTPStatus.NOT_FOUND, slug=slug, topic=found and found.topic)
    [single] = found.events
    if single.id != id:
        return redirect(url_for("pages.event", slug=slug, id=single.id))
    return show("event.html", topic=found.topic, row=row(single))
