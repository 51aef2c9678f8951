"""The WSGI application, put together."""

from __future__ import annotations

from flask import Flask, Response

from api import articles, failures, health, problems, timelines
from api.broker import Broker
from api.pages import pages
from api.parts import EXTENSION, Parts
from api.settings import ApiSettings
from timeline.store import open_store

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
}


def application(settings: ApiSettings) -> Flask:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body + 1
    app.extensions[EXTENSION] = Parts(settings, open_store(settings.worker.database_url), Broker(settings.worker))
    for blueprint in (articles.articles, failures.failures, timelines.timelines, health.health, pages):
        app.register_blueprint(blueprint)
    problems.register(app)
    app.after_request(_guarded)
    return app


def _guarded(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
