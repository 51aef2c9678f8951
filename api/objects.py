"""JSON objects in request bodies, checked by what they are to be."""

from __future__ import annotations

from typing import TypeVar

from flask import request
from pydantic import BaseModel, ValidationError

from api import bodies
from api.parts import parts
from api.problems import Problem
from api.queries import known_parameters
from timeline.submission import fault

Model = TypeVar("Model", bound=BaseModel)


def given(model: type[Model], what: str, example: str) -> Model:
    """The body of the request, which is ``what``, such as "a feed". Raises a Problem or BadArticle."""
    known_parameters(request, ())
    if bodies.media_type(request) != bodies.JSON:
        raise Problem(
            415, f"The body is of type {request.mimetype!r}; say Content-Type: {bodies.JSON}.", "Content-Type"
        )
    data = bodies.document(bodies.content(request, parts().settings.max_body))
    if not isinstance(data, dict):
        raise Problem(422, f"{what.capitalize()} is a JSON object, like {example}.", "body")
    try:
        return model.model_validate(data)
    except ValidationError as errors:
        wrong = fault(errors, model, what)
    raise wrong
