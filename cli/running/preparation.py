"""What must be right before anything starts, and the store as this version wants it."""

from __future__ import annotations

from collections.abc import Mapping

from cli.failures import CannotStart
from cli.running.access import who_writes
from cli.running.address import Address


def prepared(url: str, address: Address, environ: Mapping[str, str]) -> str:
    """Who may write to the store at ``url``, in words; it is upgraded. Raises CannotStart.

    To be called where many libraries may be loaded.
    """
    if broker := environ.get("REDIS_URL"):
        _ping(broker)
    _upgrade(url)
    return who_writes(url, address, environ)


def _ping(url: str) -> None:
    from urllib.parse import urlsplit

    import redis

    where = urlsplit(url)._replace(query="").hostname or url
    try:
        redis.Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5).ping()
    except (redis.RedisError, ValueError) as error:
        raise CannotStart(
            f"The broker at {where} (REDIS_URL) does not answer: {error}. Start it, correct REDIS_URL, "
            "or unset REDIS_URL to use the embedded one."
        ) from error


def _upgrade(url: str) -> None:
    from timeline import store

    try:
        store.upgrade(url)
    except (store.Unavailable, store.TooNew, ValueError) as error:
        raise CannotStart(f"The store cannot be used: {error} See DATABASE_URL and --data.") from error
