"""A SQLite store saved to a file while it is used, and put back. PostgreSQL has its own programs for that."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from timeline.store import engine
from timeline.store.engine import LOCK_SECONDS
from timeline.store.faults import Refused
from timeline.store.upgrading import to_head

_ELSEWHERE = "A PostgreSQL store is saved with pg_dump and put back with pg_restore: docs/operations.md says how."
_SUM = "SELECT count(*) FROM articles"
_USED = "SELECT EXISTS (SELECT 1 FROM articles)"


def backup(url: str, given: str) -> int:
    """See `timeline.store.backup`."""
    source, to = _file(url), Path(given)
    if to.exists():
        raise Refused(f"{to} is there already: give another name, or remove it.")
    with _told(f"{source} could not be saved to {to}"), TemporaryDirectory(dir=to.parent, prefix=".backup-") as room:
        copy = Path(room) / "copy"
        articles = _copy(source, copy)
        _sync(copy)
        os.replace(copy, to)
        _sync(to.parent)
    return articles


def restore(url: str, backup: str, *, force: bool) -> int:
    """See `timeline.store.restore`."""
    target, given = _file(url), Path(backup)
    with _told(f"{given} is no backup that can be used"):
        _check(given)
    with _told(f"{target} could not be restored"):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _check_free(target, force)
        with TemporaryDirectory(dir=target.parent, prefix=".restore-") as room:
            copy = Path(room) / "copy"
            articles = _copy(given, copy)
            to_head(f"sqlite:///{quote(str(copy.absolute()))}")
            _sync(copy)
            for beside in ("-wal", "-shm"):  # of what is overwritten: applied to the new file, they would ruin it
                target.with_name(target.name + beside).unlink(missing_ok=True)
            os.replace(copy, target)
            _sync(target.parent)
    return articles


def _file(url: str) -> Path:
    address = engine.address(url)
    if address.get_backend_name() != "sqlite":
        raise Refused(_ELSEWHERE)
    return Path(str(address.database))


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise Refused(f"{what}: {error}.") from error
    except OSError as error:
        raise Refused(f"{what}: {error.strerror or error}.") from error


@contextmanager
def _open(file: Path, mode: str, timeout: float = LOCK_SECONDS) -> Iterator[sqlite3.Connection]:
    name = f"file:{quote(str(file.absolute()))}?mode={mode}"
    with closing(sqlite3.connect(name, uri=True, timeout=timeout, isolation_level=None)) as connection:
        yield connection


def _copy(source: Path, copy: Path) -> int:
    """The number of articles in ``copy``: a store as it was at one moment, in one file, found sound."""
    copy.touch(0o600)
    with _open(source, "rw" if _writable(source) else "ro") as origin, _open(copy, "rw") as made:
        origin.backup(made)  # in one step: nobody who writes has it begin anew
        made.execute("PRAGMA journal_mode = DELETE")
        (sound,) = made.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise sqlite3.DatabaseError(f"{source} is damaged: {sound}")
        return int(made.execute(_SUM).fetchone()[0])


def _writable(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _check(given: Path) -> None:
    with _open(given, "ro") as connection:
        connection.execute("SELECT version_num FROM alembic_version").fetchone()
        connection.execute(_USED).fetchone()


def _check_free(target: Path, force: bool) -> None:
    """Raises Refused for a store that is in use, and for one with articles unless ``force``."""
    if not target.exists() or not target.stat().st_size:
        return
    try:
        with _open(target, "rw", timeout=1) as connection:
            # What other programs have open cannot leave WAL mode.
            connection.execute("PRAGMA journal_mode = DELETE")
            used = any(connection.execute(_USED).fetchone())
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise Refused(f"{target} is in use: stop what uses it, then restore.") from error
        used = True
    except sqlite3.DatabaseError:
        used = True
    if used and not force:
        raise Refused(f"{target} holds a store already; --force puts the backup in its place.")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
