"""How often anybody may ask: so much a minute for a token, or for an address where none is shown.

Counted on Redis, for all processes together; while that cannot be reached, in each process for itself.
"""

from __future__ import annotations

import math
import time
from typing import Any

from flask import Flask, Response, request
from flask_limiter import ApplicationLimit, Limiter
from limits.storage import RedisStorage
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from api.access.guard import READS, caller, need
from api.access.here import from_this_machine
from api.parts import parts
from api.settings import ApiSettings

_AT_ONCE: dict[str, Any] = {"socket_connect_timeout": 1, "socket_timeout": 1, "retry": Retry(NoBackoff(), 0)}


class _Counts(RedisStorage):
    """Takes the place of its base for such addresses; that would load the client of another server besides."""

    STORAGE_SCHEME = ["redis", "rediss", "redis+unix"]  # noqa: RUF012
    DEPENDENCIES = {"redis": RedisStorage.DEPENDENCIES["redis"]}  # noqa: RUF012


def register(app: Flask, settings: ApiSettings) -> None:
    """To be called after whatever tells who asks, and before what answers."""
    limiter = _limiter(app, settings.rates_url or settings.worker.redis_url)
    limiter.logger.handlers.clear()  # its NullHandler would keep an outage out of the log
    app.after_request(lambda response: _told(response, limiter))


def _limiter(app: Flask, url: str) -> Limiter:
    return Limiter(
        _who,
        app=app,
        application_limits=[
            ApplicationLimit(
                limit_provider=lambda: f"{_rate()} per minute",
                key_function=_who,
                scope=lambda _: _kind(),
                exempt_when=unlimited,
                finalized=True,
            )
        ],
        storage_uri=url,
        storage_options=_AT_ONCE if "://" in url and not url.startswith("memory:") else {},
        strategy="fixed-window",
        in_memory_fallback_enabled=True,
        key_prefix="dateline-rates",
    )


def _told(response: Response, limiter: Limiter) -> Response:
    """The header fields of draft-ietf-httpapi-ratelimit-headers-10."""
    limit = limiter.current_limit
    if limit is None:
        return response
    try:
        left, seconds = limit.remaining, max(math.ceil(limit.window[0] - time.time()), 0)
    except RedisError:  # gone since the request was counted
        return response
    response.headers["RateLimit-Policy"] = f'"{_kind()}";q={limit.limit.amount};w=60'
    response.headers["RateLimit"] = f'"{_kind()}";r={left};t={seconds}'
    if response.status_code == 429:
        response.headers["Retry-After"] = str(max(seconds, 1))
    return response


def _kind() -> str:
    return "reading" if request.method in READS else "writing"


def _rate() -> int:
    settings = parts().settings
    return settings.read_rate if request.method in READS else settings.write_rate


def _who() -> str:
    token = caller().token
    return f"token {token}" if token else f"address {request.remote_addr}"


def unlimited() -> bool:
    """What tells whether the API works, and programs of this machine, which could stop it anyway."""
    return need().scope is None or not _rate() or (caller().token is None and from_this_machine(request))
