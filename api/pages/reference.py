"""The description of the API as a page."""

from __future__ import annotations

from flask import Response, current_app

from api.description import document
from api.pages.showing import pages, show
from api.parts import parts


@pages.get("/api/v1/docs")
def description() -> Response:
    return show("description.html", told=document(current_app, parts().settings))
