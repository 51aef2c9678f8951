"""What `dateline up` starts, and with which environment."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from cli.running.address import Address
from cli.running.broker import Broker, broker
from cli.running.child import Child
from cli.running.folder import DataFolder, database_url

# HTTP/1 alone: only there does a connection end on which nothing is asked for, or a request whose head does not end.
_HTTP = ("--interface", "wsgi", "--factory", "--no-ws", "--http", "1", "--http1-header-read-timeout", "10000")
_LINGER = "60"
_PYTHON = (sys.executable, "-P", "-m")


def children(folder: DataFolder, address: Address, workers: int, environ: Mapping[str, str]) -> list[Child]:
    """All with ``environ``, in the order in which they start; the broker only where REDIS_URL names none."""
    embedded = None if environ.get("REDIS_URL") else broker(folder.broker)
    environment = {
        **environ,
        "REDIS_URL": embedded.url if embedded else environ["REDIS_URL"],
        "DATABASE_URL": database_url(folder.path, environ),
        "DATELINE_WRITING": environ.get("DATELINE_WRITING") or ("loopback" if address.loopback else "token"),
        "PYTHONUNBUFFERED": "1",
    }
    worker = _worker(folder, workers, {**environment, "DATELINE_FEEDS_CALL": str(os.getpid())})
    others = [_feeds(folder, environment), _api(folder, address, environment)]
    if embedded is None:
        return [worker, *others]
    worker.recovery = (*_PYTHON, "cli.running.redelivery")
    return [_broker(folder, embedded, environment), worker, *others]


def _broker(folder: DataFolder, broker: Broker, environment: dict[str, str]) -> Child:
    return Child(
        name="broker",
        command=broker.command,
        environment=environment,
        log=_log(folder, "broker"),
        lock=folder.lock,
        farewell=((signal.SIGTERM, 4),),
        stdin=broker.settings,
    )


def _worker(folder: DataFolder, workers: int, environment: dict[str, str]) -> Child:
    return _celery(folder, environment, "worker", "worker.app", "--concurrency", str(workers), patience=(7, 5))


def _feeds(folder: DataFolder, environment: dict[str, str]) -> Child:
    """What a feed is waited for holds no article up; who polls is there while feeds are due now and again."""
    own = ("--autoscale", "2,0", "--hostname", "feeds@%h")
    lingering = {"DATELINE_FEEDS_LINGER": environment.get("DATELINE_FEEDS_LINGER") or _LINGER}
    child = _celery(folder, {**environment, **lingering}, "feeds", "worker.feeds.app", *own, patience=(2, 2))
    child.called = True
    return child


def _celery(
    folder: DataFolder, environment: dict[str, str], name: str, app: str, *own: str, patience: tuple[float, float]
) -> Child:
    """SIGTERM lets it finish what it has begun, SIGQUIT has it put that back into the queue; each has its ``patience``.

    Orphaned, it loses its broker as well, and Celery would wait for that without end: the next start puts back
    what it held.
    """
    options = (*own, "--loglevel", "INFO", "--without-gossip", "--without-mingle")
    return Child(
        name=name,
        command=(*_PYTHON, "celery", "-A", app, "worker", *options),
        environment=environment,
        log=_log(folder, name),
        lock=folder.lock,
        farewell=tuple(zip((signal.SIGTERM, signal.SIGQUIT), patience, strict=True)),
        orphaned=signal.SIGKILL,
    )


def _api(folder: DataFolder, address: Address, environment: dict[str, str]) -> Child:
    listen = ("--host", address.host, "--port", str(address.port), "--blocking-threads", _threads(environment))
    return Child(
        name="API",
        command=(
            *_PYTHON,
            "granian",
            *_HTTP,
            *listen,
            "--workers-kill-timeout",
            "2",
            "api:create_app",
        ),
        environment=environment,
        log=_log(folder, "api"),
        lock=folder.lock,
        farewell=((signal.SIGTERM, 3),),
    )


def _threads(environment: Mapping[str, str]) -> str:
    """Requests answered at a time: they wait for broker and store more than they reckon. Each stream takes one too."""
    from api.settings import api_settings

    return str(2 * (os.cpu_count() or 1) + 1 + api_settings(environment).streams)


def _log(folder: DataFolder, name: str) -> Path:
    """An empty file; what the last start wrote is kept beside it."""
    path = folder.logs / f"{name}.log"
    if path.exists():
        os.replace(path, path.with_suffix(".log.1"))
    path.touch(0o600)
    return path
