"""Schema changes. Alembic takes a third of a second to load, so a schema at head is found without it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, text

from timeline.store import engine
from timeline.store.failures import served
from timeline.store.faults import TooNew, Unavailable
from timeline.store.migrations import HEAD, revision

ALONE = 4_605_217  # any number that no other user of the database's advisory locks takes


def to_head(url: str) -> None:
    to_revision(url, HEAD)


def to_revision(url: str, wanted: str) -> None:
    """Only ever forward."""
    address = engine.address(url)
    _make_folder(address)
    made = engine.engine(address, create=True)
    try:
        with served(address.render_as_string(hide_password=True)):
            with made.connect() as connection:
                found = _found(connection)
            if found != wanted:
                import alembic.command  # noqa: F401 -- before others have to wait for it

                _migrate(made, wanted)
    finally:
        made.dispose()


def _make_folder(address: URL) -> None:
    if address.get_backend_name() != "sqlite":
        return
    folder = Path(str(address.database)).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"The folder {folder} cannot be made: {error.strerror}.") from error


def _found(connection: Connection) -> str | None:
    return revision(connection) if inspect(connection).has_table("alembic_version") else None


def _migrate(made: Engine, wanted: str) -> None:
    with engine.writing(made).begin() as connection:
        if made.dialect.name == "postgresql":
            _wait_for_others(connection)
        found = _found(connection)
        if found is None:
            _run(connection, wanted)
        elif found != wanted:
            _run_and_retell(connection, found, wanted)


def _wait_for_others(connection: Connection) -> None:
    """As long as theirs takes: many articles take minutes, and the lock ends with whoever holds it."""
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    connection.execute(text("SET LOCAL lock_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:alone)"), {"alone": ALONE})
    connection.execute(text("SET LOCAL lock_timeout TO DEFAULT"))


def _run_and_retell(connection: Connection, found: str, wanted: str) -> None:
    """What is there becomes what ``wanted`` would have made of it, by code that an empty store need not load."""
    from timeline.store.refilling import UNSELECTED, fill
    from timeline.store.remarking import UNMARKED, mark
    from timeline.store.remerging import HANGING, UNMERGED, crowds, divide, merge

    gathered = crowds(connection) if found in HANGING and wanted not in UNMERGED | UNMARKED else {}
    _run(connection, wanted)
    if found in UNMARKED and wanted not in UNMARKED:
        mark(connection)
    divide(connection, gathered)
    if found in UNMERGED and wanted not in UNMERGED:
        merge(connection)
    if found in UNSELECTED and wanted not in UNSELECTED:
        fill(connection, places=found not in UNMERGED)


def _run(connection: Connection, wanted: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "timeline.store:migrations")
    found = _found(connection)
    try:
        ScriptDirectory.from_config(config).get_revision(found or "base")
    except CommandError as error:
        raise TooNew(
            f"The data is of revision {found}, which this version of Dateline does not know (its newest is "
            f"{HEAD}). Use the newer version that wrote it, or another data folder."
        ) from error
    command.upgrade(config, wanted)
