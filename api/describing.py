"""The description of the API for programs."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, request

from api.description import document
from api.parts import parts
from api.queries import known_parameters
from api.replies import json_reply, revalidated

description = Blueprint("description", __name__, url_prefix="/api/v1")


@description.get("/openapi.json")
def openapi() -> Response:
    known_parameters(request, ())
    return revalidated(json_reply(document(current_app, parts().settings)))
