"""The data folder: everything that `dateline up` keeps, and the lock that says who uses it."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cli.failures import CannotStart

_LINGER = 10.0
"""Seconds that the children of a killed `dateline up` may take to go away."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """``lock`` is an open file; children inherit it, so that it is held until the last of them is gone."""

    path: Path
    lock: int

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def broker(self) -> Path:
        return self.path / "broker"


def database_url(folder: Path, environ: Mapping[str, str]) -> str:
    """The one given, else the data folder's; a relative SQLite path starts here, not at a child's cwd."""
    url = environ.get("DATABASE_URL") or f"sqlite:///{quote(str(folder / 'dateline.db'))}"
    scheme, slashes, path = url.partition(":///")
    if scheme.startswith("sqlite") and slashes and path and not path.startswith(("/", ":memory:", "file:")):
        return f"{scheme}:///{quote(str(Path.cwd()))}/{path}"
    return url


def data_folder(path: Path) -> DataFolder:
    """The folder, made where it is missing and locked. Raises CannotStart."""
    path = path.resolve()
    try:
        for part in (path, path / "logs", path / "broker"):
            part.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStart(
            f"The data folder {path} cannot be written to: {error.strerror}. Give another with --data."
        ) from error
    _take(lock, path)
    os.ftruncate(lock, 0)
    os.pwrite(lock, str(os.getpid()).encode(), 0)
    return DataFolder(path, lock)


def _take(lock: int, path: Path) -> None:
    deadline = time.monotonic() + _LINGER
    while not _locked(lock):
        holder = os.pread(lock, 20, 0).decode(errors="replace")
        if _running(holder) or time.monotonic() > deadline:
            raise CannotStart(
                f"The data folder {path} is in use by another `dateline up` (process {holder}). "
                "Stop that one, or give another folder with --data."
            )
        time.sleep(0.1)


def _locked(lock: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _running(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
