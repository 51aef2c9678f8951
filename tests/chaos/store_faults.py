"""What goes wrong with a store, and comes right again as an operator would have it."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import time
from pathlib import Path

import psycopg
from plant import Plant
from processes import until


def lock_store(plant: Plant, seconds: float = 8) -> None:
    """Longer than a writer waits for the lock."""
    with sqlite3.connect(_file(plant), isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        time.sleep(seconds)
        connection.execute("ROLLBACK")


def fill_disk(plant: Plant, seconds: float = 4) -> None:
    """No file of the worker's may grow beyond what it has, which SQLite takes for a full disk."""
    for child in plant.worker.children():
        resource.prlimit(child, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    time.sleep(seconds)
    for child in plant.worker.children():
        resource.prlimit(child, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def stop_postgresql_writes(plant: Plant, seconds: float = 4) -> None:
    """As on a standby, or when an operator closes the database to writers."""
    with psycopg.connect(plant.database_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")  # type: ignore[call-overload]
        _hang_up(connection)
        time.sleep(seconds)
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")  # type: ignore[call-overload]
        _hang_up(connection)


def kill_family(process: int) -> None:
    """With its children, as the power going off would."""
    children = [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    for each in (process, *children):
        os.kill(each, signal.SIGKILL)
    until(lambda: not any(_alive(each) for each in (process, *children)))


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _hang_up(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
    connection.execute(f"{others} AND pid <> pg_backend_pid()")


def _file(plant: Plant) -> str:
    return plant.database_url.removeprefix("sqlite:///").partition("?")[0]
