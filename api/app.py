"""The WSGI application, put together."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from api import (
    answers,
    articles,
    compression,
    densities,
    describing,
    digests,
    events,
    failures,
    feeds,
    forwarding,
    headers,
    health,
    keeping,
    metrics,
    observing,
    origins,
    rates,
    rereadings,
    search,
    timelines,
    topics,
    versions,
)
from api.access import guard
from api.broker import Broker
from api.keeping import front
from api.live import streams
from api.pages import pages
from api.parts import EXTENSION, Parts
from api.settings import ApiSettings
from timeline.store import open_store
from worker.meters import Meters

_BLUEPRINTS = (
    articles.articles,
    versions.versions,
    failures.failures,
    feeds.feeds,
    rereadings.rereadings,
    timelines.timelines,
    topics.topics,
    streams.streams,
    events.events,
    search.search,
    densities.densities,
    digests.digests,
    describing.description,
    health.health,
    metrics.metrics,
    pages,
)


def application(settings: ApiSettings) -> Flask:
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body + 1
    app.config["MAX_FORM_MEMORY_SIZE"] = settings.max_body
    app.extensions[EXTENSION] = Parts(
        settings, open_store(settings.worker.database_url), Broker(settings.worker), Meters(settings.worker.redis_url)
    )
    for blueprint in _BLUEPRINTS:
        app.register_blueprint(blueprint)
    observing.register(app)
    answers.register(app)
    headers.register(app)
    guard.register(app)
    rates.register(app, settings)
    origins.register(app, settings.origins)
    streams.register(app, settings)
    keeping.register(app)
    compression.register(app)
    app.before_request(guard.authorise)
    forwarding.register(app)
    front.register(app)
    if trusted := settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted)  # type: ignore[method-assign]
    return app
