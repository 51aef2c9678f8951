"""The description as an OpenAPI 3.1 document: addresses, methods and rights from the application, the rest declared."""

from __future__ import annotations

import re
from http import HTTPStatus
from importlib.metadata import version

from flask import Flask
from werkzeug.routing import Rule

from api.access.guard import READS, Need, need_of
from api.access.scopes import Scope
from api.description.operation import Content, Operation
from api.description.operations import OPERATIONS
from api.description.parameters import IN_PATH, Parameter
from api.description.schemas import TEXT, named
from api.description.shapes import SHAPES
from api.problems import MEDIA_TYPE, Json
from api.settings import ApiSettings

_UNDESCRIBED = ("static",)
_IMPLIED = {"HEAD", "OPTIONS"}
_ABOUT = "Takes in news articles and gives back dated chronologies. Errors are problem details (RFC 9457)."
_SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "A token made by `dateline tokens`."},
    "basic": {"type": "http", "scheme": "basic", "description": "The token as the password; enough to read."},
}


def document(app: Flask, settings: ApiSettings) -> Json:
    """Raises KeyError for a view without a declaration."""
    paths: dict[str, Json] = {}
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if rule.endpoint in _UNDESCRIBED:
            continue
        view = app.view_functions[rule.endpoint]
        for method in sorted((rule.methods or set()) - _IMPLIED):
            address = re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", r"{\1}", rule.rule)
            need = need_of(view, method)
            told = _operation(rule, OPERATIONS[rule.endpoint], need, method, settings)
            paths.setdefault(address, {})[method.lower()] = told
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dateline", "version": version("dateline"), "description": _ABOUT},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": SHAPES, "securitySchemes": _SCHEMES},
    }


def _operation(rule: Rule, operation: Operation, need: Need, method: str, settings: ApiSettings) -> Json:
    told: Json = {
        "operationId": rule.endpoint,
        "summary": operation.summary,
        "tags": [rule.endpoint.partition(".")[0]],
        "parameters": [_in_path(name) for name in sorted(rule.arguments)] + [*map(_in_query, operation.parameters)],
        "responses": {**_answers(operation), **_elsewhere(rule, method), **_errors(rule, operation, need)},
        "security": _rights(need, method, settings),
    }
    if operation.takes:
        told["requestBody"] = {"required": True, "content": _content(operation.takes)}
    return told


def _in_path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": IN_PATH.get(name, {**TEXT, "minLength": 1})}


def _in_query(parameter: Parameter) -> Json:
    name, schema, description = parameter
    return {"name": name, "in": "query", "schema": schema, "description": description}


def _answers(operation: Operation) -> Json:
    headers = {name: {"description": told, "schema": TEXT} for name, told in operation.headers.items()}
    return {
        str(status): {"description": HTTPStatus(status).phrase, "content": _content(content), "headers": headers}
        for status, content in operation.answers.items()
    }


def _elsewhere(rule: Rule, method: str) -> Json:
    """Of a topic that was renamed or merged."""
    if "slug" not in rule.arguments or method != "GET":
        return {}
    status = HTTPStatus.PERMANENT_REDIRECT
    return {str(status.value): {"description": status.phrase, "content": _content({"text/html": TEXT})}}


def _errors(rule: Rule, operation: Operation, need: Need) -> Json:
    statuses = {*operation.faults}
    statuses |= {400} if operation.fixed else set()
    statuses |= {404} if rule.arguments else set()
    statuses |= {401, 403, 429, 503} if need.scope is not None else set()
    content: Content = {MEDIA_TYPE: named("Problem")}
    if "text/html" in operation.answers.get(200, {}):
        content = {**content, "text/html": TEXT}
    return {
        str(status): {"description": HTTPStatus(status).phrase, "content": _content(content)}
        for status in sorted(statuses)
    }


def _content(content: Content) -> Json:
    return {media_type: {"schema": schema} for media_type, schema in content.items()}


def _rights(need: Need, method: str, settings: ApiSettings) -> list[Json]:
    """Any of these is enough, the empty one without a token."""
    if need.scope is None:
        return []
    free = (need.scope is Scope.READ and settings.reading == "open") or need.here or settings.writing == "loopback"
    schemes = ["bearer", "basic"] if method in READS else ["bearer"]
    found: list[Json] = [{scheme: [need.scope.word]} for scheme in schemes]
    return [{}, *found] if free else found
