"""What was committed, put on the disk: PostgreSQL does that itself, for SQLite it is done here.

With `synchronous = FULL` SQLite waits for the disk while it has the only lock for writing, and everybody with it. With
NORMAL it syncs what its order depends on, when the log is copied into the file and when it begins anew; the log itself
is synced here, when the next one may write already.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import URL

from timeline.store.faults import Unavailable


def keeper(url: URL) -> Callable[[], None]:
    """To be called after each commit: what it has written outlives a power cut then. Raises `Unavailable`."""
    return _Log(url).sync if url.get_backend_name() == "sqlite" else _kept_already


def _kept_already() -> None:
    """By the server, before the commit returned."""


class _Log:
    def __init__(self, url: URL) -> None:
        self.path = Path(f"{Path(str(url.database)).resolve()}-wal")
        self.inode = 0

    def sync(self) -> None:
        try:
            self._sync()
        except FileNotFoundError:
            return  # without a log SQLite has synced the file itself
        except OSError as error:
            raise Unavailable(f"The store's log {self.path} cannot be put on the disk: {error.strerror}.") from error

    def _sync(self) -> None:
        log = os.open(self.path, os.O_RDONLY)
        try:
            _put(log)
            if self.inode != (inode := os.fstat(log).st_ino):
                self._sync_name()
                self.inode = inode
        finally:
            os.close(log)

    def _sync_name(self) -> None:
        """A file that was just made is not found after a power cut unless its folder is synced, too."""
        folder = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _put(file: int) -> None:
    if hasattr(os, "fdatasync"):
        os.fdatasync(file)
    else:  # macOS
        os.fsync(file)
