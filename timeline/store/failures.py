"""Which errors of a database mean that it cannot serve now, and which are faults of this program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    OperationalError,
)

from timeline.store.faults import Unavailable

_NO_SUCH_TABLE = "42P01"


@contextmanager
def served(address: str) -> Iterator[None]:
    """Turn an unusable database at ``address`` into `Unavailable`, the error of the driver as its cause."""
    try:
        yield
    except exc.TimeoutError as error:
        raise Unavailable(f"The store {address} is not available: all its connections are busy.") from error
    except DBAPIError as error:
        if not _down(error):
            raise
        raise Unavailable(f"The store {address} is not available: {_reason(error)}.") from error


def _down(error: DBAPIError) -> bool:
    """SQLite raises a plain `DatabaseError` for a file that is damaged or no database at all."""
    return (
        isinstance(error, OperationalError | InterfaceError | InternalError)
        or type(error) is DatabaseError
        or error.connection_invalidated
        or _without_tables(error)
    )


def _reason(error: DBAPIError) -> str:
    if _without_tables(error):
        return "its tables are not there yet, `upgrade` makes them"
    lines = str(error.orig).strip().splitlines()
    return lines[0].rstrip(".") if lines else "its driver gives no reason"


def _without_tables(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) == _NO_SUCH_TABLE or "no such table" in str(error.orig)
